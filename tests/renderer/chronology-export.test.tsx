import { screen, waitFor } from '@testing-library/react'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from '../workspace/builders.ts'
import { expectAccessible, openTab, showApp, showSampleCase } from './window.tsx'

describe('exporting the chronology', () => {
  it('says what will leave of what is shown now, changes with every choice, and writes when a folder is chosen', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await screen.findByRole('grid', { name: 'Combined chronology' })
    await shown.user.click(screen.getByRole('button', { name: 'Only Calderwick Constabulary' }))
    await shown.user.click(screen.getByRole('button', { name: 'Export the chronology' }))
    // scripts/sample-case/README.md: 35 entries of the police, 228 of the five files.
    expect(await screen.findByText('35 of 228')).toBeTruthy()
    expect(screen.getByText('From Calderwick Constabulary')).toBeTruthy()
    expect(screen.getByText(/Pseudonymised, and still personal data/)).toBeTruthy()
    await expectAccessible()
    await shown.user.click(screen.getByRole('radio', { name: /^As recorded/ }))
    expect(await screen.findByText('Whoever has a file reads every name in it.')).toBeTruthy()
    await shown.user.click(screen.getByRole('radio', { name: 'The whole chronology' }))
    expect(await screen.findByText('228 of 228')).toBeTruthy()
    await shown.user.click(screen.getByRole('radio', { name: /^Those shown now/ }))
    await screen.findByText('35 of 228')
    const out = path.join(aFolder(), 'out')
    shown.desk.folder = { path: out, name: 'out' }
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder and export' }))
    expect(await screen.findByText('35 entries exported', {}, { timeout: 20_000 })).toBeTruthy()
    expect(readdirSync(out)).toEqual(['working-chronology.docx'])
  })

  it('wants a format, and says why nothing was written', async () => {
    const shown = await showSampleCase()
    await shown.user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog')
    await shown.user.keyboard('export the chronology{Enter}')
    await screen.findByText('228 of 228')
    await shown.user.click(screen.getByRole('checkbox', { name: /^Word/ }))
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder and export' }))
    expect((await screen.findAllByText('Choose at least one format.')).length).toBeGreaterThan(0)
    await shown.user.click(screen.getByRole('checkbox', { name: /^Word/ }))
    shown.desk.folder = { path: path.join(shown.workspace.dir, 'in'), name: 'in' }
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder and export' }))
    expect(await screen.findByText(/vault’s own folder/)).toBeTruthy()
  })

  it('is not offered to a panel member', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('sample.load', {})
    const panel = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId: panel })
    const shown = showApp(await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member')))
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await screen.findByRole('heading', { level: 1, name: 'Adult A' })
    await openTab(shown, 'Chronology')
    await screen.findByRole('grid', { name: 'Combined chronology' })
    expect(screen.queryByRole('button', { name: 'Export the chronology' })).toBeNull()
    await shown.user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog')
    await shown.user.keyboard('export')
    await waitFor(() => expect(screen.queryByText('Export the chronology')).toBeNull())
    expect(shown.refused).toEqual([])
  })
})
