import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { settleChoices } from '../../domain/packs/choices.ts'
import { fingerprintOf } from '../../domain/packs/fingerprint.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { parseRoster } from '../../domain/people/roster.ts'
import { findLeaks } from '../../domain/redaction/find-leaks.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import { examineFiles } from '../../workspace/packs/gate.ts'
import {
  audienceOf,
  manifestBeside,
  manifestName,
  writeManifest,
} from '../../workspace/packs/pack-manifest.ts'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { aFolder } from '../db/builders.ts'
import { basis } from './small-case.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const idOf = (text: string): string =>
  hashOf(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

const files = (nth: number) =>
  ['docx', 'pdf', 'xlsx', 'csv', 'json'].map((format) => ({
    name: `pack.${format}`,
    format,
    sha256: hashOf(`${format} ${nth}`),
  }))

const nthManifest = (nth: number): Uint8Array =>
  writeManifest(
    {
      id: idOf(`pack ${nth}`),
      profile: 'partner-agency',
      choices: settleChoices(profiles['partner-agency']),
      basis,
      document: { title: 'Adult B', subtitle: 'Combined chronology', marking: 'Pseudonymised' },
    },
    idOf(`disclosure ${nth}`),
    '2026-11-24T09:00:00.123Z',
    files(nth),
  )

const manifests = 2_000

/**
 * The worst key there could be: every run of digits, and every code of letters and digits, that stands in the hashes and
 * ids of these manifests; beside them short names of the letters that hex is written in.
 */
const worstRoster = () => {
  const texts = Array.from({ length: manifests }, (_, nth) => [
    ...files(nth).map(({ sha256 }) => sha256),
    hashOf(`pack ${nth}`).slice(0, 32),
    hashOf(`disclosure ${nth}`).slice(0, 32),
  ]).flat()
  const short = texts.flatMap((text) => text.match(/\d{3,5}/g) ?? [])
  const long = texts.slice(0, 350).flatMap((text) => text.match(/\d{6,12}/g) ?? [])
  const numbers = new Set([...short, ...long])
  const codes = new Set(
    texts.slice(0, 2_000).flatMap((text) => text.match(/[a-f]\d{4}|\d{2}[a-f]{2}\d/g) ?? []),
  )
  const person = (id: string, name: string, identifiers: readonly { type: string; value: string }[]) => ({
    ...{
      id,
      kind: 'person',
      name,
      pseudonym: `Person ${id.slice(1)}`,
      aliases: [name.split(' ')[0]],
      identifiers,
    },
  })
  return parseRoster(
    {
      format: '1',
      entries: [
        person('p1', 'Ada Fade', [
          ...[...numbers].map((value) => ({ type: 'collar_number', value })),
          ...[...codes].map((value) => ({ type: 'case_number', value })),
        ]),
        ...['Ed Cade', 'Abe Dacca', 'Bea Ffadde', 'Dee Beade', 'Al Abbad'].map((name, index) =>
          person(`p${index + 2}`, name, []),
        ),
      ],
    },
    'The roster',
  )
}

describe('a manifest', () => {
  const roster = worstRoster()
  const prepared = prepareRoster(roster)
  const options = { audience: 'public', decisions: [] } as const

  it(`holds nobody’s number by chance, in ${manifests} of them against the worst of keys`, () => {
    expect(roster.entries[0]?.identifiers.length).toBeGreaterThan(20_000)
    const texts = Array.from({ length: manifests }, (_, nth) => ({
      ...{ file: manifestName, where: `manifest ${nth}` },
      text: new TextDecoder().decode(nthManifest(nth)),
    }))
    expect(findLeaks(texts, prepared, options)).toEqual([])
  })

  it('passes the gate whole, with no part left out', async () => {
    const some = Array.from({ length: 20 }, (_, nth) => ({ name: manifestName, bytes: nthManifest(nth) }))
    expect(await examineFiles(some, roster, prepared, options, null)).toEqual({ leaks: [], problems: [] })
  })

  it('would hold many, were its hashes written as runs of hex', () => {
    const texts = files(1).map(({ sha256 }) => ({ file: manifestName, where: 'sha256', text: sha256 }))
    expect(findLeaks(texts, prepared, options).length).toBeGreaterThan(10)
  })

  it('is no address, no number and no name to the detectors that replace', () => {
    const nobody = prepareRoster({ ...roster, entries: [] })
    for (let nth = 0; nth < 100; nth += 1) {
      const text = new TextDecoder().decode(nthManifest(nth))
      const prints = text.match(/(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}/g) ?? []
      expect(prints).toHaveLength(7)
      for (const print of prints) expect(redact(print, nobody, options).text).toBe(print)
    }
  })

  it('vouches for the very bytes it lists, and for no others', async () => {
    const folder = aFolder()
    writeFileSync(path.join(folder, manifestName), nthManifest(1))
    const manifest = await manifestBeside(path.join(folder, 'pack.docx'))
    const [docx] = files(1)
    expect(audienceOf({ name: 'pack.docx', sha256: docx?.sha256 ?? '' }, manifest)).toBe('agencies')
    expect(audienceOf({ name: 'pack.docx', sha256: hashOf('other') }, manifest)).toBe('public')
    expect(fingerprintOf('3a5120')).toBe('3a:51:20')
  })
})
