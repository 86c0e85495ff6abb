import { describe, expect, it } from 'vitest'
import { conflictsIn, settlementOf, type Settlement } from '../../../domain/chronology/event-conflicts.ts'
import type { Account } from '../../../domain/chronology/propose-same-events.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'

const account = (id: string, date: string, text: string, agency = id): Account => ({
  id,
  agency,
  date: parseDate(date),
  text,
})

describe('conflictsIn', () => {
  it('takes the differences on one matter together, with what each account says', () => {
    const conflicts = conflictsIn([
      account('police', '14/03/2023', 'Long lie of nine hours.'),
      account('ambulance', '15/03/2023', 'Long lie of four hours.'),
      account('council', '15/03/2023', 'Told of a long lie.'),
    ])
    expect(
      conflicts.map(({ aspect, subject, sentence, positions }) => ({ aspect, subject, sentence, positions })),
    ).toEqual([
      {
        aspect: 'date',
        subject: 'the date',
        sentence: 'The accounts differ on the date.',
        positions: [
          { id: 'police', says: '14 March 2023' },
          { id: 'ambulance', says: '15 March 2023' },
          { id: 'council', says: '15 March 2023' },
        ],
      },
      {
        aspect: 'content',
        subject: 'the number of hours',
        sentence: 'One account says “nine hours”, the other “four hours”.',
        positions: [
          { id: 'police', says: 'nine hours' },
          { id: 'ambulance', says: 'four hours' },
        ],
      },
    ])
  })

  it('keeps two matters of one aspect apart', () => {
    const subjects = conflictsIn([
      account('a', '14/03/2023', 'No reply at door. Three carers.'),
      account('b', '14/03/2023', 'Seen in chair. Two carers.'),
    ]).map(({ subject }) => subject)
    expect(subjects).toEqual(['the number of carers', 'whether anybody answered or was seen'])
  })

  it('finds none between entries of one agency, and none where nothing differs', () => {
    expect(
      conflictsIn([account('a', '14/03/2023', 'Fell.', 'x'), account('b', '18/03/2023', 'Fell.', 'x')]),
    ).toEqual([])
    expect(conflictsIn([account('a', '14/03/2023', 'Fell.'), account('b', '14/03/2023', 'Fell.')])).toEqual(
      [],
    )
  })
})

describe('settlementOf', () => {
  const positions = (...said: string[]) => said.map((one) => ({ id: one.charAt(0), says: one.slice(1) }))
  const about = (outcome: Settlement['outcome'], ...said: string[]): Settlement => ({
    ...{ aspect: 'date', subject: 'the date', outcome },
    positions: positions(...said),
  })
  const conflict = (...said: string[]) => about('open', ...said)

  it('holds while every account says what it said', () => {
    const settled = about('neither', 'a14', 'b15')
    expect(settlementOf(conflict('a14', 'b15'), [settled])).toEqual({ holds: settled, earlier: null })
    expect(settlementOf(conflict('a14', 'b16'), [settled])).toEqual({ holds: null, earlier: settled })
    expect(settlementOf(conflict('a14', 'b15', 'c15'), [settled])).toEqual({ holds: null, earlier: settled })
    expect(settlementOf(conflict('a14', 'b15'), [])).toEqual({ holds: null, earlier: null })
  })

  it('goes by the latest, which may open it again', () => {
    const [first, second] = [about('neither', 'a14', 'b15'), about('both', 'a14', 'b15')]
    expect(settlementOf(conflict('a14', 'b15'), [first, second]).holds).toBe(second)
    expect(settlementOf(conflict('a14', 'b15'), [first, about('open', 'a14', 'b15')])).toEqual({
      holds: null,
      earlier: null,
    })
  })

  it('is not that of other accounts or another matter', () => {
    expect(settlementOf(conflict('a14', 'b15'), [about('neither', 'x14', 'y15')]).holds).toBeNull()
    const other = { ...about('neither', 'a14', 'b15'), subject: 'the day it happened' }
    expect(settlementOf(conflict('a14', 'b15'), [other]).holds).toBeNull()
  })
})
