import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { dayMinutes, minuteOf } from '../../domain/chronology/timeline/moments.ts'
import { aFolder } from '../db/builders.ts'
import { readExpected } from '../../scripts/demo/expected.ts'
import { aWorkspace, sample, sampleCaseFolder } from './builders.ts'

const stretch = { from: minuteOf('2021-04-01'), to: minuteOf('2023-11-09') + dayMinutes }

const aSample = async () => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('sample.load', {})
  const asked = { caseId, stretch, paper: 'a4' as const, formats: ['svg' as const] }
  return { ...workspace, caseId, asked }
}

/** How many entries of the answer key can be within the period under review. */
const inPeriod = z
  .object({
    rows: z.array(
      z.object({ file: z.string(), earliest: z.string().nullable(), latest: z.string().nullable() }),
    ),
  })
  .parse(JSON.parse(readFileSync(sample('expected.json'), 'utf8')))
  .rows.filter(({ file }) => !file.includes('-v2'))
  .filter(({ earliest, latest }) => {
    const [first, last] = [earliest ?? latest, latest ?? earliest]
    return first !== null && last !== null && first <= '2023-11-09' && last >= '2021-04-01'
  }).length

const shownIn = async (file: string): Promise<readonly string[]> =>
  (await inspectFile(readFileSync(file), path.basename(file))).texts.map(({ text }) => text)

/** Width and height of a PNG, and how many of its pixels are not white. Source: W3C PNG, clauses 9 and 11. */
const readPng = (bytes: Buffer) => {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const data: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const rows = inflateSync(Buffer.concat(data))
  const size = width * 3 + 1
  const above = new Uint8Array(size)
  let inked = 0
  for (let y = 0; y < height; y += 1) {
    expect(rows[y * size]).toBe(2)
    for (let x = 1; x < size; x += 1) above[x] = (rows[y * size + x] ?? 0) + (above[x] ?? 0)
    for (let x = 1; x < size; x += 3)
      if ((above[x] ?? 0) + (above[x + 1] ?? 0) + (above[x + 2] ?? 0) < 600) inked += 1
  }
  return { width, height, inked }
}

describe('the picture of a timeline', () => {
  it('holds agencies, dates and counts, no words of an entry and no name', async () => {
    const { act, asked } = await aSample()
    const out = path.join(aFolder(), 'out')
    const { files } = await act('chronology.timeline-export', { ...asked, out })
    expect(files.map(({ name }) => name)).toEqual(['timeline.svg'])
    const texts = await shownIn(path.join(out, 'timeline.svg'))
    const all = texts.join('\n')
    expect(texts).toContain('Adult A: timeline')
    expect(all).toContain(
      `${inPeriod} entries from 5 agencies, April 2021 to November 2023, 0 conflicts, 9 silences`,
    )
    expect(texts).toEqual(expect.arrayContaining(['Constabulary', '2022', 'Jul to Sep', '103 days']))
    expect(all).not.toMatch(/Dorothy|Hargreave|kettle|No reply/i)
  })

  it('holds the first words of entries in pseudonyms where they are asked for', async () => {
    const { act, asked } = await aSample()
    const out = path.join(aFolder(), 'out')
    const earlier = { ...stretch, from: minuteOf('2021-03-01') }
    await act('chronology.timeline-export', { ...asked, stretch: earlier, paper: 'a3', labels: true, out })
    const all = (await shownIn(path.join(out, 'timeline.svg'))).join('\n')
    expect(all).toMatch(/Burn to right forearm/)
    expect(all).not.toMatch(/Dorothy|Hargreave/)
    // What nobody has decided on does not leave either.
    expect(all).toContain('[name not yet decided]')
    for (const { name } of readExpected(sampleCaseFolder).unknown_names) expect(all).not.toContain(name)
    // Words of several lines stand in one.
    expect(all).toContain('She is not fine.” Asks for a call')
  })

  it('is the same to the byte each time, in dots as in lines, and can be printed', async () => {
    const { act, asked } = await aSample()
    const outs = [path.join(aFolder(), 'a'), path.join(aFolder(), 'b')]
    for (const out of outs)
      await act('chronology.timeline-export', { ...asked, formats: ['svg', 'png'], out })
    const bytes = (name: string) => outs.map((out) => readFileSync(path.join(out, name)))
    for (const name of ['timeline.svg', 'timeline.png']) {
      const [first, second] = bytes(name)
      expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
    }
    const [png = Buffer.alloc(0)] = bytes('timeline.png')
    const { width, height, inked } = readPng(png)
    // A4 on its side at 300 dots an inch is 297 by 210 mm (ISO 216).
    expect(Math.abs(width - (297 / 25.4) * 300)).toBeLessThan(6)
    expect(Math.abs(height - (210 / 25.4) * 300)).toBeLessThan(6)
    expect(inked).toBeGreaterThan(50_000)
    expect((await shownIn(path.join(outs[0] ?? '', 'timeline.png'))).join('\n')).toContain(
      `${inPeriod} entries`,
    )
  })

  it('is written down before and after, and never into the vault’s folder', async () => {
    const { act, asked, dir } = await aSample()
    const inside = path.join(dir, 'pictures')
    await expect(act('chronology.timeline-export', { ...asked, out: inside })).rejects.toThrow(
      /vault’s own folder/,
    )
    expect(existsSync(inside)).toBe(false)
    const out = path.join(aFolder(), 'out')
    await act('chronology.timeline-export', { ...asked, out })
    expect(readdirSync(out)).toEqual(['timeline.svg'])
    const { rows } = await act('audit.list', {})
    const states = rows
      .filter(({ action }) => action === 'chronology.timeline-export')
      .map(({ detail }) => detail['state'])
    expect(states.toSorted()).toEqual(['prepared', 'written'])
  })
})
