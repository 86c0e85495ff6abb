import type { PackBlock } from './pack-document.ts'
import { projectContribution } from './project-contribution.ts'
import type { PackReader, Projection } from './project-pack.ts'
import { rowText, type ReportBlock } from './report-block.ts'

/** The contributions that go in, of the agencies that were chosen. */
export const projectContributions = ({
  material,
  choices,
  reader,
  redacted,
  agencyName,
}: Projection): readonly PackBlock[] =>
  material.contributions
    .filter(({ agencyId }) => choices.agencies === null || choices.agencies.includes(agencyId))
    .flatMap(({ id, agencyId, blocks }, index) => {
      const names = { name: `Contribution ${index + 1}`, agency: agencyName(agencyId) }
      const where = `${names.name}: ${names.agency}`
      return projectContribution(
        blocks.map((block) => readableBlock(block, reader)),
        names,
        (place, original) => redacted(`contribution:${id}:${place}`, where, original),
      )
    })

/**
 * A block, or an empty one in its place where it holds what its reader must not be told or is not about whom the pack is for;
 * of a table so for each row. A page that nobody has read stays, and is refused.
 */
const readableBlock = (block: ReportBlock, reader: PackReader): ReportBlock => {
  const isReadable = (text: string): boolean => !reader.mustNotRead(text) && reader.concerns(text)
  if (block.style === 'page') return block
  if (block.style !== 'table') return isReadable(block.text) ? block : { ...block, text: '' }
  return {
    ...block,
    rows: block.rows.map((cells) => (isReadable(rowText(cells)) ? cells : cells.map(() => ''))),
  }
}

/** How many blocks and rows of contributions hold what their reader must not be told. */
export const countUntold = (blocks: readonly ReportBlock[], { mustNotRead }: PackReader): number =>
  blocks
    .flatMap((block) =>
      block.style === 'page' ? [] : block.style === 'table' ? block.rows.map(rowText) : [block.text],
    )
    .filter(mustNotRead).length
