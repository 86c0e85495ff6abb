import { getAgency } from '../../db/agencies.ts'
import {
  getContribution,
  insertContribution,
  listContributions,
  type Contribution,
} from '../../db/contributions.ts'
import type { Db } from '../../db/database.ts'
import { insertTranscription, listTranscriptions } from '../../db/transcriptions.ts'
import { getUser } from '../../db/users.ts'
import { readReport, type Report } from '../../documents/read/read-report.ts'
import { textOfBlock, withTranscriptions, type ReportBlock } from '../../domain/packs/report-block.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readingsFor, type Readings } from '../chronology/show-entries.ts'
import type { Environment, Handlers, Session } from '../host.ts'
import { readChosenFile, type ReadFile } from '../read-file.ts'
import type { ContributionText, ContributionView } from '../views.ts'

type Names = 'contribution.add' | 'contribution.list' | 'contribution.show' | 'contribution.write-out'

const wordsIn = (blocks: readonly ReportBlock[]): number =>
  blocks.reduce((sum, block) => sum + (textOfBlock(block).match(/[^\s|]+/g)?.length ?? 0), 0)

const contributionView = (
  db: Db,
  contribution: Contribution,
  { text, fileName, agency }: Readings,
): ContributionView => {
  const blocks = withTranscriptions(contribution.blocks, listTranscriptions(db, contribution.id))
  return {
    id: contribution.id,
    agencyId: contribution.agencyId,
    agencyName: agency(getAgency(db, contribution.caseId, contribution.agencyId).name),
    fileName: fileName(contribution.fileName),
    sha256: contribution.sha256,
    addedAt: contribution.addedAt,
    addedBy: getUser(db, contribution.addedBy)?.name ?? '',
    announced: contribution.announced.map(({ kind, where, detail }) => ({
      kind,
      where: text(where),
      detail: text(detail),
    })),
    words: wordsIn(blocks),
    unreadPages: blocks.flatMap((block) => (block.style === 'page' ? [block.page] : [])),
  }
}

/** A report's text as it may be shown, and what people wrote out of its pages. */
const shownBlocks = (db: Db, contribution: Contribution, { text }: Readings): ContributionText['blocks'] => {
  const written = listTranscriptions(db, contribution.id)
  return contribution.blocks.map((block) => {
    switch (block.style) {
      case 'table':
        return { ...block, rows: block.rows.map((cells) => cells.map(text)) }
      case 'page': {
        const found = written.find(({ page }) => page === block.page)
        const by = found === undefined ? '' : (getUser(db, found.writtenBy)?.name ?? '')
        return { ...block, written: found ? { text: text(found.text), by, at: found.writtenAt } : null }
      }
      default:
        return { ...block, text: text(block.text) }
    }
  })
}

/** Keeps a report and what was read of it; the step is for a transaction. */
export const addContribution = (
  { session, env }: { readonly session: Session; readonly env: Environment },
  caseId: string,
  agencyId: string,
  file: ReadFile,
  report: Report,
): (() => Contribution) => {
  const { db } = session.vault
  const contribution: Contribution = {
    id: env.newId(),
    caseId,
    agencyId,
    fileName: file.name,
    sha256: file.sha256,
    addedBy: session.user.id,
    addedAt: env.now(),
    ...report,
  }
  return () => {
    getAgency(db, caseId, agencyId)
    if (listContributions(db, caseId).some((other) => other.sha256 === file.sha256))
      throw new ExpectedError('conflict', `${file.name} is in this case already.`)
    insertContribution(db, { ...contribution, bytes: file.bytes })
    return contribution
  }
}

export const contributionActions: Handlers<Names> = {
  'contribution.add': async (context, { agencyId, path, pseudonyms }) => {
    const caseId = context.caseId ?? ''
    const file = await readChosenFile(path)
    const report = await readReport(file.bytes, file.name, (done, total) => {
      context.signal.throwIfAborted()
      context.progress({ what: 'Reading pages', done, total })
    })
    const add = addContribution(context, caseId, agencyId, file, report)
    return () => {
      const contribution = add()
      return {
        value: contributionView(
          context.session.vault.db,
          contribution,
          readingsFor(context.session, caseId, pseudonyms),
        ),
        record: contribution.id,
        version: 1,
        detail: { sha256: contribution.sha256, announced: contribution.announced.length },
      }
    }
  },

  'contribution.list':
    ({ session, ...context }, { pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const read = readingsFor(session, caseId, pseudonyms)
      return {
        value: listContributions(db, caseId).map((contribution) => contributionView(db, contribution, read)),
      }
    },

  'contribution.show':
    ({ session }, { contributionId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const contribution = getContribution(db, contributionId)
      const read = readingsFor(session, contribution.caseId, pseudonyms)
      return {
        value: {
          ...contributionView(db, contribution, read),
          blocks: shownBlocks(db, contribution, read),
        },
        record: contributionId,
        version: 1,
      }
    },

  'contribution.write-out':
    ({ session, env }, { contributionId, page, text }) =>
    () => {
      const { db } = session.vault
      const contribution = getContribution(db, contributionId)
      if (!contribution.blocks.some((block) => block.style === 'page' && block.page === page))
        throw new ExpectedError('invalid', 'Only a page of which nothing could be read is written out.', [
          { path: 'page', message: 'Choose a page without text.' },
        ])
      insertTranscription(db, contributionId, {
        page,
        text,
        writtenBy: session.user.id,
        writtenAt: env.now(),
      })
      const written = listTranscriptions(db, contributionId)
      const version = written.reduce((sum, one) => sum + one.version, 1)
      return { value: null, record: contributionId, version, detail: { page } }
    },
}
