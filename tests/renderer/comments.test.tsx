import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aDiscussedCase, asUser, type Discussed, recordsOf } from '../workspace/discussed-case.ts'
import { type AppWindow, expectAccessible, namesSwitch, openPlace, secret, showApp } from './window.tsx'

const toChronology = async (shown: AppWindow): Promise<HTMLElement> => {
  await shown.user.click(await screen.findByRole('button', { name: /^Adult B/ }))
  await screen.findByRole('heading', { level: 1, name: 'Adult B' })
  await shown.user.keyboard('{Alt>}2{/Alt}')
  return screen.findByRole('grid', { name: 'Combined chronology' })
}
const shownTo = (room: Discussed): AppWindow => {
  document.body.replaceChildren()
  return showApp(room)
}
const entry = (): Promise<HTMLElement> => screen.findByRole('article', { name: 'Entry' })
const composer = (name: string | RegExp): Promise<HTMLTextAreaElement> =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name })

describe('commenting on an entry', () => {
  it('takes the keyboard alone: c, a mention, Ctrl Enter, back to the list', async () => {
    const room = await aDiscussedCase()
    const shown = shownTo(room)
    const grid = await toChronology(shown)
    grid.focus()
    await shown.user.keyboard('jc')
    const box = await composer('Your comment on this entry')
    await waitFor(() => expect(document.activeElement).toBe(box))
    await shown.user.keyboard('@mem')
    const offered = within(await screen.findByRole('listbox', { name: 'People to mention' }))
    expect(offered.getAllByRole('option').map((one) => one.textContent)).toEqual(['Pat MemberPanel member'])
    expect(box.getAttribute('aria-activedescendant')).toBe(offered.getByRole('option').id)
    await expectAccessible()
    await shown.user.keyboard('{Enter}')
    expect(box.value).toBe('@Pat Member ')
    await shown.user.keyboard('did Mrs Quillfeather call?{Control>}{Enter}{/Control}')
    expect(await within(await entry()).findByText(/did Adult B call\?/)).toBeTruthy()
    expect(screen.getByText('@Pat Member').className).toBe('mention')
    expect(screen.getByRole('tab', { name: 'Comments 1' })).toBeTruthy()
    expect(document.activeElement?.textContent).toMatch(/^Comment/)
    await expectAccessible()
    const second = (await recordsOf(room))[1] ?? ''
    const { threads } = await room.act('comment.list', { caseId: room.caseId, subject: { recordId: second } })
    expect(threads[0]?.comments[0]?.parts).toEqual([
      { kind: 'mention', userId: room.ids.panel, name: 'Pat Member' },
      { kind: 'text', text: ' did Mrs Quillfeather call?' },
    ])
  })

  it('reaches whoever is mentioned: unread in the rail, opened in its thread, read from then on', async () => {
    const manager = await aDiscussedCase()
    const { caseId, ids } = manager
    const [, , third = ''] = await recordsOf(manager)
    await manager.act('comment.open-thread', {
      ...{ caseId, subject: { recordId: third }, text: `@[${ids.panel}], Mrs Quillfeather’s file?` },
    })
    const panel = await asUser(manager, 'Pat Member')
    const shown = shownTo(panel)
    await shown.user.click(await screen.findByRole('button', { name: /^Mentions\s*1 unread$/ }))
    expect(await screen.findByText(/Adult B’s file\?/)).toBeTruthy()
    expect(document.title).toBe('Mentions – SAR Workspace')
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Mark as read' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Mentions' })).toBeTruthy())
    await shown.user.click(await screen.findByRole('button', { name: 'Mark as unread' }))
    await screen.findByRole('button', { name: /1 unread/ })
    await shown.user.click(screen.getByRole('button', { name: 'Open the thread' }))
    const opened = await entry()
    expect(await within(opened).findByRole('heading', { name: '12/06/2023' })).toBeTruthy()
    expect(within(opened).getByText('3 of 3')).toBeTruthy()
    await shown.user.click(await within(opened).findByRole('button', { name: 'Reply' }))
    await shown.user.type(await composer('Your reply'), 'It is with the police.')
    await shown.user.click(screen.getByRole('button', { name: /^Reply/ }))
    expect(await within(opened).findByText('It is with the police.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Mentions' })).toBeTruthy()
    expect(shown.refused).toEqual([])
  })

  it('is edited, withdrawn and put back, resolved and opened again, each with a way back', async () => {
    const room = await aDiscussedCase()
    const [first = ''] = await recordsOf(room)
    await room.act('comment.open-thread', {
      ...{ caseId: room.caseId, subject: { recordId: first }, text: 'First thought' },
    })
    const shown = shownTo(room)
    const grid = await toChronology(shown)
    grid.focus()
    await shown.user.keyboard('{Enter}')
    await shown.user.click(await screen.findByRole('tab', { name: 'Comments 1' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Edit' }))
    const box = await composer('Your comment')
    expect(box.value).toBe('First thought')
    await shown.user.clear(box)
    await shown.user.type(box, 'Second thought')
    await shown.user.click(screen.getByRole('button', { name: /^Save/ }))
    expect(await screen.findByText('Second thought')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Edit')
    await shown.user.click(screen.getByRole('button', { name: /^Edited/ }))
    expect(await screen.findByText('First thought')).toBeTruthy()

    await shown.user.click(screen.getByRole('button', { name: 'Withdraw' }))
    expect(await screen.findByText(/Robin Vale withdrew a comment/)).toBeTruthy()
    expect(document.body.textContent).not.toContain('thought')
    expect(document.activeElement?.textContent).toBe('Put it back')
    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Second thought')).toBeTruthy()

    await shown.user.click(screen.getByRole('button', { name: 'Resolve' }))
    const resolved = await screen.findByText(/Resolved by Robin Vale/)
    expect(document.activeElement).toBe(resolved)
    await expectAccessible()
    await shown.user.keyboard('{Control>}z{/Control}')
    await screen.findByRole('button', { name: 'Resolve' })
  })

  it('is kept over a lock, out of sight until somebody goes on with it', async () => {
    const room = await aDiscussedCase()
    const shown = shownTo(room)
    const grid = await toChronology(shown)
    grid.focus()
    await shown.user.keyboard('jc')
    await shown.user.type(await composer('Your comment on this entry'), 'Half a thought of Quillfeather')
    shown.send({ type: 'lock-soon', seconds: 60 })
    await waitFor(async () => expect(await room.act('draft.list', {})).toHaveLength(1))
    await shown.user.click(screen.getByRole('button', { name: 'Lock now' }))
    await shown.user.click(await screen.findByRole('button', { name: /Calderwick reviews/ }))
    await shown.user.selectOptions(await screen.findByLabelText('Who are you?'), 'Robin Vale')
    await shown.user.type(await screen.findByLabelText(/^Passphrase/), secret)
    await shown.user.keyboard('{Enter}')
    await shown.user.click(await screen.findByRole('button', { name: 'Go on writing' }))
    const opened = await entry()
    expect(await within(opened).findByRole('heading', { name: 'May 2023' })).toBeTruthy()
    const goOn = await within(opened).findByRole('button', { name: /^Comment: go on with your text of/ })
    expect(document.body.textContent).not.toContain('Quillfeather')
    await shown.user.click(goOn)
    expect((await composer('Your comment on this entry')).value).toBe('Half a thought of Quillfeather')
    await shown.user.click(screen.getByRole('button', { name: 'Discard' }))
    await waitFor(async () => expect(await room.act('draft.list', {})).toEqual([]))
    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('button', { name: /go on with your text/ })).toBeTruthy()
  })

  it('asks for names before words that hold them are edited, and says that nothing was written yet', async () => {
    const room = await aDiscussedCase()
    const [first = ''] = await recordsOf(room)
    await room.act('comment.open-thread', {
      ...{ caseId: room.caseId, subject: { recordId: first }, text: 'Ask Toby Quillfeather' },
    })
    const shown = shownTo(room)
    const grid = await toChronology(shown)
    grid.focus()
    await shown.user.keyboard('c{Control>}{Enter}{/Control}')
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Write something first')).toBeTruthy()
    await shown.user.keyboard('{Escape}')
    await shown.user.click(await screen.findByRole('button', { name: 'Edit' }))
    expect(await screen.findByText('Names are hidden')).toBeTruthy()
    expect(document.body.innerHTML).not.toContain('Quillfeather')
    await namesSwitch(shown)
    expect((await composer('Your comment')).value).toBe('Ask Toby Quillfeather')
  })
})

describe('somebody who may not comment', () => {
  it('reads what was said and is offered no way to answer', async () => {
    const room = await aDiscussedCase()
    const [first = ''] = await recordsOf(room)
    await room.act('comment.open-thread', { caseId: room.caseId, subject: { recordId: first }, text: 'Said' })
    const { addUser, passphraseOf, reopenedAs } = await import('../workspace/builders.ts')
    await addUser(room, 'Dee Officer', 'data-protection-officer')
    const officer = await reopenedAs(room, 'Dee Officer', passphraseOf('data-protection-officer'))
    document.body.replaceChildren()
    const shown = showApp(officer)
    const grid = await toChronology(shown)
    grid.focus()
    await shown.user.keyboard('c{Enter}')
    await shown.user.click(await screen.findByRole('tab', { name: 'Comments 1' }))
    expect(await screen.findByText('Said')).toBeTruthy()
    const panel = within(await entry())
    for (const name of [/Comment$/, 'Reply', 'Resolve', 'Edit', 'Withdraw'])
      expect(panel.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Mentions' })).toBeNull()
    await openPlace(shown, 'Audit')
    expect(shown.refused).toEqual([])
  })
})
