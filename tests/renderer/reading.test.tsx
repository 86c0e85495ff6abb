import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type AppWindow, expectAccessible, namesSwitch, openTab, showSampleCase } from './window.tsx'

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
const search = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('searchbox')
const rows = (): string | null => screen.getByLabelText('Combined chronology').getAttribute('aria-rowcount')

const reading = async (): Promise<AppWindow & { readonly caseId: string }> => {
  const shown = await showSampleCase()
  await openTab(shown, 'Chronology')
  await screen.findByRole('grid', { name: 'Combined chronology' })
  const [one] = await shown.workspace.act('case.list', {})
  return { ...shown, caseId: one?.id ?? '' }
}
const stored = async ({ workspace, caseId }: Awaited<ReturnType<typeof reading>>) =>
  workspace.act('view.list', { caseId, pseudonyms: false })

/** Opens the menu of kept views from the keyboard. */
const openViews = async ({ user }: AppWindow, name: string | RegExp = 'Views'): Promise<HTMLElement> => {
  button(name).focus()
  await user.keyboard('{Enter}')
  return screen.findByRole('dialog')
}

describe('kept views', () => {
  it('are kept, opened, begun with, shared, changed and taken away by keyboard, and come back', async () => {
    const shown = await reading()
    const { user } = shown
    await user.type(search(), 'sepsis')
    await waitFor(() => expect(rows()).not.toBe('229'))
    const found = rows()
    const menu = await openViews(shown)
    within(menu)
      .getByLabelText(/^Keep what is shown/)
      .focus()
    await user.keyboard('{Enter}')
    expect(await within(menu).findByRole('alert')).toBeTruthy()
    await user.keyboard('Sepsis{Enter}')
    await screen.findByText('The view is kept.')
    await expectAccessible()
    for (const [name, told] of [
      ['Begin this case with it', { first: true }],
      ['Shared with the team of this case', { shared: true }],
    ] as const) {
      within(menu).getByRole('checkbox', { name }).focus()
      await user.keyboard(' ')
      await waitFor(async () => expect(await stored(shown)).toMatchObject([told]))
    }
    within(menu)
      .getByRole('button', { name: /^All entries/ })
      .focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(rows()).toBe('229'))
    expect(search().value).toBe('')
    const again = await openViews(shown)
    within(again).getByRole('button', { name: 'Sepsis' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(rows()).toBe(found))
    expect(search().value).toBe('sepsis')

    await user.click(button('View'))
    await user.click(await screen.findByRole('radio', { name: 'One line' }))
    await user.keyboard('{Escape}')
    const third = await openViews(shown, 'Sepsis, changed')
    within(third).getByRole('button', { name: 'Change it to what is shown' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await stored(shown)).toMatchObject([{ settings: { lines: 'one' } }]))
    await waitFor(() => expect(document.activeElement).toBe(button('Sepsis')))
    const last = await openViews(shown, 'Sepsis')
    within(last).getByRole('button', { name: 'Take it away' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await stored(shown)).toEqual([]))
    await waitFor(() => expect(document.activeElement).toBe(button('Views')))
    await user.click(button('Undo'))
    await screen.findByRole('button', { name: 'Sepsis' })
    expect(await stored(shown)).toMatchObject([{ name: 'Sepsis', first: true, shared: true }])
  })

  it('say the same whether names are shown or hidden, and keep the name that was searched for', async () => {
    const shown = await reading()
    const { user } = shown
    await namesSwitch(shown)
    await user.type(search(), 'Hargreave')
    await waitFor(() => expect(rows()).not.toBe('229'))
    const found = rows()
    const menu = await openViews(shown)
    await user.type(within(menu).getByLabelText(/^Keep what is shown/), 'About her{Enter}')
    await screen.findByRole('button', { name: 'About her' })
    await user.keyboard('{Escape}')
    await namesSwitch(shown)
    await waitFor(() => expect(search().value).not.toBe('Hargreave'))
    await waitFor(() => expect(document.body.textContent).not.toContain('Hargreave'))
    await user.click(button('View'))
    await user.click(await screen.findByRole('radio', { name: 'One line' }))
    await user.keyboard('{Escape}')
    const changed = await openViews(shown, 'About her, changed')
    await user.click(within(changed).getByRole('button', { name: 'Change it to what is shown' }))
    await waitFor(async () =>
      expect(await stored(shown)).toMatchObject([
        { settings: { lines: 'one', filter: { search: 'Hargreave' } } },
      ]),
    )
    await namesSwitch(shown)
    await waitFor(() => expect(search().value).toBe('Hargreave'))
    await waitFor(() => expect(rows()).toBe(found))
  })
})

describe('what was searched for', () => {
  it('is marked in the open entry; n and Shift n go from word to word and on to the next entry', async () => {
    const shown = await reading()
    const { user } = shown
    await user.type(search(), 'forced entry')
    await waitFor(() => expect(Number(rows())).toBeLessThan(20))
    const total = Number(rows()) - 1
    await user.keyboard('{Enter}{Enter}')
    const entry = await screen.findByRole('article', { name: 'Entry' })
    await waitFor(() => expect(entry.querySelectorAll('.found').length).toBeGreaterThan(1))
    const place = (): string => entry.querySelector('.entry-tools .numbers')?.textContent ?? ''
    const now = (): number => {
      const marks = [...entry.querySelectorAll('.found')]
      return marks.findIndex((mark) => mark.classList.contains('found-now'))
    }
    await waitFor(() => expect(place()).toBe(`1 of ${total}`))
    const marks = entry.querySelectorAll('.found').length
    for (let n = 0; n < marks; n += 1) {
      await user.keyboard('n')
      expect([place(), now()]).toEqual([`1 of ${total}`, n])
    }
    await user.keyboard('n')
    await waitFor(() => expect([place(), now()]).toEqual([`2 of ${total}`, 0]))
    await user.keyboard('N')
    await waitFor(() => expect([place(), now()]).toEqual([`1 of ${total}`, marks - 1]))
    await user.click(button('Clear'))
    await waitFor(() => expect(rows()).toBe('229'))
    await user.keyboard('n')
    expect(entry.querySelectorAll('.found')).toHaveLength(0)
  })
})

describe('a filter', () => {
  it('for what people made of an entry is a chip like any other', async () => {
    const shown = await reading()
    const { user } = shown
    const { caseId, workspace } = shown
    const [first] = (await workspace.act('chronology.list', { caseId })).entries
    const subject = { recordId: first?.recordId ?? '' }
    await workspace.act('comment.open-thread', { caseId, subject, text: 'Who wrote this?' })
    for (const [title, option, chip, left] of [
      ['Comments', 'With comments', 'with comments', '2'],
      ['Sensitive or not', 'Not marked as sensitive', 'not marked as sensitive', '2'],
      ['Same event', 'Linked with no other account', 'linked with no other account', '2'],
    ] as const) {
      await user.click(button('Add filter'))
      await user.click(await screen.findByRole('menuitem', { name: title }))
      await user.click(await screen.findByRole('checkbox', { name: option }))
      await user.click(button('Done'))
      await screen.findByRole('button', { name: chip })
      await waitFor(() => expect(rows()).toBe(left))
    }
    expect(document.querySelector('.filter-count')?.textContent).toBe('1 entry of 228')
  })
})
