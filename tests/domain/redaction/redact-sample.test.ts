import { describe, expect, it } from 'vitest'
import { findLeaks } from '../../../domain/redaction/find-leaks.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'
import type { Audience, RedactionDecision } from '../../../domain/redaction/redaction.ts'
import { expected, sampleRoster, sampleTexts } from './sample-texts.ts'

const prepared = prepareRoster(sampleRoster())
const key = expected()
const sources = sampleTexts().flatMap(({ file, texts }) =>
  texts.map((text, index) => ({ file, where: String(index), text })),
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/'/g, "['’]")

/** Whether a text holds the string as the answer key counts it, outside the phrases it allows. */
const occurs = (text: string, item: (typeof key.must_not_occur)[number]): boolean => {
  let rest = text
  for (const phrase of item.allowed_inside) rest = rest.replaceAll(phrase, '')
  if (item.match === 'digits')
    return rest.replace(/[\s()-]/g, '').includes(item.string.replace(/[\s()-]/g, ''))
  const source =
    item.match === 'word'
      ? `(?<![\\p{L}\\p{N}])${escaped(item.string)}(?![\\p{L}\\p{N}])`
      : escaped(item.string)
  return new RegExp(source, item.case_sensitive ? 'u' : 'iu').test(rest)
}

/** What the reader decides about everything left in doubt: the phrases the key allows stay, the rest goes. */
const decideAll = (audience: Audience): RedactionDecision[] => {
  const decisions = new Map<string, RedactionDecision>()
  for (const { text } of sources) {
    for (const { start, end, entities } of redact(text, prepared, { audience }).candidates) {
      const found = text.slice(start, end)
      const keep = key.must_query.some((query) => query.text === found || query.also === found)
      const entity = entities?.[0]
      decisions.set(
        found,
        keep
          ? { text: found, decision: 'keep' }
          : { text: found, decision: 'replace', ...(entity === undefined ? {} : { entity }) },
      )
    }
  }
  return [...decisions.values()]
}

// document traps are parts of files that never reach a pack's text
const checked = key.must_not_occur.filter(({ source }) => !source.startsWith('document trap'))

describe.each(['agencies', 'public'] as const)('the sample case, for %s', (audience) => {
  const decisions = decideAll(audience)
  const results = sources.map((source) => ({
    ...source,
    done: redact(source.text, prepared, { audience, decisions }),
  }))

  it('leaves nothing that the answer key forbids once everything is decided', () => {
    const left: string[] = []
    for (const item of checked) {
      if (item.packs === 'public' && audience !== 'public') continue
      for (const { file, done } of results)
        if (occurs(done.text, item)) left.push(`${item.string} in ${file}`)
    }
    expect(checked.length).toBeGreaterThan(150)
    expect(left).toEqual([])
  })

  it('leaves nothing undecided', () => {
    expect(results.flatMap(({ done }) => done.candidates)).toEqual([])
  })

  it('finds no leak in the result, and many in the source', () => {
    const finished = results.map(({ file, where, done }) => ({ file, where, text: done.text }))
    expect(findLeaks(finished, prepared, { audience, decisions })).toEqual([])
    expect(findLeaks(sources, prepared, { audience }).length).toBeGreaterThan(1000)
  })
})

describe('what stays in doubt in the sample case', () => {
  const first = sources.map(({ file, text }) => ({
    file,
    text,
    done: redact(text, prepared, { audience: 'agencies' }),
  }))
  const queried = first.flatMap(({ file, text, done }) =>
    done.candidates.map(({ start, end }) => ({ file, found: text.slice(start, end) })),
  )

  it('asks about every name outside the key', () => {
    for (const { name, files } of key.unknown_names) {
      for (const file of files.split(/;|\(/)) {
        const wanted = file.trim()
        if (!/\.(xlsx|docx|csv)$/.test(wanted)) continue
        expect(
          queried.some((item) => item.file === wanted && item.found.includes(name)),
          `${name} in ${wanted}`,
        ).toBe(true)
      }
    }
  })

  it('asks about phrases that only look like a person and replaces no part of them', () => {
    for (const { text, also } of key.must_query) {
      const places = first.filter(
        (item) => item.text.includes(text) || (also !== undefined && item.text.includes(also)),
      )
      expect(places.length, text).toBeGreaterThan(0)
      for (const { done } of places) {
        expect(done.text.includes(text) || (also !== undefined && done.text.includes(also))).toBe(true)
      }
      expect(
        queried.some(({ found }) => found === text || found === also),
        text,
      ).toBe(true)
    }
  })

  it('leaves ordinary words alone', () => {
    for (const { text } of key.must_stay) {
      const pattern = new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'gu')
      for (const item of first) {
        expect(item.done.text.match(pattern)?.length ?? 0).toBe(item.text.match(pattern)?.length ?? 0)
        for (const { start, end } of item.done.candidates) expect(item.text.slice(start, end)).not.toBe(text)
      }
    }
  })

  it('flags few strings that are neither names nor places: at least 60 in 100 candidates are worth asking', () => {
    const worth = new Set([
      ...key.unknown_names.map(({ name }) => name),
      ...key.must_query.flatMap(({ text, also }) => [text, also ?? text]),
      'Cotter Street',
      'Mr R',
    ])
    const plain = queried.filter(({ found }) => !/^Office|COUNTA|TrewinPR/.test(found)) // joined by this test's reader
    const right = plain.filter(({ found }) => worth.has(found))
    expect(right.length / plain.length).toBeGreaterThanOrEqual(0.6)
  })
})
