import { describe, expect, it } from 'vitest'
import { intruderChecklist } from '../../../domain/packs/intruder-checklist.ts'
import type { Passage } from '../../../domain/packs/project-pack.ts'

const aPassage = (redacted: string, original = redacted, id = 'e1'): Passage => ({
  ...{ id, where: 'Entry E1', original, redacted, spans: [], candidates: [] },
})
const found = (text: string) =>
  intruderChecklist([aPassage(text)]).map(({ kind, text: words, offers }) => [kind, words, offers[0] ?? null])

describe('what a motivated intruder would search for', () => {
  it.each([
    ['Adult A died on 14 March 2021 at home.', 'death-date', '14 March 2021', 'March 2021'],
    ['The inquest opened on 02/12/2020.', 'death-date', '02/12/2020', 'December 2020'],
    [
      'She moved to Thornfield House that week.',
      'dated-place',
      'Thornfield House',
      'supported accommodation',
    ],
    ['He was a man aged 83 who lived alone.', 'age', 'aged 83', 'in their 80s'],
    ['The 46-year-old was known to the team.', 'age', '46-year-old', 'in their 40s'],
    ['She was a mother of seven.', 'family', 'mother of seven', 'parent of several children'],
    ['All nine children were informed.', 'family', 'nine children', 'several children'],
    ['He was a retired lighthouse keeper.', 'occupation', 'retired lighthouse keeper', null],
    ['He kept three alpacas in the yard.', 'event', 'alpacas', null],
    ['She had Huntington’s and used a chair.', 'condition', 'Huntington’s', 'a long-term condition'],
    ['A petition was started by neighbours.', 'published', 'petition', null],
    [
      'Her son wrote “we begged them every week to come and nobody ever came”.',
      'quotation',
      '“we begged them every week to come and nobody ever came”',
      null,
    ],
  ])('finds in “%s” the %s', (text, kind, words, offer) => {
    expect(found(text)).toContainEqual([kind, words, offer])
  })

  it.each([
    'Visited on 14 March 2021 and had tea.',
    'The home manager was told.',
    'She was a retired nurse.',
    'He has Parkinson’s disease.',
    'Two sons visited.',
    'The house was cold.',
  ])('passes over “%s”', (text) => {
    expect(found(text)).toEqual([])
  })

  it('makes winter one season of two years, and a day without a year its month', () => {
    const offers = (text: string) => intruderChecklist([aPassage(text)])[0]?.offers
    expect(offers('Died on 3 January 2022.')).toEqual(['January 2022', 'winter 2021–22'])
    expect(offers('Died on 30 December 2021.')).toEqual(['December 2021', 'winter 2021–22'])
    expect(offers('Died on 1 May 2021.')).toEqual(['May 2021', 'spring 2021'])
    expect(offers('Died on 1 May.')).toEqual(['May'])
  })

  it('lists words once with every place, and where they stand in the original', () => {
    const items = intruderChecklist([
      aPassage('Adult A was aged 83.', 'Mrs Hale was aged 83.', 'e1'),
      aPassage('Aged 83, she lived alone.', 'Aged 83, she lived alone.', 'e2'),
    ])
    expect(items).toHaveLength(1)
    expect(items[0]?.places.map(({ passage, start, end }) => [passage, start, end])).toEqual([
      ['e1', 13, 20],
      ['e2', 0, 7],
    ])
  })

  it('passes over what a replacement put in: that finds nobody', () => {
    expect(intruderChecklist([aPassage('She moved to Care Lodge.', 'She moved to The Willows.')])).toEqual([])
  })
})
