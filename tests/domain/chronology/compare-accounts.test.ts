import { describe, expect, it } from 'vitest'
import { compareAccounts } from '../../../domain/chronology/compare-accounts.ts'
import type { Account } from '../../../domain/chronology/propose-same-events.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey } from './answer-key.ts'
import { idOf, readSampleAccounts } from './sample-accounts.ts'

const accounts = new Map(readSampleAccounts().map((account) => [account.id, account]))

describe('compareAccounts on the sample case', () => {
  const key = readAnswerKey()
  const differences = key.same_event_pairs.map(({ id, accounts: same, differs }) => ({
    id,
    wanted: differs,
    found: same.flatMap((told, at) =>
      same.slice(at + 1).flatMap((other) => {
        const [a, b] = [accounts.get(idOf(told)), accounts.get(idOf(other))]
        if (!a || !b) throw new RangeError(`The answer key names an account that is not there: ${id}.`)
        return a.agency === b.agency ? [] : compareAccounts(a, b)
      }),
    ),
  }))

  it.each(differences)('finds what the accounts of $id differ in', ({ wanted, found }) => {
    const aspects = new Set(found.map(({ aspect }) => aspect))
    expect(wanted.filter((aspect) => !aspects.has(aspect))).toEqual([])
  })

  it('finds little else', () => {
    const extra = differences.flatMap(({ id, wanted, found }) =>
      [...new Set(found.map(({ aspect }) => aspect))]
        .filter((aspect) => !wanted.includes(aspect))
        .map((aspect) => `${id} ${aspect}`),
    )
    const wanted = differences.reduce((sum, each) => sum + each.wanted.length, 0)
    console.log(
      `differences: ${wanted} of the key; ${extra.length} further aspects marked: ${extra.join(', ') || 'none'}`,
    )
    expect(extra.length).toBeLessThanOrEqual(wanted / 2)
  })

  it('says each in a plain sentence', () => {
    for (const { found } of differences)
      for (const { sentence } of found) expect(sentence).toMatch(/^(?:One|The) .+\.$/s)
  })
})

describe('compareAccounts', () => {
  const account = (id: string, text: string, rest: Partial<Account> = {}, date = '14/03/2023'): Account => ({
    id,
    agency: id,
    date: parseDate(date),
    text,
    ...rest,
  })
  const aspects = (a: Account, b: Account) => compareAccounts(a, b).map(({ aspect }) => aspect)
  const both = (first: string, second: string) =>
    compareAccounts(account('1', first), account('2', second)).map(({ aspect, a, b }) => [aspect, a, b])

  it('marks dates that do not meet, and none that overlap', () => {
    expect(
      compareAccounts(
        account('1', 'Fell.', {}, '14/03/2023'),
        account('2', 'Fell yesterday.', {}, '15/03/2023'),
      ),
    ).toEqual([
      {
        aspect: 'date',
        subject: 'the date',
        a: '14 March 2023',
        b: '15 March 2023',
        sentence:
          'One account is dated 14 March 2023, the other 15 March 2023. The text of the account dated 15 March 2023 names 14 March 2023.',
      },
    ])
    expect(aspects(account('1', 'Fell.', {}, 'March 2023'), account('2', 'Fell.', {}, '15/03/2023'))).toEqual(
      [],
    )
  })

  it('marks times of writers who were there', () => {
    const seen = { contactType: 'Home visit' }
    expect(
      aspects(
        account('1', 'Fell in hall.', seen, '14/03/2023 10:00'),
        account('2', 'Fell in hall.', seen, '14/03/2023 14:00'),
      ),
    ).toEqual(['time'])
    expect(
      aspects(
        account('1', 'Fell in hall.', seen, '14/03/2023 10:00'),
        account('2', 'Fell in hall.', { contactType: 'Letter' }, '14/03/2023 14:00'),
      ),
    ).toEqual([])
  })

  it('marks facts that cannot both be so', () => {
    expect(both('On floor about fourteen hours.', 'On floor for 3 hours.')).toEqual([
      ['content', 'fourteen hours', '3 hours'],
    ])
    expect(both('On floor fourteen hours.', 'Long lie, 14 hours.')).toEqual([])
    expect(both('No reply at door.', 'Seen in chair.')).toEqual([['content', 'No reply', 'Seen']])
    expect(both('Seen in chair.', 'Card left, no reply.')).toEqual([['content', 'Seen', 'no reply']])
    expect(both('Found on floor by a gardener.', 'Her nephew found her.')).toEqual([
      ['content', 'gardener', 'nephew'],
    ])
    expect(both('Found by her nephew on the stairs.', 'Her nephew found her.')).toEqual([])
    expect(both('Declined ambulance.', 'Taken to hospital by crew.')).toEqual([
      ['content', 'Declined ambulance', 'Taken to hospital'],
    ])
  })

  it('marks who was there', () => {
    const minutes = 'Meeting. Present: A Birch, Sgt Cole. Apologies Dr Dunn.'
    const by = (author: string, text: string) => account('2', text, { author })
    const marked = (other: Account) => aspects(account('1', minutes), other)
    expect(marked(by('Sgt Cole', 'Attended meeting.'))).toEqual([])
    expect(marked(by('Sgt Cole', 'Attended meeting. Left early.'))).toEqual(['attendance'])
    expect(marked(by('Dr Dunn', 'Attended meeting.'))).toEqual(['attendance'])
    expect(marked(by('Eve Frost', 'Went to the meeting.'))).toEqual(['attendance'])
    expect(marked(by('Eve Frost', 'Meeting. Present: A Birch and Sgt Cole.'))).toEqual([])
  })

  it('marks what one says was done and the other not', () => {
    expect(both('Referral faxed to the nurses.', 'Referral never arrived.')).toEqual([
      ['action', 'Referral faxed to the nurses', 'Referral never arrived'],
    ])
    expect(both('Referral faxed.', 'Referral received.')).toEqual([])
  })
})
