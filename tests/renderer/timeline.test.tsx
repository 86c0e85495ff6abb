import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible, namesSwitch, openTab, showSampleCase, type AppWindow } from './window.tsx'

const timeline = (): Promise<HTMLElement> => screen.findByRole('grid', { name: /^Timeline/ })

/** What a screen reader is told of the place in hand. */
const inHand = (): string =>
  document.getElementById(
    screen.getByRole('grid', { name: /^Timeline/ }).getAttribute('aria-activedescendant') ?? '',
  )?.textContent ?? ''

const summary = (): string => document.querySelector('.timeline-summary')?.textContent ?? ''

const openTimeline = async (): Promise<AppWindow> => {
  const shown = await showSampleCase()
  await openTab(shown, 'Chronology')
  await shown.user.click(await screen.findByRole('button', { name: 'Timeline' }))
  await timeline()
  return shown
}

describe('the timeline', () => {
  it('has a row for each agency, and says what is in view', async () => {
    await openTimeline()
    const lanes = within(await timeline()).getAllByRole('rowheader')
    expect(lanes.map((lane) => lane.querySelector('.timeline-name')?.textContent)).toEqual([
      'Calderwick Metropolitan Borough Council',
      'Calderwick Constabulary',
      'Wenbury Hospitals NHS Foundation Trust',
      'Millrace Surgery',
      'Wharfstone Homes',
    ])
    // expected.json: nine gaps, the longest of 295 days; the period under review is 1 April 2021 to 9 November 2023.
    await waitFor(() =>
      expect(summary()).toMatch(/from 5 agencies, March 2021 to November 2023, 0 conflicts/),
    )
    expect(summary()).toMatch(/9 silences, the longest of 295 days$/)
    await expectAccessible()
  })

  it('is walked by keyboard alone: along a lane, across lanes, nearer, open, back', async () => {
    const shown = await openTimeline()
    const grid = await timeline()
    grid.focus()
    await waitFor(() => expect(inHand()).toContain('Calderwick Metropolitan Borough Council'))
    await shown.user.keyboard('{Home}')
    // The council's first entry is "Before 2021", chronology row 5 (expected.json).
    await waitFor(() => expect(inHand()).toContain('Before 2021 (on or before 31 Dec 2020)'))
    await shown.user.keyboard('{ArrowRight}')
    const second = inHand()
    expect(second).not.toContain('Before 2021')
    await shown.user.keyboard('{ArrowDown}')
    await waitFor(() => expect(inHand()).toContain('Calderwick Constabulary'))
    await shown.user.keyboard('{ArrowUp}{Home}')
    await waitFor(() => expect(inHand()).toContain('Before 2021'))
    await shown.user.keyboard('{Enter}')
    const entry = await screen.findByRole('article', { name: 'Entry' })
    expect(await within(entry).findByRole('heading', { name: 'Before 2021' })).toBeTruthy()
    expect(document.activeElement).toBe(grid)
    await expectAccessible()
    await shown.user.keyboard('{Escape}')
    expect(screen.queryByRole('article', { name: 'Entry' })).toBeNull()
    expect(document.activeElement).toBe(grid)
    expect(inHand()).toContain('Before 2021')
  })

  it('parts what lies close together by zooming in, and lists it until then', async () => {
    const shown = await openTimeline()
    const grid = await timeline()
    grid.focus()
    for (let places = 0; places < 80 && !/close together/.test(inHand()); places += 1)
      await shown.user.keyboard('{ArrowRight}')
    const [, count] = /^(\d+) entries close together/.exec(inHand()) ?? []
    expect(Number(count)).toBeGreaterThan(1)
    await shown.user.keyboard('{Enter}')
    const heap = await screen.findByRole('region', { name: 'Entries at this place' })
    const buttons = [...heap.querySelectorAll('.timeline-heap-entry')]
    expect(buttons).toHaveLength(Number(count))
    expect(document.activeElement).toBe(buttons[0])
    await expectAccessible()
    await shown.user.keyboard('{Enter}')
    await screen.findByRole('article', { name: 'Entry' })
    await shown.user.keyboard('{Escape}')
    expect(await screen.findByRole('region', { name: 'Entries at this place' })).toBeTruthy()
    await shown.user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Entries at this place' })).toBeNull()
    expect(document.activeElement).toBe(grid)
    for (let times = 0; times < 12; times += 1) await shown.user.keyboard('+')
    expect(inHand()).not.toContain('close together')
    await waitFor(() => expect(summary()).toMatch(/\d\d:\d\d/))
    await shown.user.keyboard('0')
    await waitFor(() => expect(summary()).toContain('March 2021 to November 2023'))
  })

  it('is read as a table of what is in view, with its silences', async () => {
    const shown = await openTimeline()
    await shown.user.click(screen.getByRole('button', { name: 'As a table' }))
    const reading = await screen.findByRole('region', { name: 'What is in view' })
    expect(within(reading).getByText(/entries 1 to 100 of 213/)).toBeTruthy()
    expect(
      within(reading).getByText(
        'Calderwick Constabulary, 13 June 2021 to 23 September 2021: no contact recorded for 103 days',
      ),
    ).toBeTruthy()
    const [first] = await within(reading).findAllByRole('button', { name: /2021/ })
    await expectAccessible()
    if (first) await shown.user.click(first)
    expect(await screen.findByRole('article', { name: 'Entry' })).toBeTruthy()
  })

  it('filters as the list does, and hides names until they are asked for', async () => {
    const shown = await openTimeline()
    await shown.user.click(screen.getByRole('button', { name: 'As a table' }))
    const reading = await screen.findByRole('region', { name: 'What is in view' })
    await waitFor(() => expect(reading.textContent).toMatch(/Adult A/))
    expect(reading.textContent).not.toMatch(/Dorothy|Hargreave/)
    await namesSwitch(shown)
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'What is in view' }).textContent).toMatch(
        /Dorothy|Hargreave/,
      ),
    )
    await namesSwitch(shown)
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'What is in view' }).textContent).not.toMatch(
        /Dorothy|Hargreave/,
      ),
    )
    await shown.user.click(screen.getByRole('button', { name: 'Only Calderwick Constabulary' }))
    await waitFor(() => expect(screen.getAllByRole('rowheader', { name: /entries/ })).toHaveLength(1))
    await shown.user.type(screen.getByRole('searchbox'), 'zzzz')
    expect(await screen.findByText('No entry matches')).toBeTruthy()
    expect(shown.refused).toEqual([])
  })

  it('says what leaves with a picture before it leaves, and writes it only then', async () => {
    const shown = await openTimeline()
    await shown.user.click(screen.getByRole('button', { name: 'Export' }))
    const review = await screen.findByRole('dialog', { name: 'Export the timeline' })
    expect(review.textContent).toContain('No words of an entry are in the picture')
    await expectAccessible()
    await shown.user.click(within(review).getByRole('checkbox', { name: /^PNG/ }))
    // No folder is chosen, so nothing is written; that files are, tests/workspace/timeline-export.test.ts shows.
    await shown.user.click(within(review).getByRole('button', { name: 'Choose a folder and export' }))
    expect(shown.calls).toContain('shell.choose-folder')
    expect(shown.calls).not.toContain('chronology.timeline-export')
    await shown.user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
