import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../db/builders.ts'
import { aWorkspace } from '../workspace/builders.ts'
import { smallCase, smallRoster } from '../workspace/small-case.ts'
import { expectAccessible, namesSwitch, openTab, showApp, showSampleCase } from './window.tsx'

const grid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Combined chronology' })
const activeRow = (): HTMLElement | null =>
  document.getElementById(
    screen.getByRole('grid', { name: 'Combined chronology' }).getAttribute('aria-activedescendant') ?? '',
  )

describe('the chronology', () => {
  it('is read by keyboard alone: down, open, back to the row', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    const list = await grid()
    // 69 + 35 + 44 + 50 + 30 entries of the five first files (scripts/sample-case/README.md), and the heading row.
    expect(list.getAttribute('aria-rowcount')).toBe('229')
    list.focus()
    await shown.user.keyboard('jjk{ArrowDown}')
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('4')
    await shown.user.keyboard('{Enter}')
    const entry = await screen.findByRole('article', { name: 'Entry' })
    await within(entry).findByRole('tab', { name: 'As recorded' })
    expect(document.activeElement).toBe(list)
    await expectAccessible()
    await shown.user.click(within(entry).getByRole('tab', { name: 'Source' }))
    expect(await within(entry).findByText('SHA-256 of the file')).toBeTruthy()
    await shown.user.keyboard('{Escape}')
    expect(screen.queryByRole('article', { name: 'Entry' })).toBeNull()
    expect(document.activeElement).toBe(list)
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('4')
    await shown.user.keyboard('{End}')
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('229')
  })

  it('moves from row to row from anywhere on the page, the tab just pressed included', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    const list = await grid()
    expect(document.activeElement).not.toBe(list)
    await shown.user.keyboard('j')
    expect(document.activeElement).toBe(list)
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('3')
    await shown.user.click(screen.getByRole('button', { name: 'Only Calderwick Constabulary' }))
    await waitFor(() => expect(list.getAttribute('aria-rowcount')).toBe('36'))
    await shown.user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(list)
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('3')
    await shown.user.keyboard('k')
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('2')
    await shown.user.type(screen.getByRole('searchbox'), 'jk')
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('jk')
  })

  it('tells where each agency’s record is silent', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await grid()
    // expected.json, gaps: 90 days and more; of the police three, one of them stated as no contact but for 57 days.
    const line = await screen.findByText(/^Calderwick Constabulary: /)
    expect(line.textContent).toBe(
      'Calderwick Constabulary: 13 Jun 2021 to 23 Sep 2021, 103 days; ' +
        '19 Nov 2021 to 14 Jul 2022, 238 days, stated as no contact but for 57 days; ' +
        '3 Oct 2022 to 12 Jan 2023, 102 days',
    )
    expect(document.querySelectorAll('.ribbon-gap')).toHaveLength(9)
    expect(shown.calls.filter((name) => name === 'chronology.density')).toHaveLength(1)
  })

  it('hides names until they are asked for, and hides them again', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    const list = await grid()
    await within(list).findAllByText(/Adult A/)
    expect(list.textContent).not.toMatch(/Dorothy|Hargreave/)
    await namesSwitch(shown)
    await within(list).findAllByText(/Dorothy|Hargreave/)
    expect(screen.getByRole('button', { name: 'Names shown', pressed: true })).toBeTruthy()
    expect(document.title).not.toMatch(/Dorothy|Hargreave/)
    await namesSwitch(shown)
    await waitFor(() => expect(list.textContent).not.toMatch(/Dorothy|Hargreave/))
  })

  it('looks uncertain where the date is, and says what it can mean', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    const list = await grid()
    const written = await within(list).findByText('Before 2021')
    expect(written.className).toContain('date-uncertain')
    // expected.json: "Before 2021" is open before and ends on the day before 1 January 2021.
    expect(written.parentElement?.textContent).toContain('on or before 31 Dec 2020')
    expect(within(list).getByText('21/01/2021').className).not.toContain('date-uncertain')
  })

  it('searches from anywhere with /, filters by agency and by dates as people write them', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    const list = await grid()
    await shown.user.keyboard('/')
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    await shown.user.keyboard('sepsis')
    await waitFor(() => expect(Number(list.getAttribute('aria-rowcount'))).toBeLessThan(60))
    await shown.user.click(screen.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('229'))
    await shown.user.click(screen.getByRole('button', { name: 'Only Calderwick Constabulary' }))
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('36'))
    await shown.user.click(screen.getByRole('button', { name: 'Add filter' }))
    await shown.user.click(await screen.findByRole('menuitem', { name: 'Period' }))
    const from = await screen.findByLabelText<HTMLInputElement>('From')
    await shown.user.type(from, 'no such day{Enter}')
    expect(await screen.findByText('Not understood')).toBeTruthy()
    await shown.user.clear(from)
    await shown.user.type(from, 'November 2030{Enter}')
    await waitFor(() => expect(from.value).toBe('1 Nov 2030'))
    await shown.user.click(screen.getByRole('button', { name: 'Done' }))
    expect(await screen.findByText('No entry matches')).toBeTruthy()
  })

  it('says its filters as a sentence, each changed and removed by keyboard', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await grid()
    await shown.user.click(screen.getByRole('button', { name: 'Add filter' }))
    await shown.user.click(await screen.findByRole('menuitem', { name: 'How sure the date is' }))
    await shown.user.click(await screen.findByRole('checkbox', { name: 'Uncertain' }))
    await shown.user.click(screen.getByRole('button', { name: 'Done' }))
    const chip = await screen.findByRole('button', { name: 'whose date is uncertain' })
    const { total } = await shown.workspace.act('chronology.list', {
      caseId: (await shown.workspace.act('case.list', {}))[0]?.id ?? '',
      certainty: ['uncertain'],
    })
    expect(total).toBeGreaterThan(0)
    await waitFor(() =>
      expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(total + 1)),
    )
    expect(document.querySelector('.filter-count')?.textContent).toMatch(/of 228$/)
    chip.focus()
    await shown.user.keyboard('{Delete}')
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('229'))
    expect(document.activeElement?.textContent).toContain('Add filter')
  })

  it('stands in groups that open and close by keyboard, under columns of one’s own', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await grid()
    await shown.user.click(screen.getByRole('button', { name: 'View' }))
    await shown.user.click(await screen.findByRole('radio', { name: 'Agency' }))
    await shown.user.keyboard('{Escape}')
    const tree = await screen.findByRole('treegrid', { name: 'Combined chronology' })
    // 228 entries, five agencies' headings and the row of columns.
    await waitFor(() => expect(tree.getAttribute('aria-rowcount')).toBe('234'))
    tree.focus()
    await shown.user.keyboard('{Home}{ArrowLeft}')
    const head = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')
    expect(head?.getAttribute('aria-expanded')).toBe('false')
    // 69 entries of the council are away.
    expect(tree.getAttribute('aria-rowcount')).toBe('165')
    await shown.user.keyboard('{ArrowRight}')
    expect(tree.getAttribute('aria-rowcount')).toBe('234')
    await shown.user.click(screen.getByRole('button', { name: 'Columns' }))
    const outcome = () => screen.getByRole('checkbox', { name: 'Outcome' })
    await screen.findByRole('checkbox', { name: 'Outcome' })
    outcome().focus()
    await shown.user.keyboard(' ')
    await waitFor(() => expect(document.activeElement).toBe(outcome()))
    const left = () => screen.getByRole('button', { name: 'Move Outcome to the left' })
    left().focus()
    await shown.user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(left()))
    await shown.user.keyboard('{Escape}')
    const headings = [...tree.querySelectorAll('[role=columnheader]')].map(({ textContent }) => textContent)
    expect(headings.slice(-2)).toEqual(['Outcome', 'Place in the file'])
  })

  it('draws few rows of ten thousand', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const file = path.join(aFolder(), 'many.csv')
    const rows = Array.from({ length: 10_000 }, (_, n) => {
      const day = new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)
      return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)},Visit number ${n + 1}`
    })
    writeFileSync(file, ['Date,Event', ...rows].join('\n'))
    await workspace.act('chronology.import', { caseId, agencyId: 'a1', path: file })
    const shown = showApp(workspace)
    await shown.user.click(await screen.findByRole('button', { name: /^Adult B/ }))
    await screen.findByRole('heading', { level: 1, name: 'Adult B' })
    await shown.user.keyboard('{Alt>}2{/Alt}')
    const list = await grid()
    expect(list.getAttribute('aria-rowcount')).toBe('10001')
    expect(list.querySelectorAll('*').length).toBeLessThan(300)
    list.focus()
    await shown.user.keyboard('{End}')
    fireEvent.scroll(list, { target: { scrollTop: 10_000 * 62 } })
    expect(await within(list).findByText('Visit number 10000')).toBeTruthy()
    expect(list.querySelectorAll('*').length).toBeLessThan(300)
  })
})
