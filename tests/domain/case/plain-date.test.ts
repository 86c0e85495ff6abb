import { describe, expect, it } from 'vitest'
import { ageOn, isCalendarDate } from '../../../domain/case/plain-date.ts'
import { daysBetween } from '../../../domain/dates/calendar.ts'

describe('calendar arithmetic', () => {
  it('knows which dates exist', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isCalendarDate)).toBe(true)
    expect(
      ['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '26-01-01'].some(isCalendarDate),
    ).toBe(false)
  })

  it('counts days as the calendar of the platform does', () => {
    for (const [from, to] of [
      ['2023-12-31', '2024-03-01'],
      ['1999-02-28', '2001-03-01'],
      ['2026-08-31', '2026-08-30'],
    ] as const) {
      expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000)
    }
  })

  it('counts completed years', () => {
    expect(ageOn('1941-02-14', '2023-11-09')).toBe(82)
    expect(ageOn('1941-02-14', '2023-02-13')).toBe(81)
    expect(ageOn('1960-02-29', '2025-02-28')).toBe(64)
  })
})
