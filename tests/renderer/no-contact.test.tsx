import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from '../workspace/builders.ts'
import { expectAccessible, openTab, showApp, showSampleCase, type AppWindow } from './window.tsx'

const openNoContact = async (shown: AppWindow): Promise<HTMLElement> => {
  await openTab(shown, 'Chronology')
  await shown.user.click(await screen.findByRole('button', { name: 'No contact' }))
  await screen.findByRole('heading', { name: 'No contact' })
  return screen.findByRole('region', { name: 'Silences by agency' })
}

describe('no contact', () => {
  it('says of each silence what is known, and of each agency where its own file states it', async () => {
    const shown = await showSampleCase()
    const table = await openNoContact(shown)
    // expected.json, gaps: nine, and the care provider that has sent no chronology.
    expect(within(table).getAllByText('Not accounted for')).toHaveLength(10)
    // README and expected.json: the police and the hospital declare no contact over part of a gap.
    expect(within(table).getAllByText(/stated as no contact in the agency’s file, /)).toHaveLength(2)
    expect(
      screen.getByRole('img', { name: /^Silences by agency, 1 Apr 2021 to 9 Nov 2023: 6 agencies of 6/ }),
    ).toBeTruthy()
    await expectAccessible()
  })

  it('counts from another length for the whole case, at once', async () => {
    const shown = await showSampleCase()
    await openNoContact(shown)
    const length = screen.getByLabelText('A silence counts from')
    await shown.user.clear(length)
    await shown.user.type(length, '0')
    await shown.user.click(screen.getByRole('button', { name: 'Use this length' }))
    expect(await screen.findByText('Enter a whole number of days')).toBeTruthy()
    await shown.user.clear(length)
    await shown.user.type(length, '250')
    await shown.user.click(screen.getByRole('button', { name: 'Use this length' }))
    // Of the answer key's gaps the hospital's of 295 and 277 days, and the whole period of the care provider.
    expect(await screen.findByText('3 silences')).toBeTruthy()
    expect(screen.getAllByText('No silence of 250 days or more')).toHaveLength(4)
  })

  it('keeps a letter’s words while they are typed, asks about a name nobody knows, and takes a person’s word for it', async () => {
    const shown = await showSampleCase()
    await openNoContact(shown)
    await shown.user.click(screen.getByRole('button', { name: 'Write a query to Millrace Surgery' }))
    const after = await screen.findByLabelText<HTMLTextAreaElement>('After the table of periods')
    await shown.user.clear(after)
    await shown.user.type(after, 'Please ask Mrs Ostrander for the old cards.')
    await screen.findByText('Mrs Ostrander', { selector: 'strong' })
    await shown.user.click(screen.getByRole('button', { name: 'It names nobody' }))
    await expectAccessible()
    await waitFor(async () => {
      const drafts = await shown.workspace.act('draft.list', {})
      expect(drafts.map(({ text }) => text).join()).toContain('old cards')
    })
    await waitFor(() => expect(document.querySelector('.words-found')).toBeNull())
    await shown.user.click(screen.getByRole('button', { name: 'Choose a folder and save the letter' }))
    // No folder is chosen, so nothing is written; nothing stood in the way either.
    expect(screen.queryByRole('alert')).toBeNull()
    expect(shown.calls).not.toContain('no-contact.send')
  })

  it('is read and not changed by a panel member', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('sample.load', {})
    const panel = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId: panel })
    const shown = showApp(await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member')))
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await screen.findByRole('heading', { level: 1, name: 'Adult A' })
    await openNoContact(shown)
    expect(screen.queryByRole('button', { name: /^(Write a query|Record|Use this length)/ })).toBeNull()
    expect(screen.getByText(/^Statements are recorded and queries written by/).textContent).toContain(
      'review author',
    )
    expect(shown.refused).toEqual([])
  })
})
