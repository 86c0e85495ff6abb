import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aDiscussedCase, asUser, type Discussed, recordsOf } from '../workspace/discussed-case.ts'
import { type AppWindow, expectAccessible, namesSwitch, showApp } from './window.tsx'

const toCase = async (room: Discussed, tab: string): Promise<AppWindow> => {
  document.body.replaceChildren()
  const shown = showApp(room)
  await shown.user.click(await screen.findByRole('button', { name: /^Adult B/ }))
  await screen.findByRole('heading', { level: 1, name: 'Adult B' })
  await shown.user.keyboard(`{Alt>}${tab}{/Alt}`)
  return shown
}
const analysis = '5'
const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { name })

const withEvidence = async () => {
  const room = await aDiscussedCase()
  const records = await recordsOf(room)
  const { findingId } = await room.act('finding.add', {
    ...{ caseId: room.caseId, title: 'Calls were not joined up', recordIds: [...records], kloes: [1] },
    note: 'Each knew a part',
  })
  return { room, records, findingId }
}

const order = (): readonly string[] =>
  [...document.querySelectorAll('.evidence .entry-line-open')].map((one) => one.textContent)

describe('findings', () => {
  it('begin with a title, and say what no finding covers', async () => {
    const room = await aDiscussedCase()
    const [, second = ''] = await recordsOf(room)
    await room.act('analysis.save', {
      ...{ caseId: room.caseId, records: [{ recordId: second, version: 0 }] },
      change: { judgement: 'missed-opportunity' },
    })
    const shown = await toCase(room, analysis)
    await heading('Nothing has been found yet')
    expect(screen.getByText('How was Adult B heard?')).toBeTruthy()
    expect(screen.getByText('1 entry judged a missed opportunity that no finding rests on.')).toBeTruthy()
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Add a finding' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Add the finding' }))
    const summary = await screen.findByRole('alert')
    await shown.user.click(within(summary).getByRole('link', { name: 'Give the finding a title' }))
    await shown.user.keyboard('Nobody asked Mrs Quillfeather')
    await shown.user.type(screen.getByLabelText(/^Statement/), 'Calls were taken by others.')
    await shown.user.selectOptions(screen.getByLabelText(/^Domain/), 'Interagency/team around the person')
    await shown.user.click(screen.getByLabelText(/^1\. How was/))
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Add the finding' }))
    await heading('Nobody asked Adult B')
    expect(document.title).toBe('Adult B – Analysis – SAR Workspace')
    expect(screen.getByText('It rests on no entry yet.', { exact: false })).toBeTruthy()
    await expectAccessible()
    await shown.user.click(screen.getByRole('button', { name: 'Agreed by panel' }))
    expect((await screen.findAllByText('Agreed by panel')).length).toBeGreaterThan(0)
    await shown.user.click(screen.getByRole('button', { name: 'Back to the findings' }))
    expect(await screen.findByText('Each of the 1 line is answered by a finding.')).toBeTruthy()
    const [made] = (await room.act('finding.list', { caseId: room.caseId })).findings
    expect(made).toMatchObject({
      ...{ number: 1, title: 'Nobody asked Mrs Quillfeather', domain: 'interagency', status: 'agreed' },
      kloes: [1],
    })
  })

  it('show their entries in an order that is set by keyboard, and every change can be undone', async () => {
    const { room, findingId } = await withEvidence()
    const shown = await toCase(room, analysis)
    await shown.user.click(await screen.findByRole('button', { name: 'Calls were not joined up' }))
    await heading('Calls were not joined up')
    expect(order()).toEqual(['03/04/2023', 'May 2023', '12/06/2023'])
    await expectAccessible()
    await shown.user.keyboard('jj{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(order()).toEqual(['May 2023', '03/04/2023', '12/06/2023']))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('May 2023'))
    await shown.user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(order()).toEqual(['03/04/2023', 'May 2023', '12/06/2023']))

    await shown.user.click(screen.getAllByRole('button', { name: 'Take out' })[2]!)
    await waitFor(() => expect(order()).toHaveLength(2))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('May 2023'))
    await shown.user.click(screen.getAllByRole('button', { name: 'Change why' })[0]!)
    const note = await screen.findByLabelText<HTMLTextAreaElement>('Why is it evidence?')
    expect(note.value).toBe('Each knew a part')
    await shown.user.clear(note)
    await shown.user.type(note, 'The first sign')
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The first sign')).toBeTruthy()
    await shown.user.click((await screen.findAllByText('Changed the evidence (3 entries)')).at(-1)!)
    await shown.user.click(screen.getAllByRole('button', { name: 'Make it this version again' }).at(-1)!)
    await waitFor(() => expect(order()).toHaveLength(3))
    const { version } = await room.act('finding.show', { caseId: room.caseId, findingId })
    expect(version).toBe(6)
  })

  it('are reached from an entry, and an entry from them; another is added from the panel', async () => {
    const { room, records } = await withEvidence()
    const shown = await toCase(room, '2')
    const grid = await screen.findByRole('grid')
    grid.focus()
    await shown.user.keyboard('{Enter}')
    await shown.user.click(await screen.findByRole('tab', { name: 'Findings 1' }))
    expect(await screen.findByText('Each knew a part')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Add to a finding' }))
    const dialog = within(await screen.findByRole('dialog'))
    await shown.user.selectOptions(await dialog.findByLabelText('Which finding?'), 'A new finding')
    await shown.user.click(dialog.getByRole('button', { name: 'Add 1 entry' }))
    expect(await dialog.findByRole('link', { name: 'Give the finding a title' })).toBeTruthy()
    await shown.user.type(dialog.getByLabelText('Its title'), 'Whose call was it?')
    await expectAccessible()
    await shown.user.click(dialog.getByRole('button', { name: 'Add 1 entry' }))
    await screen.findByRole('tab', { name: 'Findings 2' })
    await shown.user.click(screen.getByRole('button', { name: 'Add to a finding' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Add 1 entry' }))
    expect(await screen.findByText('Finding 2 rests on this entry already.')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Calls were not joined up' }))
    await heading('Calls were not joined up')
    await shown.user.click(screen.getByRole('button', { name: '12/06/2023' }))
    const entry = within(await screen.findByRole('article', { name: 'Entry' }))
    expect(await entry.findByRole('heading', { name: '12/06/2023' })).toBeTruthy()
    expect(entry.getByText('3 of 3')).toBeTruthy()
    expect(entry.getByRole('tab', { name: 'Findings 1', selected: true })).toBeTruthy()
    const found = await room.act('finding.of-entry', { caseId: room.caseId, recordId: records[0] ?? '' })
    expect(found).toHaveLength(2)
  })

  it('take many entries at once, as they are selected in the list', async () => {
    const { room, findingId } = await withEvidence()
    const { caseId } = room
    const [first = '', second = ''] = await recordsOf(room)
    await room.act('finding.remove-entries', { caseId, findingId, version: 1, recordIds: [first, second] })
    const shown = await toCase(room, '2')
    const grid = await screen.findByRole('grid')
    grid.focus()
    await shown.user.keyboard('{Control>}a{/Control}')
    await screen.findByText('3 entries selected')
    await shown.user.keyboard('{Shift>}F{/Shift}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Add 3 entries to a finding' }))
    await shown.user.type(await dialog.findByLabelText(/^Why are they evidence/), 'Read together')
    await shown.user.click(dialog.getByRole('button', { name: 'Add 3 entries' }))
    expect(await screen.findByText('2 entries added to finding 1. 1 entry was there already.')).toBeTruthy()
    const { evidence } = await room.act('finding.show', { caseId, findingId })
    expect(evidence.map(({ note }) => note)).toEqual(['Each knew a part', 'Read together', 'Read together'])
    await shown.user.keyboard('{Control>}z{/Control}')
    await waitFor(async () =>
      expect((await room.act('finding.show', { caseId, findingId })).evidence).toHaveLength(1),
    )
  })

  it('tell of a change by somebody else and overwrite nothing', async () => {
    const { room, findingId } = await withEvidence()
    const { caseId } = room
    const shown = await toCase(room, analysis)
    await shown.user.click(await screen.findByRole('button', { name: 'Calls were not joined up' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Edit' }))
    await shown.user.type(await screen.findByLabelText(/^Statement/), 'Mine')
    shown.send({ type: 'lock-soon', seconds: 60 })
    const texts = async () => (await room.act('draft.list', {})).map(({ text }) => text)
    // Only what was changed here: what others change meanwhile must not be put back by it.
    await waitFor(async () => expect(await texts()).toEqual(['{"statement":"Mine"}']))
    await room.act('finding.save', { caseId, findingId, version: 1, title: 'Changed elsewhere' })
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Somebody else changed this finding since you opened it')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Load their version, keep my text' }))
    await waitFor(() => expect(screen.queryByText(/Somebody else changed/)).toBeNull())
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findAllByText('Mine')).length).toBeGreaterThan(0)
    expect(await room.act('finding.show', { caseId, findingId })).toMatchObject({
      version: 3,
      title: 'Changed elsewhere',
      statement: 'Mine',
    })
  })

  it('hold no name while names are hidden, and are changed only with names shown', async () => {
    const room = await aDiscussedCase()
    const [first = ''] = await recordsOf(room)
    await room.act('finding.add', {
      ...{
        caseId: room.caseId,
        title: 'Mrs Quillfeather',
        statement: 'Toby Quillfeather',
        recordIds: [first],
      },
      note: 'Marjorie Quillfeather',
    })
    const shown = await toCase(room, analysis)
    await shown.user.click(await screen.findByRole('button', { name: 'Adult B' }))
    await screen.findAllByText('Son 1')
    await shown.user.click(screen.getByRole('button', { name: 'Change why' }))
    await screen.findByText('Names are hidden')
    await shown.user.click(screen.getByRole('button', { name: 'Edit' }))
    await screen.findByText('Names are hidden')
    expect(document.documentElement.innerHTML).not.toContain('Quillfeather')
    await namesSwitch(shown)
    expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('Mrs Quillfeather')
  })

  it('are read and discussed by the panel, and not changed by it', async () => {
    const { room } = await withEvidence()
    const shown = await toCase(await asUser(room, 'Pat Member'), analysis)
    expect(screen.queryByRole('button', { name: 'Add a finding' })).toBeNull()
    await shown.user.click(await screen.findByRole('button', { name: 'Calls were not joined up' }))
    await heading('Calls were not joined up')
    for (const name of ['Edit', 'Agreed by panel', 'Withdraw', 'Take out', 'Change why', /^Move/])
      expect(screen.queryByRole('button', { name })).toBeNull()
    await shown.user.keyboard('c')
    await shown.user.type(
      await screen.findByRole('textbox', { name: 'Your comment on this finding' }),
      'Agreed',
    )
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Agreed')).toBeTruthy()
    expect(shown.refused).toEqual([])
  })
})
