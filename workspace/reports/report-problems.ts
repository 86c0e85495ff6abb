import { countPages } from '../../documents/inspect/count-pages.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import type { CaseMaterial } from '../packs/material.ts'

/** How many A4 pages a document takes. */
export const pagesOf = async (document: PackDocument): Promise<number> =>
  countPages(await writeDocument(document, 'pdf'))

/** What stops a report besides what stops any pack, in sentences: a one-page summary is held to one A4 page. */
export const reportProblems = async (
  { report }: Pick<CaseMaterial, 'report'>,
  document: PackDocument,
): Promise<readonly string[]> => {
  if (report?.kind !== 'one-page-summary') return []
  const pages = await pagesOf(document)
  return pages === 1 ? [] : [`The one-page summary takes ${pages} pages. Shorten it and build it again.`]
}
