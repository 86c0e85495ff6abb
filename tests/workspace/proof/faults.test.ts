import { describe, expect, it } from 'vitest'
import { writeDocument } from '../../../documents/write/write-document.ts'
import { packFormats, type PackDocument } from '../../../domain/packs/pack-document.ts'
import { profiles } from '../../../domain/packs/profile.ts'
import { examineFiles } from '../../../workspace/packs/gate.ts'
import { makePack, projectCase } from '../../../workspace/packs/make-pack.ts'
import { generateCase } from './generate-case.ts'
import { readEverything, standingIn } from './independent-reader.ts'
import { decideAll, orderOf, quietCall } from './prove-case.ts'

const order = orderOf('partner-agency')
const profile = profiles['partner-agency']
const seeds = [1, 2, 3]

/** A generated case, decided, and its pack in which some passages stand as they were recorded. */
const aCase = (seed: number) => {
  const { source, planted } = generateCase(seed)
  const decided = decideAll(source, order)
  const { document, passages, key } = projectCase(decided, order)
  const options = { audience: profile.audience, decisions: decided.decisions }
  const passingOver = (isPassedOver: (passage: string) => boolean): PackDocument =>
    passages
      .filter(({ id, spans }) => spans.length > 0 && isPassedOver(id))
      // a row of a table is one passage, its cells apart by tabs
      .flatMap(({ redacted, original }) => {
        const cells = original.split('\t')
        return redacted.split('\t').map((cell, n) => [cell, cells[n] ?? ''] as const)
      })
      .filter(([redacted, original]) => redacted !== original)
      .reduce((tampered, [redacted, original]) => putBack(tampered, redacted, original), document)
  const gate = async (given: PackDocument, format: (typeof packFormats)[number] = 'json') => {
    const file = { name: `pack.${format}`, bytes: await writeDocument(given, format) }
    return { file, ...(await examineFiles([file], key.roster, key.prepared, options, given)) }
  }
  return { source, decided, planted, document, passages, passingOver, gate, key, options }
}

const putBack = (document: PackDocument, redacted: string, original: string): PackDocument =>
  JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'string' && value.includes(redacted) ? value.replace(redacted, () => original) : value,
  ) as PackDocument

describe('a redactor that passes over one passage', () => {
  it.each(seeds)('is caught for every passage there is (seed %i)', async (seed) => {
    const { passages, passingOver, gate } = aCase(seed)
    expect(passages.length).toBeGreaterThan(30)
    let tried = 0
    for (const { id, original, spans } of passages) {
      if (spans.length === 0) continue
      const { leaks } = await gate(passingOver((passage) => passage === id))
      expect(leaks, `${id}: ${original}`).not.toEqual([])
      tried += 1
    }
    expect(tried).toBeGreaterThan(25)
  })

  it('would be caught by the reader of these tests in every format, and is by the gate', async () => {
    const { passingOver, gate, planted } = aCase(4)
    const document = passingOver(() => true)
    const shown = standingIn([JSON.stringify(document.title), ...textsOf(document)], planted)
    expect(shown.length).toBeGreaterThan(30)
    for (const format of packFormats) {
      const { file, leaks } = await gate(document, format)
      expect(standingIn(await readEverything(file.name, file.bytes), shown), format).toEqual(shown)
      expect(new Set(leaks.map(({ entity }) => entity)).size, format).toBeGreaterThan(3)
    }
  })
})

const textsOf = ({ blocks }: PackDocument): readonly string[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block.text]
      case 'list':
        return block.items
      default:
        return 'rows' in block ? block.rows.flat() : [JSON.stringify(block)]
    }
  })

describe('a pack whose decisions were lost', () => {
  it('asks again, and is not ready', async () => {
    const { source, decided } = aCase(5)
    const asked = projectCase(source, order).passages.flatMap(({ candidates }) => candidates)
    expect(asked.length).toBeGreaterThan(0)
    expect(decided.decisions.length).toBeGreaterThan(0)
    const made = await makePack({ ...decided, decisions: [] }, { ...order, formats: ['json'] }, quietCall)
    expect(made.undecided).toBeGreaterThan(0)
  })
})

describe('a writer that', () => {
  const { document, gate, key, options } = aCase(6)
  const [heading] = document.blocks

  it.each(packFormats)('leaves out a block of the %s is caught', async (format) => {
    const bytes = await writeDocument({ ...document, blocks: document.blocks.slice(1) }, format)
    const { problems } = await examineFiles(
      [{ name: `pack.${format}`, bytes }],
      key.roster,
      key.prepared,
      options,
      document,
    )
    expect(heading).toBeDefined()
    expect(problems.join()).toMatch(/words of the pack are missing/)
  })

  it.each(packFormats)('puts a name for its pseudonym in the %s is caught', async (format) => {
    const [person] = key.roster.entries
    const named = JSON.parse(
      JSON.stringify(document).replaceAll(person?.pseudonym ?? '', person?.name ?? ''),
    ) as PackDocument
    expect((await gate(named, format)).leaks.map(({ entity }) => entity)).toContain(person?.id)
  })
})
