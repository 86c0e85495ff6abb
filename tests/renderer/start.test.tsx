import { screen, waitFor, within } from '@testing-library/react'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHost } from '../../workspace/host.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, aWorkspaceEnvironment, passphraseOf } from '../workspace/builders.ts'
import { expectAccessible, secret, showApp } from './window.tsx'

const nobody = async () => {
  const workspace = await aWorkspace()
  await workspace.act('vault.lock', {})
  return workspace
}

describe('the start', () => {
  it('creates a vault, and shows the recovery key once until it is said to be stored', async () => {
    const env = aWorkspaceEnvironment()
    const workspace = { ...(await nobody()), host: createHost(env) }
    const dir = path.join(aFolder(), 'new')
    const shown = showApp(workspace, { recent: [], folder: { path: dir, name: 'new' } })
    await shown.user.click(
      (await screen.findAllByRole('button', { name: 'Create a vault' }))[0] as HTMLElement,
    )

    await shown.user.click(screen.getByRole('button', { name: 'Create the vault' }))
    const summary = await screen.findByRole('alert')
    await waitFor(() => expect(summary).toHaveProperty('id', (document.activeElement as HTMLElement).id))
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([
      'Enter a name for the vault',
      'Choose a folder for the vault',
      'Enter your name',
      'Enter a passphrase',
    ])
    await shown.user.click(within(summary).getByRole('link', { name: 'Enter your name' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'))
    await expectAccessible()

    await shown.user.type(screen.getByLabelText('Name of the vault'), 'Calderwick reviews')
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder' }))
    await shown.user.type(screen.getByLabelText('Your name'), 'Robin Vale')
    await shown.user.type(screen.getByLabelText('Passphrase'), 'password1234')
    expect(await screen.findByText(/not accepted/)).toBeTruthy()
    await shown.user.clear(screen.getByLabelText('Passphrase'))
    await shown.user.type(screen.getByLabelText('Passphrase'), secret)
    await shown.user.type(screen.getByLabelText('The passphrase again'), secret)
    await shown.user.click(screen.getByRole('button', { name: 'Create the vault' }))

    const go = await screen.findByRole('button', { name: 'Go on to the vault' }, { timeout: 20_000 })
    expect(go.hasAttribute('disabled')).toBe(true)
    const key = screen.getByTestId('recovery-key').textContent
    await shown.user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(shown.desk.copied).toEqual([key])
    await expectAccessible()
    await shown.user.click(screen.getByRole('checkbox'))
    await shown.user.click(go)
    expect(await screen.findByText('No case is here yet')).toBeTruthy()
    expect(document.body.textContent).not.toContain(key)
  })

  it('asks who it is, and says plainly that a passphrase is wrong', async () => {
    const workspace = await aWorkspace()
    await addUser(workspace, 'Asha Moor', 'panel-member')
    await workspace.act('vault.lock', {})
    const shown = showApp(workspace)
    await shown.user.selectOptions(await screen.findByLabelText('Who are you?'), 'Asha Moor')
    await shown.user.type(screen.getByLabelText('Passphrase'), 'not the right words')
    await shown.user.keyboard('{Enter}')
    const summary = await screen.findByRole('alert', {}, { timeout: 20_000 })
    expect(summary.textContent).toContain('do not open this vault')
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe('')
    await expectAccessible()
    await shown.user.type(screen.getByLabelText('Passphrase'), passphraseOf('panel-member'))
    await shown.user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: 'Cases' }, { timeout: 20_000 })).toBeTruthy()
    expect(screen.getByText('Pseudonyms only')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Audit' })).toBeNull()
  })

  it('opens the invented case in a vault of its own and says what it is', async () => {
    const workspace = await nobody()
    const sample = {
      path: path.join(aFolder(), 'sample'),
      passphrase: 'lantern-meadow-quiet-harbour',
      exists: false,
    }
    const shown = showApp(workspace, { sample, recent: [] })
    await shown.user.click(
      (await screen.findAllByRole('button', { name: 'Explore a sample case' }))[0] as HTMLElement,
    )
    expect(await screen.findByText('lantern-meadow-quiet-harbour')).toBeTruthy()
    expect(document.body.textContent).toContain('Everything in it is invented')
    await shown.user.click(screen.getByRole('button', { name: 'Open the sample case' }))
    expect(await screen.findByRole('button', { name: /^Adult A/ }, { timeout: 30_000 })).toBeTruthy()
    await expectAccessible()
  })

  it('locks: the page forgets the case and offers the vault again', async () => {
    const workspace = await aWorkspace()
    await workspace.act('sample.load', {})
    const shown = showApp(workspace)
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await screen.findByRole('heading', { level: 1, name: 'Adult A' })
    expect(document.title).toBe('Adult A – Overview – SAR Workspace')
    await shown.user.click(screen.getByRole('button', { name: 'Lock now' }))
    expect(await screen.findByRole('button', { name: 'Open the vault' })).toBeTruthy()
    expect(document.title).toBe('SAR Workspace')
    expect(document.body.textContent).not.toContain('CAL-SAR-2024-A')
    expect(workspace.host.session).toBeNull()
  })
  it('says why a vault is refused, opens it for inspection only, and offers nothing that changes it', async () => {
    const workspace = await aWorkspace()
    await workspace.act('sample.load', {})
    await workspace.act('vault.lock', {})
    // Somebody without the key renames the vault in the file beside it, which its authentication code does not allow.
    const slots = path.join(workspace.dir, 'keyslots.json')
    writeFileSync(slots, readFileSync(slots, 'utf8').replace('Calderwick reviews', 'Calderwick archive'))
    const shown = showApp(workspace)
    await shown.user.type(await screen.findByLabelText(/^Passphrase/), secret)
    await shown.user.keyboard('{Enter}')
    expect(
      await screen.findByText('Something is wrong with this vault', {}, { timeout: 20_000 }),
    ).toBeTruthy()
    expect(document.body.textContent).toContain('keyslots.json was changed by something other than this app.')
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Check what is wrong' }))
    expect(await screen.findByText('Found: 1 problem', {}, { timeout: 20_000 })).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Open for inspection only' }))

    const strip = await screen.findByRole('region', { name: 'Open for inspection only' }, { timeout: 20_000 })
    expect(strip.textContent).toContain('Nothing can be changed')
    expect(strip.textContent).toContain('keyslots.json was changed by something other than this app.')
    expect(await screen.findByText('Loaded the sample case')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Cases' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Statistics' })).toBeNull()
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Settings' }))
    expect(screen.getByRole('region', { name: 'Open for inspection only' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Change/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add a user' })).toBeNull()
    await shown.user.click(screen.getByRole('button', { name: 'Check the vault' }))
    expect(await screen.findByText('The vault has problems', {}, { timeout: 20_000 })).toBeTruthy()
    await expectAccessible()
  })
})
