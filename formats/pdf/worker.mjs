// Runs Typst off the main thread: a compilation blocks its thread for tens of milliseconds, and a crash of native code must not take the server down.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Results unused for this many reports are dropped from Typst's cache, so that memory stays level. */
const cacheAge = 4

const compiler = NodeCompiler.create({ workspace: workerData.templates, fontArgs: [{ fontPaths: [workerData.fonts] }] })

function listDiagnostics(diagnostics) {
  return compiler
    .fetchDiagnostics(diagnostics)
    .map(
      ({ message, severity, path }) => `${severity === 1 ? 'error' : 'warning'}: ${message}${path ? ` (${path})` : ''}`,
    )
    .join('\n')
}

function render({ report, createdAt, standard, files }) {
  compiler.resetShadow()
  compiler.mapShadow(workerData.dataFile, Buffer.from(report))
  for (const { name, bytes } of files) compiler.mapShadow(join(workerData.templates, name), Buffer.from(bytes))
  const compiled = compiler.compile({ mainFilePath: workerData.main, resetRead: true })
  // A warning (an unknown font, a layout that does not settle) means a page that nobody has looked at.
  const diagnostics = compiled.takeError() ?? compiled.takeWarnings()
  if (diagnostics) throw new Error(listDiagnostics(diagnostics))
  if (!compiled.result) throw new Error('Typst returned no document.')
  return compiler.pdf(compiled.result, { pdfStandard: standard, creationTimestamp: createdAt })
}

parentPort.on('message', ({ id, ...job }) => {
  try {
    const pdf = Uint8Array.from(render(job))
    parentPort.postMessage({ id, pdf }, [pdf.buffer])
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
  // Once the answer is on its way: it takes some milliseconds.
  compiler.evictCache(cacheAge)
})
