import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useStore } from '../../renderer/store.ts'
import { dispatchUnknown } from '../../workspace/dispatch.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from '../workspace/builders.ts'
import { expectAccessible, namesSwitch, openTab, secret, showApp, showSampleCase } from './window.tsx'

const toForm = async () => {
  const shown = await showSampleCase()
  await openTab(shown, 'People key')
  await screen.findByRole('button', { name: 'Add an entry' })
  await namesSwitch(shown)
  await shown.user.click(await screen.findByRole('button', { name: 'Add an entry' }))
  await screen.findByRole('heading', { name: 'Add to the people key' })
  return shown
}

describe('the people key', () => {
  it('keeps names covered until they are asked for', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'People key')
    const table = await screen.findByRole('table')
    expect(within(table).getByRole('rowheader', { name: 'Daughter 1' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('Whitlock')
    await expectAccessible()
    await namesSwitch(shown)
    expect(await screen.findByText('Karen Louise Whitlock')).toBeTruthy()
    await shown.user.type(screen.getByRole('searchbox', { name: 'Search the people key' }), 'karen')
    await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('rowheader')).toHaveLength(1))
  })

  it('asks why a name needs care, leads to the field, and saves', async () => {
    const shown = await toForm()
    await shown.user.type(screen.getByLabelText('Name'), 'Rose Ashby')
    await shown.user.type(screen.getByLabelText('Pseudonym'), 'Neighbour 9')
    await shown.user.type(screen.getByLabelText('Other name 1'), 'Rose')
    await shown.user.click(screen.getByLabelText('Needs care'))
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    await shown.user.click(within(summary).getByRole('link', { name: 'Say why this name needs care' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Why it needs care'))
    await expectAccessible()
    await shown.user.keyboard('also a flower')
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Neighbour 9 is saved in the people key.')).toBeTruthy()
    const { caseId } = { caseId: (await shown.workspace.act('case.list', {}))[0]?.id ?? '' }
    const saved = (await shown.workspace.act('people-key.list', { caseId })).find(
      (one) => one.name === 'Rose Ashby',
    )
    expect(saved?.aliasesNeedingCare).toEqual({ Rose: 'also a flower' })
  })

  it('tells of a change by somebody else and overwrites nothing', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'People key')
    await screen.findByRole('table')
    await namesSwitch(shown)
    await shown.user.click(await screen.findByRole('button', { name: 'Edit Son 1' }))
    const caseId = (await shown.workspace.act('case.list', {}))[0]?.id ?? ''
    const son = (await shown.workspace.act('people-key.list', { caseId })).find(
      (one) => one.pseudonym === 'Son 1',
    )
    if (!son) throw new Error('Son 1 is in the sample key')
    await shown.workspace.act('people-key.save', {
      caseId,
      version: son.version,
      entry: { id: son.id, kind: 'person', name: son.name, pseudonym: 'Son 1', role: 'Changed elsewhere' },
    })
    await shown.user.type(screen.getByLabelText(/^Role/), ', changed here')
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Somebody else changed this entry since you opened it')).toBeTruthy()
    const now = (await shown.workspace.act('people-key.list', { caseId })).find(
      (one) => one.pseudonym === 'Son 1',
    )
    expect(now?.role).toBe('Changed elsewhere')
  })

  it('is not there for a panel member', async () => {
    const before = await showSampleCase()
    const caseId = (await before.workspace.act('case.list', {}))[0]?.id ?? ''
    const userId = await addUser(before.workspace, 'Asha Moor', 'panel-member')
    await before.workspace.act('case.team-add', { caseId, userId })
    const theirs = await reopenedAs(before.workspace, 'Asha Moor', passphraseOf('panel-member'))
    document.body.replaceChildren()
    const shown = showApp(theirs)
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    const tabs = await screen.findByRole('navigation', { name: 'Parts of Adult A' })
    expect([...tabs.querySelectorAll('button')].map((tab) => tab.textContent)).toEqual([
      'Overview',
      'Chronology',
      'Analysis',
      'Reports',
    ])
    expect(screen.getByText(/It can be revealed by/).textContent).toContain('the business manager')
  })
})

describe('unsaved text', () => {
  it('is kept when the vault is about to lock, and offered back after it', async () => {
    const shown = await toForm()
    await shown.user.type(screen.getByLabelText('Name'), 'Half a na')
    shown.send({ type: 'lock-soon', seconds: 60 })
    await waitFor(async () => expect(await shown.workspace.act('draft.list', {})).toHaveLength(1))
    expect(await screen.findByText(/locks in 60 seconds/)).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Lock now' }))
    await shown.user.type(await screen.findByLabelText(/^Passphrase/), secret)
    await shown.user.keyboard('{Enter}')
    await shown.user.click(await screen.findByRole('button', { name: 'Go on writing' }))
    expect(document.body.textContent).not.toContain('Half a na')
    await shown.user.click(await screen.findByRole('button', { name: /Show names/ }))
    expect(await screen.findByText(/Your unsaved text from .* has been restored/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Half a na')
    await shown.user.click(screen.getByRole('button', { name: 'Discard it' }))
    await waitFor(async () => expect(await shown.workspace.act('draft.list', {})).toEqual([]))
  })

  it('never reaches a vault that is opened after the one it was typed in', async () => {
    const first = await toForm()
    await first.user.type(screen.getByLabelText('Name'), 'Half a na')
    const next = await aWorkspace()
    useStore.setState({ session: await next.act('vault.session', {}) })
    window.sar = { ...window.sar, call: (name, input) => dispatchUnknown(next.host, name, input) }
    await useStore.getState().flushDrafts()
    expect(await next.act('draft.list', {})).toEqual([])
  })
})
