import { screen, waitFor } from '@testing-library/react'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../db/builders.ts'
import { expectAccessible, openTab, showSampleCase } from './window.tsx'

describe('making templates for agencies', () => {
  it('is for all agencies at once, keeps instructions while they are typed, and catches a name in them', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await shown.user.click(await screen.findByRole('button', { name: 'Import' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Make a template for an agency' }))
    await screen.findByRole('heading', { name: 'Make a template for an agency' })
    expect(await screen.findByText(/^6 files for 6 agencies/)).toBeTruthy()
    // case.json: the period under review.
    expect(screen.getByText('1 April 2021 to 9 November 2023')).toBeTruthy()
    await shown.user.type(screen.getByLabelText(/^For this review/), 'Look for letters to Mrs Hargreave.')
    const write = await screen.findByRole('button', { name: 'Write “Adult A”' })
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder and save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Something here may identify somebody')
    await shown.user.click(write)
    await waitFor(() => expect(document.querySelector('.words-found')).toBeNull())
    await waitFor(async () => {
      const drafts = await shown.workspace.act('draft.list', {})
      expect(drafts.map(({ text }) => text).join()).toContain('letters to Adult A')
    })
    for (const name of ['Calderwick Constabulary', 'Millrace Surgery', 'Wharfstone Homes'])
      await shown.user.click(screen.getByRole('checkbox', { name }))
    const out = path.join(aFolder(), 'out')
    shown.desk.folder = { path: out, name: 'out' }
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder and save' }))
    expect(await screen.findByText('3 templates saved', {}, { timeout: 20_000 })).toBeTruthy()
    expect(readdirSync(out)).toHaveLength(3)
    expect(screen.getByRole('rowheader', { name: 'Brightmoor Homecare Ltd' })).toBeTruthy()
  })
})
