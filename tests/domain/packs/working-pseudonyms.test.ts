import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { settleChoices } from '../../../domain/packs/choices.ts'
import { packRoster } from '../../../domain/packs/pack-roster.ts'
import { profiles } from '../../../domain/packs/profile.ts'
import { parseRoster } from '../../../domain/people/roster.ts'
import { findLeaks } from '../../../domain/redaction/find-leaks.ts'
import { plainLeaks, plainNeedles } from '../../../domain/redaction/leak-plain.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'

const sample = parseRoster(
  JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../../scripts/sample-case/roster.json'), 'utf8'),
  ),
)
const { publication } = profiles
const draw = (what: string): string => createHmac('sha256', 'a pack').update(what).digest('hex')
const roster = packRoster(sample, publication, settleChoices(publication), draw)
const prepared = prepareRoster(roster)
const options = { audience: 'public', decisions: [] } as const

describe('working pseudonyms in a pack for the public', () => {
  it('give way whole to those of the pack', () => {
    const { text, candidates } = redact('Daughter 1 told Social Worker 2 about Adult A.', prepared, options)
    expect(candidates).toEqual([])
    expect(text).toMatch(
      /^Daughter [A-Z]{1,2} told Social Worker [A-Z]{1,2} about Adult (?!A\.)[A-Z]{1,2}\.$/u,
    )
  })

  it('make nobody’s name of the role in them', () => {
    const text =
      'The Safeguarding Adults Board asked the discharge team. Her husband and daughter met the Social Worker, ' +
      'the Care Manager and the Practice Nurse. Care was given; Safeguarding was told. No Person was named. The GP rang.'
    const done = redact(text, prepared, options)
    expect({ text: done.text, candidates: done.candidates }).toEqual({ text, candidates: [] })
    const sources = [{ file: 'pack.docx', where: 'page 1', text }]
    expect(findLeaks(sources, prepared, options)).toEqual([])
    expect(plainLeaks(sources, plainNeedles(roster, options))).toEqual([])
  })
})
