import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '@/domain/dataset/dataset'
import { mergeDataset } from '@/domain/dataset/merge-dataset'

/**
 * Reads the folder of a demo crisis: its `*.json` files in the order of their names, with every document's `textFile` (a path within
 * the folder) read into its `text`.
 * @throws Error that names the file which is not JSON or lacks, or lists the problems of the whole dataset.
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const parts = await Promise.all(names.map((name) => readPart(join(folder, name))))
  const dataset = mergeDataset(parts)
  const documents = await Promise.all(dataset.documents.map((document) => withText(folder, document)))
  return { ...dataset, documents }
}

async function readPart(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new Error(`${path}: cannot be read as JSON.`, { cause })
  }
}

type DatasetDocument = Dataset['documents'][number]

async function withText(folder: string, document: DatasetDocument): Promise<DatasetDocument> {
  if (document.textFile === null) return document
  try {
    return { ...document, text: await readFile(join(folder, document.textFile), 'utf8') }
  } catch (cause) {
    throw new Error(`Document "${document.key}": its text ${document.textFile} cannot be read.`, { cause })
  }
}
