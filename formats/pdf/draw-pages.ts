import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist'

/*
 * Draws the pages of a PDF in a browser. The worker that reads the PDF comes from our own origin, as everything does; nothing in a PDF is run.
 */

/** A PDF that is open, page by page. Sizes in points. */
export interface OpenPdf {
  pages: { width: number; height: number }[]
  /** Draws a page so many device pixels wide. */
  draw: (index: number, width: number) => Promise<HTMLCanvasElement>
  close: () => void
}

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href

/** One worker for all that is opened: to start one takes longer than to draw a page. */
let worker: PDFWorker | undefined

/** Opens a PDF. */
export async function openPages(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  worker ??= new PDFWorker()
  const task = getDocument({
    data: bytes.slice(),
    worker,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
    // Glyphs are drawn as paths at once; as fonts of the page each PDF's would have to be loaded before its first word.
    disableFontFace: true,
  })
  const pdf = await task.promise
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
  return {
    // A report is set on one paper.
    pages: Array.from({ length: pdf.numPages }, () => ({ width, height })),
    draw: async (index, width) => {
      const page = await pdf.getPage(index + 1)
      const scale = width / page.getViewport({ scale: 1 }).width
      const viewport = page.getViewport({ scale })
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      // As for print: in one go, not a slice per frame.
      await page.render({ canvas, viewport, background: 'white', intent: 'print' }).promise
      return canvas
    },
    close: () => void task.destroy(),
  }
}
