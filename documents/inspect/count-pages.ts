import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Gives the number of pages of a PDF that the app itself wrote: bytes in, a count out. */
export const countPages = async (bytes: Uint8Array): Promise<number> => {
  // pdf.js takes the buffer away, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  try {
    return (await task.promise).numPages
  } finally {
    await task.destroy()
  }
}
