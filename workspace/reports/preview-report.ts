import { countPages } from '../../documents/inspect/count-pages.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import type { ReportPreview } from '../contract/reports.ts'
import { projectCase } from '../packs/make-pack.ts'
import type { CaseMaterial } from '../packs/material.ts'
import { replacementsIn } from '../packs/pack-views.ts'

/** How many A4 pages a document takes. */
export const pagesOf = async (document: PackDocument): Promise<number> =>
  countPages(await writeDocument(document, 'pdf'))

/** What the public would read of a report as it stands; nothing is kept. */
export const previewReport = async (source: CaseMaterial, timestamp: string): Promise<ReportPreview> => {
  const order = { recipient: '', profile: 'publication', formats: [], timestamp } as const
  const { document, passages } = projectCase(source, order)
  return {
    document,
    pages: await pagesOf(document),
    replaced: replacementsIn(passages),
    undecided: passages.reduce((sum, { candidates }) => sum + candidates.length, 0),
  }
}
