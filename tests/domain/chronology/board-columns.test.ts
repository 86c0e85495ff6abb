import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { agencyColours, agencyMarks } from '../../../domain/case/agency-marks.ts'
import { boardColumns, paperColumns } from '../../../domain/chronology/board-columns.ts'
import { columnIds, wordingOf } from '../../../domain/chronology/case-wording.ts'
import { workingChronology, type WorkingChronology } from '../../../domain/chronology/working-chronology.ts'
import type { PackTable } from '../../../domain/packs/pack-document.ts'

const usual = wordingOf({}, [{ n: 1 }])

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('the Board’s columns', () => {
  it('are those of requirements section 2, in the order and under the headings of the case', () => {
    expect(boardColumns(usual).map(({ heading }) => heading)).toEqual([
      ...['No.', 'Date', 'Time', 'Agency', 'Source of information', 'Author or role', 'People involved'],
      ...['Contact', 'Event as recorded', 'Action or response', 'Outcome', 'Agency’s own comment'],
      ...['Adult seen', 'Spoken to alone', 'Voice or wishes recorded', 'Capacity considered'],
      ...['Professional comment', 'Judgement', 'Significance', 'Lines of enquiry', 'Policy expected'],
      ...['Evidence reference', 'Sensitivity'],
    ])
    const own = wordingOf({ columns: [{ id: 'event', heading: 'What happened', places: ['export'] }] }, [])
    expect(boardColumns(own)[0]).toMatchObject({ id: 'event', heading: 'What happened' })
  })

  it('each have a place on paper, the analysis apart from what was recorded', () => {
    const all = wordingOf({ columns: columnIds.map((id) => ({ id, heading: id, places: ['export'] })) }, [])
    const written = boardColumns(all)
    const onPaper = paperColumns(written)
    expect(onPaper.flatMap(({ columns }) => columns.map(({ id }) => id)).toSorted()).toEqual(
      written.map(({ id }) => id).toSorted(),
    )
    const withEvent = onPaper.find(({ columns }) => columns.some(({ id }) => id === 'event'))
    expect(withEvent?.columns).toHaveLength(1)
  })
})

describe('agency marks', () => {
  it('are the colours of the screen, with white readable on each', () => {
    const css = readFileSync(path.join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')
    const light = css.slice(0, css.indexOf("[data-theme='dark']"))
    const onScreen = [...light.matchAll(/--agency-\d: #([0-9a-f]{6});/g)].map(([, hex]) => hex?.toUpperCase())
    expect(onScreen).toEqual([...agencyColours])
    for (const hex of agencyColours) expect(1.05 / (luminance(hex) + 0.05)).toBeGreaterThanOrEqual(4.5)
  })

  it('are one letter each, never the same twice, for as many agencies as a case can have', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ id: `a${n}`, name: 'Police', sector: 'Police' }))
    const letters = [...agencyMarks(many).values()].map(({ letter }) => letter)
    expect(new Set(letters).size).toBe(60)
  })
})

describe('the working chronology', () => {
  const chronology: WorkingChronology = {
    caseReference: 'SAR-1',
    codeName: 'Adult Z',
    reviewPeriod: null,
    agencies: [{ id: 'a1', name: 'Police', mark: { letter: 'P', colour: 2, name: 'Police' } }],
    kloes: [],
    abbreviations: [],
    columns: boardColumns(usual),
    rows: [
      {
        agencyId: 'a1',
        cells: {
          no: '1',
          date: '3 May 2021',
          time: '10:30',
          agency: 'Police',
          event: 'Seen',
          action: 'None',
          outcome: 'Home',
        },
        earliest: '2021-05-03',
        latest: '2021-05-03',
      },
    ],
    total: 2,
    filter: ['from Police'],
    hiddenRows: 0,
    boxes: false,
    names: 'pseudonyms',
    madeOn: '2026-11-24',
    timestamp: '2026-11-24T09:00:00Z',
  }
  const tableOf = (layout: 'paper' | 'workbook'): PackTable | undefined =>
    workingChronology(chronology, layout).blocks.find(
      (block): block is PackTable => block.type === 'table' && block.caption === 'Chronology',
    )

  it('stands close together on paper, with a letter in its agency’s colour', () => {
    const table = tableOf('paper')
    expect(table?.columns.map(({ heading }) => heading)).toEqual([
      ...['No.', 'Date and time', 'Agency', 'Event as recorded', 'Action and outcome'],
    ])
    expect(table?.rows).toEqual([['1', '3 May 2021\n10:30', 'P', 'Seen', 'None\nOutcome: Home']])
    expect(table?.badges).toEqual({ column: 2, colours: [agencyColours[1]] })
  })

  it('has a column for each thing in a workbook, and the days a date can mean', () => {
    const table = tableOf('workbook')
    expect(table?.columns.map(({ heading }, at) => [heading, table.rows[0]?.[at]])).toEqual([
      ['No.', '1'],
      ['Date', '3 May 2021'],
      ['Earliest day', '2021-05-03'],
      ['Latest day', '2021-05-03'],
      ['Time', '10:30'],
      ['Letter', 'P'],
      ['Agency', 'Police'],
      ['Event as recorded', 'Seen'],
      ['Action or response', 'None'],
      ['Outcome', 'Home'],
    ])
    expect(table?.badges).toEqual({ column: 5, colours: [agencyColours[1]] })
  })

  it('tells what it is part of', () => {
    const [first] = workingChronology(chronology, 'paper').blocks
    expect(first).toEqual({ type: 'paragraph', text: '1 entry in date order, of 2: from Police.' })
  })
})
