import { screen, waitFor, within } from '@testing-library/react'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from '../workspace/builders.ts'
import { addSmallCase, unknownName, writeSmallFiles } from '../workspace/small-case.ts'
import { expectAccessible, namesSwitch, showApp } from './window.tsx'

const openPacks = async (shown: ReturnType<typeof showApp>): Promise<void> => {
  await shown.user.click(await screen.findByRole('button', { name: /^Adult B/ }))
  await shown.user.click(await screen.findByRole('button', { name: 'Packs' }))
}

describe('a pack', () => {
  it('is built, decided by one key each, approved by somebody else who has read it, and released', async () => {
    const workspace = await aWorkspace()
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
    await addUser(workspace, 'Sam Orme', 'chair')
    const { entries } = await workspace.act('chronology.list', { caseId })
    const marked = entries.find(({ event }) => !event.includes(unknownName))
    await workspace.act('analysis.save', {
      caseId,
      records: [{ recordId: marked?.recordId ?? '', version: 0 }],
      change: { flags: ['health', 'safe-address'] },
    })
    const shown = showApp(workspace)
    await openPacks(shown)
    await shown.user.click(await screen.findByRole('button', { name: 'Build a pack' }))
    const withheld = await screen.findByRole('region', { name: 'What is withheld' })
    await waitFor(() =>
      expect(withheld.textContent).toContain(
        '1 entry is withheld because the review has marked it as sensitive: health (1) and address not to be disclosed (1).',
      ),
    )
    expect(withheld.textContent).toContain('2 entries of the chronology would be in this pack.')
    await shown.user.click(within(withheld).getByRole('button', { name: /^Look at the marked entries/ }))
    expect(await screen.findByText('1 entry of 3')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Packs' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Build a pack' }))
    await shown.user.click(screen.getByRole('button', { name: 'Build the pack' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link', { name: 'Choose who this pack is for' })).toBeTruthy()
    await expectAccessible()
    await shown.user.selectOptions(screen.getByLabelText('Recipient'), 'Police')
    // The PDF writer takes bytes of Node's own realm only, which jsdom's are not; PDF is built in the window's tests.
    await shown.user.click(screen.getByLabelText('PDF'))
    await shown.user.click(screen.getByLabelText('CSV'))
    await shown.user.click(screen.getByRole('button', { name: 'Build the pack' }))

    await screen.findByRole('tab', { name: 'Review' }, { timeout: 40_000 })
    expect(await screen.findByText('Names are hidden')).toBeTruthy()
    await namesSwitch(shown)
    const decisions = await screen.findByRole('region', { name: 'Decisions' })
    const questions = within(decisions).getByRole('status').textContent ?? ''
    const count = Number(/^\d+/.exec(questions)?.[0])
    expect(count).toBeGreaterThan(0)
    await expectAccessible()
    for (let n = 0; n < count; n += 1) await shown.user.keyboard('4')
    await waitFor(() => expect(within(decisions).getByRole('status').textContent).toMatch(/^0 of/))
    await shown.user.click(
      within(decisions).getByRole('button', { name: `Apply ${count} decision${count === 1 ? '' : 's'}` }),
    )
    expect(await screen.findByText('Ready for approval', {}, { timeout: 40_000 })).toBeTruthy()

    await shown.user.click(screen.getByRole('tab', { name: 'Approve' }))
    const own = await screen.findByRole('button', { name: 'Approve for Police' })
    expect(own.hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('Somebody other than you must approve: you built this pack')).toBeTruthy()

    const theirs = await reopenedAs(workspace, 'Sam Orme', passphraseOf('chair'))
    document.body.replaceChildren()
    const out = path.join(aFolder(), 'out')
    const second = showApp(theirs, { folder: { path: out, name: 'out' } })
    await openPacks(second)
    await second.user.click(await screen.findByRole('button', { name: 'Police' }))
    await second.user.click(await screen.findByRole('tab', { name: 'Approve' }))
    expect((await screen.findByRole('button', { name: 'Approve for Police' })).hasAttribute('disabled')).toBe(
      true,
    )
    await second.user.click(screen.getByRole('button', { name: 'Open all that the recipient will read' }))
    expect(await screen.findByRole('article', { name: 'What the recipient will read' })).toBeTruthy()
    await expectAccessible()
    await second.user.click(screen.getByRole('tab', { name: 'Approve' }))
    const sample = await screen.findByRole('region', { name: 'Sample for the approver' })
    const parts = within(sample).getAllByRole('listitem').length
    expect(within(sample).getByRole('status').textContent).toBe(`${parts} of ${parts} left`)
    for (let left = parts - 1; left >= 0; left -= 1) {
      await second.user.keyboard('n')
      await waitFor(() =>
        expect(within(sample).getByRole('status').textContent).toBe(`${left} of ${parts} left`),
      )
    }
    await expectAccessible()
    await second.user.click(await screen.findByRole('button', { name: 'Approve for Police' }))
    expect(await screen.findByText('Before this leaves')).toBeTruthy()
    expect(existsSync(out)).toBe(false)
    await second.user.click(screen.getByRole('button', { name: 'Choose a folder and release' }))
    expect(await screen.findByText(/Disclosure reference/, {}, { timeout: 20_000 })).toBeTruthy()
    expect(readdirSync(out).length).toBeGreaterThan(0)
    await second.user.click(screen.getByRole('button', { name: 'Disclosures' }))
    expect(await screen.findByText('Released')).toBeTruthy()
    await expectAccessible()
  })
})
