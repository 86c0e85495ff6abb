import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { matchExpression } from '../../db/entry-filter.ts'
import { findMatches, foldWord, searchTerms } from '../../domain/chronology/search-words.ts'

/** The engine itself is the witness: what it calls one word, and where it says it found something. */
const engine = () => {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = "unicode61 remove_diacritics 2");
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab (texts, 'row')`)
  return db
}

describe('words are read as the search engine reads them', () => {
  it('letter by letter in the alphabets people here write', () => {
    const db = engine()
    const ranges = [
      [0x30, 0x17f],
      [0x1cd, 0x233],
      [0x386, 0x3ce],
      [0x400, 0x45f],
      [0x1e00, 0x1ef9],
    ] as const
    const letters = ranges
      .flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)),
      )
      // The engine's tables know no letter below the caron of these two.
      .filter((letter) => /[\p{L}\p{N}]/u.test(letter) && !'Ǯǯ'.includes(letter))
    expect(letters.length).toBeGreaterThan(700)
    const put = db.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
    letters.forEach((letter, n) => put.run(n + 1, `a${letter}z`))
    const terms = new Set(db.prepare('SELECT term FROM vocabulary').pluck().all())
    expect(letters.filter((letter) => !terms.has(foldWord(`a${letter}z`)))).toEqual([])
    db.close()
  })

  it('and marks the same places', () => {
    const db = engine()
    const texts = [
      'A nurse, the NURSE’s notes; cafe, café, cafeteria.',
      'O’Neill-Smith rang at 10.30pm (re: home visit) — home visits were "off".',
      'Dziękuję, said Zoë; naïve/über_cool e\u0301lan 999 000 0018',
      'line one\nline two\r\nline-three visit home visit home',
    ]
    const put = db.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
    texts.forEach((text, n) => put.run(n + 1, text))
    const typed = [
      ...[
        'nurse',
        'cafe',
        '"cafe"',
        "o'neill",
        '"home visit"',
        '"home vis*"',
        'visit home',
        'elan',
        'uber',
        '999',
      ],
      ...['line', '"line three"', 'dziekuje', 'zoe', 'naive', '10', '"visit home"', 'cool'],
    ]
    let compared = 0
    for (const words of typed)
      for (const { n, theirs } of db
        .prepare<[string | null], { n: number; theirs: string }>(
          `SELECT rowid AS n, highlight(texts, 0, '[', ']') AS theirs FROM texts WHERE texts MATCH ?`,
        )
        .all(matchExpression(words))) {
        const text = texts[n - 1] ?? ''
        compared += 1
        let ours = ''
        let at = 0
        for (const { start, end } of findMatches(text, searchTerms(words))) {
          ours += `${text.slice(at, start)}[${text.slice(start, end)}]`
          at = end
        }
        expect([words, ours + text.slice(at)]).toEqual([words, theirs])
      }
    expect(compared).toBeGreaterThan(20)
    db.close()
  })
})
