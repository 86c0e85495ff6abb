import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRoster } from '../../../domain/people/roster.ts'
import { findLeaks } from '../../../domain/redaction/find-leaks.ts'
import { foldText, originalRange } from '../../../domain/redaction/fold-text.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'
import type { Redaction, RedactionDecision } from '../../../domain/redaction/redaction.ts'
import { structuredIdentifiers } from './identifier-samples.ts'
import { inventedRoster, plantedVariants } from './invented-roster.ts'

const prepared = prepareRoster(inventedRoster())
const names = plantedVariants.flatMap(([, variants]) => variants)

const filler = fc.constantFrom(
  'was seen at home',
  'the gas bill',
  'in May 2023',
  'on the ward',
  'Will call again',
  '12/03/2022',
  'at 10.30',
  'said that',
  'and',
  'with',
  '\n',
  '. ',
  ', ',
  '; ',
  ' – ',
  '“quoted”',
  'Monday',
  'BP 120/80',
  'Mrs',
  'Dr',
  '’s',
  '(',
  ')',
  'Kitchen',
  'Centre',
  'İstanbul',
  'ﬁnal',
  'e\u0301',
  '👩‍⚕️',
  '\u200b',
  'Aisha Begum',
  'GP',
)
const piece = fc.oneof(
  filler,
  fc.constantFrom(...names),
  fc.constantFrom(...structuredIdentifiers.map(([, value, frame]) => frame.replace('@', () => value))),
)
const passage = fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(' '))

const assertWellFormed = (text: string, done: Redaction): void => {
  let rebuilt = ''
  let at = 0
  for (const { start, end, replacement } of done.spans) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    rebuilt += text.slice(at, start) + replacement
    at = end
  }
  rebuilt += text.slice(at)
  expect(done.text).toBe(rebuilt)
  let last = 0
  for (const { start, end } of done.candidates) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    last = end
    expect(done.spans.every((span) => span.end <= start || span.start >= end)).toBe(true)
  }
}

/** Decides everything in doubt until nothing is: a person works through the list. */
const decideUntilDone = (text: string): { done: Redaction; decisions: RedactionDecision[] } => {
  const decisions: RedactionDecision[] = []
  let done = redact(text, prepared, { audience: 'public' })
  for (let round = 0; round < 8 && done.candidates.length > 0; round++) {
    for (const { start, end } of done.candidates)
      decisions.push({ text: text.slice(start, end), decision: 'replace' })
    done = redact(text, prepared, { audience: 'public', decisions })
  }
  return { done, decisions }
}

describe('redaction of any text', () => {
  it('answers with spans and candidates in order, and text that equals the spans applied', () => {
    fc.assert(
      fc.property(passage, (text) => {
        assertWellFormed(text, redact(text, prepared, { audience: 'public' }))
      }),
      { numRuns: 400 },
    )
  })

  it('survives any string at all, with any key', () => {
    const none = prepareRoster(emptyRoster)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assertWellFormed(text, redact(text, prepared, { audience: 'agencies' }))
        assertWellFormed(text, redact(text, none, { audience: 'public' }))
      }),
      // one sign that is matched as several
      { numRuns: 400, examples: [['\u331b'], ['\u3314\u3314'], ['Mr \u337bD'], ['\ufb01\u00bd\u2474a']] },
    )
  })

  it('maps every folded character back to where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const folded = foldText(text)
        let before = 0
        for (let i = 0; i < folded.clean.length; i++) {
          const { start, end } = originalRange(folded, i, i + 1)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
        }
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no leak and no roster hit once everything is decided', () => {
    fc.assert(
      fc.property(passage, (text) => {
        const { done, decisions } = decideUntilDone(text)
        expect(done.candidates).toEqual([])
        const leaks = findLeaks([{ file: 'a', where: 'b', text: done.text }], prepared, {
          audience: 'public',
          decisions,
        })
        expect(leaks, done.text).toEqual([])
        const again = redact(done.text, prepared, { audience: 'public', decisions })
        expect(again.spans.filter(({ source }) => source === 'roster')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('decisions', () => {
  it('keep a phrase without un-replacing the person elsewhere', () => {
    const text = "Maggie's Centre rang. Maggie was out."
    const decisions: RedactionDecision[] = [{ text: "Maggie's Centre", decision: 'keep' }]
    const done = redact(text, prepared, { audience: 'public', decisions })
    expect(done.text).toBe("Maggie's Centre rang. Adult M was out.")
    expect(done.candidates).toEqual([])
    expect(
      findLeaks([{ file: 'a', where: 'b', text: done.text }], prepared, { audience: 'public', decisions }),
    ).toEqual([])
  })
  it('a kept name written in the key stays replaced', () => {
    const decisions: RedactionDecision[] = [{ text: 'Maggie', decision: 'keep' }]
    expect(redact('Told Maggie today', prepared, { audience: 'public', decisions }).text).toBe(
      'Told Adult M today',
    )
  })
  it('replace with a person of the key or with free text', () => {
    const decisions: RedactionDecision[] = [
      { text: 'Mr Okonkwo', decision: 'replace', entity: 'm9' },
      { text: 'Aisha Begum', decision: 'replace', replacement: 'a neighbour' },
    ]
    const { text, candidates } = redact('Mr Okonkwo met Aisha Begum', prepared, {
      audience: 'public',
      decisions,
    })
    expect(text).toBe('Cousin M met a neighbour')
    expect(candidates).toEqual([])
  })
})
