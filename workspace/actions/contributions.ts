import { getAgency } from '../../db/agencies.ts'
import {
  getContribution,
  insertContribution,
  listContributions,
  type Contribution,
  type ContributionBlock,
} from '../../db/contributions.ts'
import type { Db } from '../../db/database.ts'
import { getUser } from '../../db/users.ts'
import { readAgencyFile } from '../../documents/read/read-file.ts'
import { readSource } from '../../documents/read/read-source.ts'
import type { SourceDocument, SourceTable } from '../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readingsFor, type Readings } from '../chronology/show-entries.ts'
import type { Environment, Handlers, Session } from '../host.ts'
import { readChosenFile, type ReadFile } from '../read-file.ts'
import type { ContributionView } from '../views.ts'

type Names = 'contribution.add' | 'contribution.list' | 'contribution.show'

/** A table row by row, cells parted by a bar. What its author hid is announced and never part of the text. */
const rowsOf = (table: SourceTable | undefined): readonly ContributionBlock[] => {
  if (!table?.visible) return []
  return table.rows.flatMap((row): readonly ContributionBlock[] => {
    const text = row.cells
      .filter((_, at) => !row.hidden && table.columns[at]?.hidden !== true)
      .filter((cell) => cell.merged !== true && cell.text.trim() !== '')
      .map((cell) => cell.text)
      .join(' | ')
    return text === '' ? [] : [{ style: 'table', level: 0, text }]
  })
}

/** Paragraphs and tables in the order of the document; where a format has none, running text and then the tables. */
const blocksOf = (document: SourceDocument): readonly ContributionBlock[] => {
  const { blocks, paragraphs, tables } = document
  if (blocks)
    return blocks.flatMap((block) =>
      block.style === 'table' ? rowsOf(tables[block.table]) : block.text.trim() === '' ? [] : [block],
    )
  return [...paragraphs.filter(({ text }) => text.trim() !== ''), ...tables.flatMap(rowsOf)]
}

const wordsIn = (blocks: readonly ContributionBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.text.match(/\S+/g)?.length ?? 0), 0)

const contributionView = (
  db: Db,
  contribution: Contribution,
  { text, fileName, agency }: Readings,
): ContributionView => ({
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
  words: wordsIn(contribution.blocks),
})

/** Reads a report, unless `document` is what was read of it, and keeps it; the step is for a transaction. */
export const addContribution = (
  { session, env }: { readonly session: Session; readonly env: Environment },
  caseId: string,
  agencyId: string,
  file: ReadFile,
  document: SourceDocument = readSource(file.bytes, file.name),
): (() => Contribution) => {
  const { db } = session.vault
  const blocks = blocksOf(document)
  if (blocks.length === 0) throw new ExpectedError('invalid', `${file.name}: no text was found in it.`)
  const contribution: Contribution = {
    id: env.newId(),
    caseId,
    agencyId,
    fileName: file.name,
    sha256: file.sha256,
    format: document.format,
    addedBy: session.user.id,
    addedAt: env.now(),
    announced: document.announced,
    properties: document.properties,
    blocks,
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
    const document = await readAgencyFile(file.bytes, file.name)
    const add = addContribution(context, caseId, agencyId, file, document)
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
          blocks: contribution.blocks.map((block) => ({ ...block, text: read.text(block.text) })),
        },
        record: contributionId,
        version: 1,
      }
    },
}
