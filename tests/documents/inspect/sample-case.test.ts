import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import type { FindingKind, Inspection } from '../../../domain/packs/pack-document.ts'
import { everythingIn, hiddenIn } from './build-files.ts'

const folder = join(import.meta.dirname, '../../../scripts/sample-case')

type Banned = {
  readonly string: string
  readonly match: 'word' | 'text' | 'digits'
  readonly case_sensitive: boolean
  readonly source: string
  readonly found_in: readonly string[]
}
type Announced = {
  readonly what: string
  readonly where?: string
  readonly count?: number
  readonly texts?: readonly string[]
  readonly author?: string
}
type Report = {
  readonly file: string
  readonly author: string
  readonly last_modified_by: string
  readonly tracked_insertions: number
  readonly tracked_deletions: number
  readonly hidden_text: number
  readonly comments: number
  readonly header: boolean
  readonly footer: boolean
}
const key = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  readonly must_not_occur: readonly Banned[]
  readonly imr_files: readonly Report[]
  readonly files: readonly { readonly file: string; readonly announce: readonly Announced[] }[]
}

const inspect = (file: string): Promise<Inspection> => inspectFile(readFileSync(join(folder, file)), file)

const count = (inspection: Inspection, kind: FindingKind, where = ''): number =>
  inspection.findings.filter((finding) => finding.kind === kind && finding.where.endsWith(where)).length

const holds = (everything: string, { string, match, case_sensitive }: Banned): boolean => {
  if (match === 'digits') {
    const bare = (text: string): string => text.replace(/[\s\-()]/gu, '')
    return bare(everything).includes(bare(string))
  }
  const pattern = string.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '\\s+')
  const whole = match === 'word' ? `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])` : pattern
  return new RegExp(whole, case_sensitive ? 'u' : 'iu').test(everything)
}

describe('the sample case', () => {
  const files = [...new Set(key.must_not_occur.flatMap(({ found_in }) => found_in))]

  it.each(files)('finds every string the answer key places in %s', async (file) => {
    const everything = everythingIn(await inspect(file))
    const here = key.must_not_occur.filter(({ found_in }) => found_in.includes(file))
    expect(here.length).toBeGreaterThan(0)
    expect(here.filter((banned) => !holds(everything, banned)).map(({ string }) => string)).toEqual([])
  })

  it.each(key.imr_files)('finds authors, changes, comments and hidden text of $file', async (report) => {
    const inspection = await inspect(report.file)
    expect(inspection.properties['creator']).toBe(report.author)
    expect(inspection.properties['lastModifiedBy']).toBe(report.last_modified_by)
    expect(count(inspection, 'tracked-change', 'insertion')).toBe(report.tracked_insertions)
    expect(count(inspection, 'tracked-change', 'deletion')).toBe(report.tracked_deletions)
    expect(count(inspection, 'hidden-text')).toBe(report.hidden_text)
    expect(count(inspection, 'comment')).toBe(report.comments)
    for (const [kind, expected] of [
      ['header', report.header],
      ['footer', report.footer],
    ] as const) {
      expect(inspection.texts.some(({ where }) => where.startsWith(`word/${kind}`))).toBe(expected)
    }
  })

  const announced = (file: string, what: string): Announced => {
    const found = key.files
      .find((entry) => entry.file === file)
      ?.announce.find((entry) => entry.what === what)
    if (!found) throw new Error(`the answer key has no ${what} for ${file}`)
    return found
  }

  it('finds changes, comment and hidden text of the hospital chronology', async () => {
    const file = 'hospital-trust-chronology.docx'
    const inspection = await inspect(file)
    const insertions = announced(file, 'tracked insertions')
    const deletions = announced(file, 'tracked deletions')
    const hidden = announced(file, 'hidden text')
    const comment = announced(file, 'comment')
    expect(count(inspection, 'tracked-change', 'insertion')).toBe(insertions.count)
    expect(count(inspection, 'tracked-change', 'deletion')).toBe(deletions.count)
    expect(count(inspection, 'hidden-text')).toBe(hidden.count)
    expect(count(inspection, 'comment')).toBe(comment.count)
    for (const text of [...(insertions.texts ?? [])]) expect(everythingIn(inspection)).toContain(text)
    for (const text of [...(deletions.texts ?? []), ...(hidden.texts ?? []), comment.author ?? '']) {
      expect(hiddenIn(inspection)).toContain(text)
    }
  })

  it('finds hidden row, hidden column and cell comment of the council workbook', async () => {
    const file = 'adult-social-care-chronology.xlsx'
    const inspection = await inspect(file)
    expect(count(inspection, 'hidden-row', announced(file, 'hidden row').where)).toBe(1)
    expect(count(inspection, 'hidden-column', announced(file, 'hidden column').where)).toBe(1)
    const comment = announced(file, 'cell comment')
    expect(count(inspection, 'comment', `${comment.where ?? ''} comment`)).toBe(1)
    expect(hiddenIn(inspection)).toContain(comment.author)
    const inColumn = inspection.texts.filter(
      ({ where, hidden }) => /^Chronology!K\d+$/u.test(where) && hidden,
    )
    // Six notes below the heading, and the heading itself.
    expect(inColumn.length).toBeGreaterThanOrEqual(6)
  })
})
