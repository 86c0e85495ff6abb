import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible, openTab, showSampleCase, type AppWindow } from './window.tsx'

const openSameEvents = async (): Promise<AppWindow> => {
  const shown = await showSampleCase()
  await openTab(shown, 'Chronology')
  await shown.user.click(await screen.findByRole('button', { name: 'Same events' }))
  await screen.findByRole('region', { name: 'Pair to decide' })
  return shown
}

const tab = (name: RegExp): HTMLElement => screen.getByRole('tab', { name })

describe('same events', () => {
  it('are decided by keyboard: confirm, reject, later, and undo', async () => {
    const shown = await openSameEvents()
    const left = (): number => Number(/\d+/.exec(tab(/^To decide/).textContent ?? '')?.[0])
    const first = left()
    await expectAccessible()
    // Backwards from the first comes the last, which is on another page of the list; then the first again.
    await shown.user.keyboard('k')
    expect(await screen.findByText(`${first} of ${first} to decide`)).toBeTruthy()
    expect(screen.getAllByRole('group', { name: /^Account by / })).toHaveLength(2)
    await shown.user.keyboard('n')
    expect(await screen.findByText(`1 of ${first} to decide`)).toBeTruthy()
    await shown.user.keyboard('c')
    await waitFor(() => expect(tab(/^Confirmed events/).textContent).toBe('Confirmed events 1'))
    expect(left()).toBeLessThan(first)
    const afterOne = left()
    await shown.user.keyboard('r')
    await waitFor(() => expect(tab(/^Rejected/).textContent).toBe('Rejected 1'))
    expect(left()).toBe(afterOne - 1)
    const pair = screen.getByRole('region', { name: 'Pair to decide' })
    expect(document.activeElement).toBe(pair)
    const before = pair.textContent
    await shown.user.keyboard('n')
    expect(screen.getByRole('region', { name: 'Pair to decide' }).textContent).not.toBe(before)
    await shown.user.keyboard('u')
    await waitFor(() => expect(tab(/^Rejected/).textContent).toBe('Rejected 0'))
    await shown.user.keyboard('u')
    await waitFor(() => expect(tab(/^Confirmed events/).textContent).toBe('Confirmed events 0'))
    expect(left()).toBe(first)
  })

  it('show both accounts with what differs in words, and list the conflict until it is settled', async () => {
    const shown = await openSameEvents()
    // The likeliest pair that differs in its date: as expected.json has of nearly every event of several agencies.
    while (screen.queryByText(/^Date\.$/) === null) await shown.user.keyboard('n')
    const pair = screen.getByRole('region', { name: 'Pair to decide' })
    expect(within(pair).getAllByRole('group', { name: /^Account by / })).toHaveLength(2)
    expect(pair.querySelectorAll('mark.differs').length).toBeGreaterThanOrEqual(2)
    expect(pair.querySelector('mark.differs')?.textContent).toMatch(/ differs, \d/)
    await shown.user.keyboard('c')
    await shown.user.click(tab(/^Unresolved conflicts [1-9]/))
    const open = Number(/\d+/.exec(tab(/^Unresolved conflicts/).textContent ?? '')?.[0])
    const conflict = screen.getByRole('group', { name: 'Date' })
    expect(within(conflict).getByText('Unresolved')).toBeTruthy()
    await shown.user.click(within(conflict).getByRole('button', { name: 'Settle it' }))
    await shown.user.click(within(conflict).getByRole('button', { name: 'Record the resolution' }))
    expect(await within(conflict).findByText('Choose how it is settled')).toBeTruthy()
    await shown.user.click(within(conflict).getByRole('radio', { name: /^Neither/ }))
    await shown.user.type(within(conflict).getByRole('textbox', { name: 'Why' }), 'The log is lost')
    await expectAccessible()
    await shown.user.click(within(conflict).getByRole('button', { name: 'Record the resolution' }))
    await waitFor(() =>
      expect(tab(/^Unresolved conflicts/).textContent).toBe(`Unresolved conflicts ${open - 1}`),
    )
    expect(screen.queryByText(/The log is lost/)).toBe(null)
    await shown.user.click(screen.getByRole('radio', { name: 'Resolved 1' }))
    expect(
      await screen.findByText('Neither account is preferred, says Robin Vale: The log is lost'),
    ).toBeTruthy()
    await expectAccessible()
    // What was settled can be taken back, like everything else.
    await shown.user.keyboard('{Control>}z{/Control}')
    await shown.user.click(await screen.findByRole('radio', { name: `Unresolved ${open}` }))
    await screen.findByRole('group', { name: 'Date' })
    await shown.user.click(tab(/^Confirmed events 1/))
    const event = screen.getByRole('group', { name: /^Event of / })
    expect(within(event).getAllByRole('group', { name: /^Account by / })).toHaveLength(2)
  })

  it('take a difference that only a person saw, and let it be withdrawn and taken up again', async () => {
    const shown = await openSameEvents()
    await shown.user.keyboard('c')
    await shown.user.click(tab(/^Confirmed events/))
    await waitFor(() => expect(tab(/^Confirmed events/).textContent).toBe('Confirmed events 1'))
    const event = await screen.findByRole('group', { name: /^Event of / })
    await shown.user.click(within(event).getByRole('button', { name: 'Note a difference' }))
    const form = within(event).getByRole('form', { name: 'Note a difference' })
    await shown.user.selectOptions(
      within(form).getByRole('combobox', { name: 'What do the accounts differ in?' }),
      'Attendance',
    )
    const [first, second] = within(form).getAllByRole('textbox')
    if (!first || !second) throw new Error('two accounts were expected')
    await shown.user.type(first, 'The chair came')
    await shown.user.click(within(form).getByRole('button', { name: 'Note the difference' }))
    expect(await within(form).findByText('Enter what at least two of the accounts say')).toBeTruthy()
    await shown.user.type(second, 'The chair sent apologies')
    await expectAccessible()
    await shown.user.click(within(form).getByRole('button', { name: 'Note the difference' }))
    const noted = await screen.findByRole('group', { name: 'Attendance' })
    expect(within(noted).getByText('The chair sent apologies')).toBeTruthy()
    await shown.user.click(within(noted).getByRole('button', { name: 'Withdraw it' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Attendance' })).toBe(null))
    await shown.user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByRole('group', { name: 'Attendance' })).toBeTruthy()
  })

  it('stay in reach where there are very many: events and conflicts a page at a time', async () => {
    const shown = await showSampleCase()
    const { act } = shown.workspace
    const [one] = await act('case.list', {})
    const caseId = one?.id ?? ''
    const { pairs } = await act('chronology.proposals', { caseId, limit: 1_000 })
    const decided = { caseId, decision: 'confirmed' as const, reason: 'A test' }
    for (const { a, b, version } of pairs)
      await act('chronology.decide-links', { ...decided, pairs: [{ a: a.entryId, b: b.entryId, version }] })
    const { total } = await act('chronology.conflicts', { caseId })
    const events = (await act('chronology.events', { caseId })).total
    expect(events).toBeGreaterThan(20)
    await openTab(shown, 'Chronology')
    await shown.user.click(await screen.findByRole('button', { name: 'Same events' }))
    await shown.user.click(tab(/^Confirmed events/))
    const shownEvents = (): number => screen.queryAllByRole('group', { name: /^Event of / }).length
    await waitFor(() => expect(shownEvents()).toBe(20))
    const pages = screen.getByRole('navigation', { name: 'Pages' })
    expect(within(pages).getByRole('status').textContent).toBe(`1 to 20 of ${events}`)
    await shown.user.click(within(pages).getByRole('button', { name: 'Next 20' }))
    await waitFor(() => expect(shownEvents()).toBe(events - 20))
    await shown.user.click(tab(/^Unresolved conflicts/))
    await waitFor(() =>
      expect(screen.getAllByText('Unresolved', { selector: '.badge' })).toHaveLength(Math.min(50, total)),
    )
  })

  it('are decided from the command palette too', async () => {
    const shown = await openSameEvents()
    const run = async (name: string): Promise<void> => {
      await shown.user.keyboard('{Control>}k{/Control}')
      await shown.user.keyboard(name)
      await shown.user.click(await screen.findByRole('menuitem', { name: new RegExp(name) }))
    }
    const pair = (): string => screen.getByRole('region', { name: 'Pair to decide' }).textContent
    const first = pair()
    await run('Next pair to decide')
    await waitFor(() => expect(pair()).not.toBe(first))
    await run('Reject the pair')
    await waitFor(() => expect(tab(/^Rejected/).textContent).toBe('Rejected 1'))
    await run('Confirm the pair')
    await waitFor(() => expect(tab(/^Confirmed events/).textContent).toBe('Confirmed events 1'))
    await run('Unresolved conflicts')
    await waitFor(() => expect(tab(/^Unresolved conflicts/).getAttribute('aria-selected')).toBe('true'))
  })

  it('are confirmed beside the list too, confirmed accounts first', async () => {
    const shown = await openSameEvents()
    const account = screen.getAllByRole('group', { name: /^Account by / })[0]
    // The opening words: a phrase, so that what stands between them does not count.
    const opening =
      account?.querySelector('.as-written')?.textContent?.replace(/["“”]/g, '').slice(0, 60) ?? ''
    await shown.user.click(screen.getByRole('button', { name: 'Entries' }))
    await screen.findByRole('grid')
    await shown.user.type(screen.getByRole('searchbox'), `"${opening.replace(/\s\S*$/, '')}"`)
    // The heading row and the one account that begins with these words.
    const grid = screen.getByRole('grid')
    await waitFor(() => expect(grid.getAttribute('aria-rowcount')).toBe('2'))
    grid.focus()
    await shown.user.keyboard('{Enter}')
    const entry = await screen.findByRole('article', { name: 'Entry' })
    await shown.user.click(within(entry).getByRole('tab', { name: /^Links/ }))
    await shown.user.click((await within(entry).findAllByRole('button', { name: 'One event' }))[0] ?? entry)
    expect(await within(entry).findByRole('group', { name: /^Event of / })).toBeTruthy()
    await expectAccessible()
  })

  it('are made by hand too, with a reason, between agencies', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    const grid = await screen.findByRole('grid')
    grid.focus()
    await shown.user.keyboard('j{Enter}')
    const entry = await screen.findByRole('article', { name: 'Entry' })
    await shown.user.click(await within(entry).findByRole('tab', { name: /^Links/ }))
    await shown.user.click(await within(entry).findByRole('button', { name: 'Link to another entry' }))
    const form = within(entry).getByRole('form', { name: 'Link to another entry' })
    await shown.user.type(within(form).getByRole('textbox', { name: 'Find the other account' }), 'discharge')
    await within(form).findAllByRole('listitem')
    expect(within(form).getByRole('status').textContent).toMatch(/entries/)
    await shown.user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}')
    const beside = await within(form).findByRole('region', { name: 'The two accounts side by side' })
    expect(document.activeElement).toBe(beside)
    await shown.user.click(await within(form).findByRole('button', { name: 'Link them' }))
    expect(await within(form).findByText(/Say why they are\.$/)).toBeTruthy()
    await shown.user.type(within(form).getByRole('textbox', { name: 'Why are they one event?' }), 'A test')
    await shown.user.click(within(form).getByRole('button', { name: 'Link them' }))
    expect(await within(entry).findByRole('group', { name: /^Event of / })).toBeTruthy()
    expect(within(entry).getByText(/A test/)).toBeTruthy()
    expect(entry.contains(document.activeElement)).toBe(true)
    await shown.user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(within(entry).queryByRole('group', { name: /^Event of / })).toBe(null))
  })
})
