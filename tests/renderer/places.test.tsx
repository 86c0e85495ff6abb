import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { agencyMarks } from '../../domain/case/agency-marks.ts'
import { meaningOf } from '../../renderer/date-words.ts'
import { aWorkspace, sample } from '../workspace/builders.ts'
import { expectAccessible, openTab, showApp, showSampleCase } from './window.tsx'

describe('sensitive information', () => {
  it('is hidden, wants a reason, and its reveal is an audit row', async () => {
    const shown = await showSampleCase()
    expect(document.body.textContent).not.toContain('Christian')
    await shown.user.click(screen.getByRole('button', { name: 'Reveal religion or belief of Adult A' }))
    const dialog = await screen.findByRole('dialog')
    await shown.user.click(within(dialog).getByRole('button', { name: 'Reveal and log' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say why you need to see this')
    await expectAccessible()
    await shown.user.type(within(dialog).getByLabelText('Why do you need to see this?'), 'Annual return')
    await shown.user.click(within(dialog).getByRole('button', { name: 'Reveal and log' }))
    // case.json: the religion of the sample adult.
    expect((await screen.findByText(/Christian/)).textContent).toMatch(/Christian/)
    const { rows } = await shown.workspace.act('audit.list', {})
    expect(rows.some((row) => row.action === 'sensitive.reveal')).toBe(true)
    await openTab(shown, 'Chronology')
    await openTab(shown, 'Overview')
    await screen.findByRole('heading', { name: 'Adults' })
    expect(document.body.textContent).not.toContain('Christian')
  })
})

describe('the command palette', () => {
  it('finds a place by typing and goes there; the sheet of keys opens with ?', async () => {
    const shown = await showSampleCase()
    await shown.user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog')
    await shown.user.keyboard('people key of')
    await waitFor(() => expect(screen.getAllByRole('menuitem')).toHaveLength(1))
    await expectAccessible()
    await shown.user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: 'People key' })).toBeTruthy()
    await shown.user.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
    await shown.user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('the other places', () => {
  it('show statistics with their unit and rule, for somebody who sees no case', async () => {
    const workspace = await aWorkspace('statistics')
    const shown = showApp(workspace, { files: [{ path: sample('history.json'), name: 'history.json' }] })
    expect(await screen.findByText('No concluded review is counted yet')).toBeTruthy()
    await expectAccessible()
    expect(screen.queryByRole('button', { name: 'Cases' })).toBeNull()
    await shown.user.click(screen.getByRole('button', { name: 'Import earlier years' }))
    expect((await screen.findAllByRole('table')).length).toBeGreaterThan(3)
    expect(document.body.textContent).toContain('This table counts reviews')
    expect(document.body.textContent).toContain('Counts of 0 to 4 are hidden')
    expect(document.body.textContent).not.toContain('CAL/20-21/01')
    await expectAccessible()
  })

  it('show the audit record and verify it, and the settings', async () => {
    const workspace = await aWorkspace()
    const shown = showApp(workspace)
    await shown.user.click(await screen.findByRole('button', { name: 'Audit' }))
    expect(await screen.findByText('Created the vault')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Verify now' }))
    expect(await screen.findByText('The record is whole')).toBeTruthy()
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Settings' }))
    await shown.user.click(await screen.findByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await shown.user.click(screen.getByRole('button', { name: 'Add a user' }))
    await shown.user.type(screen.getByLabelText('Name'), 'Sam Orme')
    await shown.user.click(screen.getByRole('button', { name: 'Add the user' }))
    expect(await screen.findByText('A first passphrase for Sam Orme, shown only now')).toBeTruthy()
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Disclosures' }))
    expect(await screen.findByText('Nothing has left this vault')).toBeTruthy()
    await expectAccessible()
  })
})

describe('words and marks', () => {
  const date = { original: '', precision: 'exact', warnings: [] } as const

  it('say what a date can mean without inventing a day', () => {
    expect(meaningOf({ ...date, earliest: '2023-04-03', latest: '2023-04-03', time: '14:30' })).toBe(
      '3 Apr 2023, 14:30',
    )
    expect(meaningOf({ ...date, precision: 'month', earliest: '2023-03-01', latest: '2023-03-31' })).toBe(
      'within Mar 2023',
    )
    expect(meaningOf({ ...date, precision: 'season', earliest: '2021-03-01', latest: '2021-05-31' })).toBe(
      'within Mar to May 2021',
    )
    expect(meaningOf({ ...date, precision: 'year', earliest: '1998-01-01', latest: '1998-12-31' })).toBe(
      'within 1998',
    )
    expect(meaningOf({ ...date, precision: 'before', earliest: null, latest: '2020-12-31' })).toBe(
      'on or before 31 Dec 2020',
    )
    expect(meaningOf({ ...date, precision: 'unknown', earliest: null, latest: null })).toBe(
      'no date understood',
    )
  })

  it('give each agency of a case a letter of its own', () => {
    const agencies = [
      'Police',
      'Police',
      'Local authority',
      'NHS trust',
      'GP practice',
      'Care provider',
      'Council',
    ].map((sector, index) => ({ id: String(index), name: `Place ${index}`, sector }))
    const letters = [...agencyMarks(agencies).values()].map((mark) => mark.letter)
    expect(new Set(letters).size).toBe(agencies.length)
    expect(letters[0]).toBe('P')
  })
})
