import { describe, expect, it } from 'vitest'
import { textBlocks } from '../../../domain/reports/report-text.ts'
import { changedParts, wordsIn, wordsOfReport, type ReportState } from '../../../domain/reports/report.ts'

describe('typed text', () => {
  it('becomes paragraphs, lists and headings, and keeps every word of them', () => {
    const text =
      'One line\nand its second.\n\n\n## A heading\n- first\n- second\nAfter the list.\n##no heading\n-no item'
    expect(textBlocks(text)).toEqual([
      { type: 'paragraph', text: 'One line\nand its second.' },
      { type: 'heading', level: 2, text: 'A heading' },
      { type: 'list', items: ['first', 'second'] },
      { type: 'paragraph', text: 'After the list.\n##no heading\n-no item' },
    ])
    expect(textBlocks('  \n\n')).toEqual([])
    expect(textBlocks('Windows\r\n\r\nlines')).toHaveLength(2)
  })
})

const state: ReportState = {
  title: 'Safeguarding adult review: Adult B',
  contact: 'The Board',
  adults: [{ code: 'Adult B', name: '', agreedWith: '' }],
  sections: [
    { id: 'why', topic: 'why', heading: 'Why', text: 'Four words are here.', included: true },
    { id: 'own-1', topic: 'own', heading: 'Left out', text: 'Not counted at all.', included: false },
    { id: 'recommendations', topic: 'recommendations', heading: 'To do', text: '', included: true },
  ],
  recommendations: [{ text: 'Join the calls up.', owner: 'Council', measure: 'Audit – yearly' }],
}

describe('a report', () => {
  it('counts the words that will be read: what is left out is not, a dash is no word', () => {
    expect(wordsIn('one – two, o’clock')).toBe(3)
    // Why (1) + 4, To do (2) + 4 + 1 + 2
    expect(wordsOfReport(state)).toBe(14)
  })

  it('tells another order of the same sections from other words', () => {
    const turned = { ...state, sections: state.sections.toReversed() }
    expect(changedParts(state, turned)).toEqual(['order'])
    expect(changedParts(state, { ...turned, title: 'Other', recommendations: [] })).toEqual([
      'title',
      'recommendations',
      'order',
    ])
    const reworded = state.sections.map((section) => ({ ...section, text: 'Else' }))
    expect(changedParts(state, { ...state, sections: reworded })).toEqual(['sections'])
    expect(changedParts(state, structuredClone(state))).toEqual([])
  })
})
