import { settleChoices } from '../../domain/packs/choices.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { publicId } from '../../domain/recipients/recipient.ts'
import type { ReportPreview } from '../contract/reports.ts'
import { projectCase } from '../packs/make-pack.ts'
import type { CaseMaterial } from '../packs/material.ts'
import { replacementsIn } from '../packs/pack-views.ts'
import { pagesOf } from './report-problems.ts'

/** What the public would read of a report as it stands; nothing is kept. */
export const previewReport = async (source: CaseMaterial, timestamp: string): Promise<ReportPreview> => {
  const order = {
    recipient: { id: publicId, name: '', kind: 'public', agencyId: null },
    profile: 'publication',
    choices: settleChoices(profiles.publication),
    // A preview leaves nowhere: its codes need only be the same each time it is looked at.
    secret: Buffer.alloc(32),
    ...{ formats: [], timestamp },
  } as const
  const { document, passages } = projectCase(source, order)
  return {
    document,
    pages: await pagesOf(document),
    replaced: replacementsIn(passages),
    undecided: passages.reduce((sum, { candidates }) => sum + candidates.length, 0),
  }
}
