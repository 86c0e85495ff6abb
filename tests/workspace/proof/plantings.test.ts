import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packFormats } from '../../../domain/packs/pack-document.ts'
import { examineFiles } from '../../../workspace/packs/gate.ts'
import { refuseAtGate } from '../../../workspace/packs/refuse-at-gate.ts'
import { writeFiles } from '../../../workspace/write-files.ts'
import { aFolder } from '../../db/builders.ts'
import { cleanDocument, cleanFile, gateKey } from './planted-case.ts'
import { otherPlantings } from './plantings-other.ts'
import { wordPlantings } from './plantings-word.ts'

const plantings = [...wordPlantings, ...otherPlantings]

const examine = (name: string, bytes: Uint8Array) =>
  examineFiles(
    [{ name, bytes }],
    gateKey.roster,
    gateKey.prepared,
    { audience: 'agencies', decisions: [] },
    null,
  )

describe('one thing of the key planted in one place', () => {
  it.each(packFormats)('control: nothing in a clean %s', async (format) => {
    const file = { name: `pack.${format}`, bytes: await cleanFile(format) }
    expect(await refuseAtGate([file], gateKey, cleanDocument)).toHaveLength(1)
    expect(await examine(file.name, file.bytes)).toEqual({ leaks: [], problems: [] })
  })

  it.each(plantings)('is refused, named by file and place: $name', async ({ file, make, where, entity }) => {
    const bytes = await make()
    const { leaks } = await examine(file, bytes)
    const named = leaks.filter((leak) => leak.file === file && where.test(leak.where))
    expect(
      named.map((leak) => leak.entity),
      leaks.map((leak) => leak.where).join('; '),
    ).toContain(entity)
    const out = path.join(aFolder(), 'out')
    await expect(
      refuseAtGate([{ name: file, bytes }], gateKey, null).then((files) => writeFiles(out, files)),
    ).rejects.toThrow(/people key was found in .*Nothing left\.$/)
    expect(() => readdirSync(out)).toThrow(/ENOENT/)
  })

  it('is tried in more than a hundred places', () => {
    expect(plantings.length).toBeGreaterThanOrEqual(100)
    expect(new Set(plantings.map(({ name }) => name)).size).toBe(plantings.length)
  })
})
