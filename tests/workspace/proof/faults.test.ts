import { describe, expect, it } from 'vitest'
import { writeDocument } from '../../../documents/write/write-document.ts'
import { packFormats, type PackDocument } from '../../../domain/packs/pack-document.ts'
import { profiles } from '../../../domain/packs/profile.ts'
import { projectPack } from '../../../domain/packs/project-pack.ts'
import { prepareRoster } from '../../../domain/redaction/prepare-roster.ts'
import { redact } from '../../../domain/redaction/redact.ts'
import { examineFiles } from '../../../workspace/packs/gate.ts'
import { makePack, projectCase } from '../../../workspace/packs/make-pack.ts'
import { generateCase } from './generate-case.ts'
import { readEverything, standingIn } from './independent-reader.ts'
import { decideAll, orderOf, quietCall } from './prove-case.ts'

const order = orderOf('partner-agency')
const profile = profiles['partner-agency']
const seeds = [1, 2, 3]

/** A generated case, decided, and a pack of it in which the redactor passed over some of the passages. */
const aCase = (seed: number) => {
  const { source, planted } = generateCase(seed)
  const decided = decideAll(source, order)
  const prepared = prepareRoster(decided.roster)
  const options = { audience: profile.audience, decisions: decided.decisions }
  const projected = (passesOver: (passage: string) => boolean) => {
    const heading = { recipient: 'Council', timestamp: order.timestamp }
    const redactText = (text: string, passage: string) =>
      passesOver(passage) ? { text, spans: [], candidates: [] } : redact(text, prepared, options)
    return projectPack(decided.material, profile, redactText, heading)
  }
  const gate = async (document: PackDocument, format: (typeof packFormats)[number] = 'json') => {
    const file = { name: `pack.${format}`, bytes: await writeDocument(document, format) }
    return { file, ...(await examineFiles([file], decided.roster, prepared, options, document)) }
  }
  return { source, decided, planted, projected, gate }
}

describe('a redactor that passes over one passage', () => {
  it.each(seeds)('is caught for every passage there is (seed %i)', async (seed) => {
    const { projected, gate } = aCase(seed)
    const { passages } = projected(() => false)
    expect(passages.length).toBeGreaterThan(30)
    let tried = 0
    for (const { id, original, spans } of passages) {
      if (spans.length === 0) continue
      const { leaks } = await gate(projected((passage) => passage === id).document)
      expect(leaks, `${id}: ${original}`).not.toEqual([])
      tried += 1
    }
    expect(tried).toBeGreaterThan(25)
  })

  it('would be caught by the reader of these tests in every format, and is by the gate', async () => {
    const { projected, gate, planted } = aCase(4)
    const { document } = projected(() => true)
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
  const { projected, gate } = aCase(6)
  const { document } = projected(() => false)
  const [heading] = document.blocks

  it.each(packFormats)('leaves out a block of the %s is caught', async (format) => {
    const bytes = await writeDocument({ ...document, blocks: document.blocks.slice(1) }, format)
    const { decided } = aCase(6)
    const options = { audience: profile.audience, decisions: decided.decisions }
    const prepared = prepareRoster(decided.roster)
    const { problems } = await examineFiles(
      [{ name: `pack.${format}`, bytes }],
      decided.roster,
      prepared,
      options,
      document,
    )
    expect(heading).toBeDefined()
    expect(problems.join()).toMatch(/words of the pack are missing/)
  })

  it.each(packFormats)('puts a name for its pseudonym in the %s is caught', async (format) => {
    const { decided } = aCase(6)
    const [person] = decided.roster.entries
    const named = JSON.parse(
      JSON.stringify(document).replaceAll(person?.pseudonym ?? '', person?.name ?? ''),
    ) as PackDocument
    expect((await gate(named, format)).leaks.map(({ entity }) => entity)).toContain(person?.id)
  })
})
