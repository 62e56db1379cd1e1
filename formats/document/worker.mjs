// Reads one document off the main thread: files come from anywhere, and one that is made to hurt takes only this thread with it.
import { parentPort, workerData } from 'node:worker_threads'
import { decodeText, isGarbled } from './decode-text.mjs'

const { bytes, mediaType, charset, mostText } = workerData

function readPlain() {
  const { text, encoding, isGuessed } = decodeText(bytes, charset)
  if (isGarbled(text))
    return { refusal: 'This is no text, HTML or PDF file. Save the document as PDF, or copy its text and paste it.' }
  const warnings = isGuessed
    ? [`The encoding was not stated; it was read as ${encoding}. Look whether the letters are right.`]
    : []
  return { text, title: null, language: null, warnings }
}

async function read() {
  // Loaded when wanted: a thread lives for one document, and pdf.js alone takes a third of a second to load.
  if (mediaType === 'application/pdf') return (await import('./pdf-text.mjs')).readPdf(bytes, mostText)
  if (mediaType === 'text/html') return (await import('./html-text.mjs')).readHtml(bytes, charset)
  return readPlain()
}

try {
  parentPort.postMessage(await read())
} catch (error) {
  parentPort.postMessage({ failure: error instanceof Error ? error.message : String(error) })
}
