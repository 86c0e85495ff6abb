import { describe, expect, it } from 'vitest'
import { emptyRoster } from '../../../domain/people/roster.ts'
import { findLeaks } from '../../../domain/redaction/find-leaks.ts'
import { passesModulus11 } from '../../../domain/redaction/identifiers-health.ts'
import { passesLuhn } from '../../../domain/redaction/identifiers-official.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'
import { plainProse, structuredIdentifiers } from './identifier-samples.ts'

const prepared = prepareRoster(emptyRoster)

describe('structured identifiers', () => {
  it.each(structuredIdentifiers)('%s: %s in "%s"', (kind, value, frame) => {
    const text = frame.replace('@', () => value)
    const at = frame.indexOf('@')
    const { spans, text: done } = redact(text, prepared, { audience: 'agencies' })
    const span = spans.find(({ start, end }) => start <= at && end >= at + value.length)
    expect(span?.kind, done).toBe(kind)
    expect(span?.source).toBe('pattern')
    expect(findLeaks([{ file: 'a', where: 'b', text: done }], prepared, { audience: 'public' })).toEqual([])
  })

  it.each(structuredIdentifiers)('the gate sees %s: %s in "%s" left in a text', (_kind, value, frame) => {
    const text = frame.replace('@', () => value)
    expect(
      findLeaks([{ file: 'a', where: 'b', text }], prepared, { audience: 'public' }).length,
    ).toBeGreaterThan(0)
  })

  it('a checksum raises confidence and never excludes', () => {
    const confidence = (text: string): number =>
      redact(text, prepared, { audience: 'public' }).spans[0]?.confidence ?? 0
    expect(confidence('NHS 943 476 5919')).toBeGreaterThan(confidence('NHS 943 476 5918'))
    expect(confidence('NHS 943 476 5918')).toBeGreaterThan(0.5)
    expect(confidence('card 4111 1111 1111 1111')).toBeGreaterThan(confidence('card 4111 1111 1111 1112'))
  })

  // requirements, section 5: the table of identifiers
  it('computes the published check digits', () => {
    expect(passesModulus11('9434765919')).toBe(true)
    expect(passesModulus11('9990000018')).toBe(true)
    expect(passesModulus11('0101471238')).toBe(true)
    expect(passesModulus11('9434765918')).toBe(false)
    expect(passesLuhn('4111111111111111')).toBe(true)
    expect(passesLuhn('4111111111111112')).toBe(false)
  })

  it.each(plainProse)('leaves ordinary dates, times, doses, counts and money: %s', (text) => {
    const done = redact(text, prepared, { audience: 'public' })
    expect(done.spans).toEqual([])
    expect(done.text).toBe(text)
    expect(findLeaks([{ file: 'a', where: 'b', text }], prepared, { audience: 'public' })).toEqual([])
  })
})
