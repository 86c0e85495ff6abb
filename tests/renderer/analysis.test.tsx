import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useStore } from '../../renderer/store.ts'
import { addUser, passphraseOf, reopenedAs } from '../workspace/builders.ts'
import { type AppWindow, expectAccessible, openTab, showApp, showSampleCase } from './window.tsx'

const openFirst = async (shown: AppWindow): Promise<void> => {
  await openTab(shown, 'Chronology')
  const list = await screen.findByRole('grid', { name: 'Combined chronology' })
  list.focus()
  await shown.user.keyboard('{Enter}')
  await waitFor(() => expect(document.querySelector('article.entry .panel-tab')).not.toBeNull())
}
/** The entry beside the list: looking for roles in it alone is quicker than in the list too. */
const entry = () => within(document.querySelector<HTMLElement>('article.entry') ?? document.body)
const form = (): Promise<HTMLElement> => entry().findByRole('form', { name: 'Analysis' })
const rows = async ({ workspace }: AppWindow) => {
  const [one] = await workspace.act('case.list', {})
  return (await workspace.act('chronology.list', { caseId: one?.id ?? '', limit: 300 })).entries
}
const radio = (name: RegExp | string): HTMLInputElement => entry().getByRole('radio', { name })

describe('the analysis of an entry', () => {
  it('is judged by keys from the list, saved on going on, and undone by one Undo', async () => {
    const shown = await showSampleCase()
    await openFirst(shown)
    await shown.user.keyboard('a')
    await form()
    // The keys judge without leaving the list: 2 a missed opportunity, then on to the next.
    await shown.user.keyboard('2')
    expect(radio(/^Missed opportunity/).checked).toBe(true)
    expect(screen.getByText(/1 not saved yet/)).toBeTruthy()
    await shown.user.keyboard('j')
    await screen.findByText('The analysis is saved.')
    await waitFor(() =>
      expect(useStore.getState().entryPages[0]?.[0]?.marks?.judgement).toBe('missed-opportunity'),
    )
    expect(Object.keys(useStore.getState().drafts)).toEqual([])
    await form()
    await waitFor(() => expect(radio(/^Missed opportunity/).checked).toBe(false))
    await shown.user.keyboard('1{Control>}{Enter}{/Control}')
    await screen.findByText(/^Saved .* by Robin Vale$/)
    expect((await rows(shown)).slice(0, 2).map(({ marks }) => marks?.judgement)).toEqual([
      'missed-opportunity',
      'good-practice',
    ])
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1)
    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('The change is undone in 1 entry.')
    await waitFor(() => expect(radio(/^Good practice/).checked).toBe(false))
    expect((await rows(shown)).slice(0, 2).map(({ marks }) => marks?.judgement)).toEqual([
      'missed-opportunity',
      null,
    ])
  })

  it('stands apart from what the agency wrote, in labelled parts, and keeps its history', async () => {
    const shown = await showSampleCase()
    await openFirst(shown)
    await shown.user.keyboard('a')
    const own = await entry().findByRole('region', { name: 'What the review says' })
    await form()
    const account = entry().getByRole('region', { name: 'As the agency recorded it' })
    expect(own.contains(account)).toBe(false)
    const [one] = await shown.workspace.act('case.list', {})
    const read = { caseId: one?.id ?? '', pseudonyms: true, limit: 1 }
    const [first] = (await shown.workspace.act('chronology.list', read)).entries
    expect(account.textContent).toContain(first?.event.slice(0, 40))
    await shown.user.click(
      within(entry().getByRole('group', { name: 'Adult seen' })).getByRole('radio', { name: 'No' }),
    )
    await shown.user.click(entry().getByRole('checkbox', { name: /^KLOE 3/ }))
    await shown.user.type(entry().getByLabelText('Professional comment'), 'Nobody asked.')
    await expectAccessible()
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^Saved /)
    await shown.user.click(screen.getByText('1 change of this analysis'))
    expect(own.textContent).toContain('Adult seen: No')
    expect(own.textContent).toContain('Lines of enquiry: KLOE 3')
    // Pressing what is chosen takes it back.
    await shown.user.click(
      within(entry().getByRole('group', { name: 'Adult seen' })).getByRole('radio', { name: 'No' }),
    )
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('2 changes of this analysis')
    expect((await rows(shown))[0]?.marks).toMatchObject({
      adultSeen: null,
      kloes: [3],
      comment: 'Nobody asked.',
    })
  })

  it('says beside the field what is wrong, keeps it as a draft on leaving, and puts it back', async () => {
    const shown = await showSampleCase()
    await openFirst(shown)
    await shown.user.keyboard('a')
    await form()
    await shown.user.click(entry().getByRole('checkbox', { name: 'Other' }))
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    expect((await entry().findByRole('alert')).textContent).toContain('Say in a word what makes it sensitive')
    expect(entry().getByLabelText('What makes it sensitive').getAttribute('aria-invalid')).toBe('true')
    await shown.user.click(entry().getByRole('button', { name: 'Next entry' }))
    await screen.findByText(/kept as a draft and not saved. Say in a word/)
    await useStore.getState().flushDrafts()
    await shown.user.click(entry().getByRole('button', { name: 'Previous entry' }))
    await screen.findByText(/Your unsaved text from .* has been restored/)
    expect(entry().getByRole<HTMLInputElement>('checkbox', { name: 'Other' }).checked).toBe(true)
    await shown.user.click(entry().getByRole('button', { name: 'Discard it' }))
    expect(entry().getByRole<HTMLInputElement>('checkbox', { name: 'Other' }).checked).toBe(false)
    await waitFor(() => expect(useStore.getState().drafts).toEqual({}))
    expect((await rows(shown))[0]?.marks).toBeNull()
  })

  it('does not write over somebody else’s, and keeps what was typed', async () => {
    const shown = await showSampleCase()
    await openFirst(shown)
    await shown.user.keyboard('a')
    await form()
    await shown.user.type(entry().getByLabelText('Professional comment'), 'Mine.')
    const [first] = await rows(shown)
    const [one] = await shown.workspace.act('case.list', {})
    await shown.workspace.act('analysis.save', {
      caseId: one?.id ?? '',
      records: [{ recordId: first?.recordId ?? '', version: 0 }],
      change: { judgement: 'unclear' },
    })
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    await shown.user.click(await entry().findByRole('button', { name: 'Load theirs, keep what I changed' }))
    await waitFor(() => expect(radio(/^Unclear/).checked).toBe(true))
    expect(entry().getByLabelText<HTMLTextAreaElement>('Professional comment').value).toBe('Mine.')
    await shown.user.click(entry().getByLabelText('Professional comment'))
    await shown.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^Saved /)
    expect((await rows(shown))[0]?.marks).toMatchObject({ judgement: 'unclear', comment: 'Mine.' })
  })

  it('offers what the agency’s columns say, and takes only what is taken', async () => {
    const shown = await showSampleCase()
    const own = (await rows(shown)).filter(({ agencyId }) => agencyId === 'a1')
    const entries = await Promise.all(
      own.map(({ id }) => shown.workspace.act('chronology.entry', { entryId: id })),
    )
    const found = entries.find(({ fields }) => fields.adultSeen === 'Yes - alone')
    await openFirst(shown)
    await shown.user.keyboard('a')
    await form()
    await useStore.getState().showEntry(found?.id ?? '', true)
    const offered = await entry().findByRole('region', { name: 'Offered from the agency’s file' })
    expect(offered.textContent).toContain('where the file says “Yes - alone”')
    await shown.user.click(within(offered).getByRole('button', { name: 'Take Spoken to alone' }))
    const alone = entry().getByRole('group', { name: 'Spoken to alone' })
    expect(within(alone).getByRole<HTMLInputElement>('radio', { name: 'Yes' }).checked).toBe(true)
    const seen = entry().getByRole('group', { name: 'Adult seen' })
    expect(within(seen).getByRole<HTMLInputElement>('radio', { name: 'Yes' }).checked).toBe(false)
    expect(within(offered).queryByRole('button', { name: 'Take Spoken to alone' })).toBeNull()
  })

  it('is read and not made by a panel member', async () => {
    const shown = await showSampleCase()
    const { workspace } = shown
    const [first] = await rows(shown)
    const [one] = await workspace.act('case.list', {})
    const caseId = one?.id ?? ''
    await workspace.act('analysis.save', {
      caseId,
      records: [{ recordId: first?.recordId ?? '', version: 0 }],
      change: { judgement: 'good-practice', kloes: [2] },
    })
    const user = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId: user })
    const member = await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member'))
    document.body.innerHTML = ''
    const window = showApp(member)
    await window.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await screen.findByRole('heading', { level: 1, name: 'Adult A' })
    await openFirst(window)
    await window.user.keyboard('a')
    const own = await entry().findByRole('region', { name: 'What the review says' })
    await within(own).findByText(/^The analysis is made by/)
    const said = [...own.querySelectorAll('.facts-row')].map((row) => row.textContent)
    expect(said).toEqual(['JudgementGood practice', 'Lines of enquiryKLOE 2'])
    expect(entry().queryByRole('form', { name: 'Analysis' })).toBeNull()
    expect(window.refused).toEqual([])
    await expectAccessible()
  })
})

describe('a change of many entries', () => {
  it('is put together, looked over in numbers, made, and undone as one', async () => {
    const shown = await showSampleCase()
    const { act } = shown.workspace
    const [one] = await act('case.list', {})
    const caseId = one?.id ?? ''
    await openTab(shown, 'Chronology')
    await screen.findByRole('grid', { name: 'Combined chronology' })
    const [first] = await rows(shown)
    await act('analysis.save', {
      caseId,
      records: [{ recordId: first?.recordId ?? '', version: 0 }],
      change: { judgement: 'good-practice' },
    })
    for (const index of [0, 1, 2]) useStore.getState().toggleSelected(index)
    await screen.findByText('3 entries selected')
    await shown.user.keyboard('{Shift>}A{/Shift}')
    const dialog = await screen.findByRole('dialog', { name: 'Analyse 3 selected entries' })
    const look = within(dialog).getByRole('button', { name: 'Look over what will change' })
    expect(look.hasAttribute('disabled')).toBe(true)
    await expectAccessible()
    await shown.user.selectOptions(within(dialog).getByLabelText('Judgement'), 'Missed opportunity')
    await shown.user.selectOptions(within(dialog).getByLabelText('KLOE 3'), 'Put it on')
    await shown.user.click(look)
    const review = await within(dialog).findByRole('region', { name: 'What will change' })
    expect(review.textContent).toContain('3 entries of 3 selected will change.')
    expect(review.textContent).toContain(
      '1 entry already holds another judgement, which will be replaced: 1 Good practice',
    )
    expect((await rows(shown))[1]?.marks).toBeNull()
    await shown.user.click(within(dialog).getByRole('button', { name: 'Change 3 entries' }))
    await screen.findByText('The analysis of 3 entries is changed.')
    const judged = async () =>
      (await rows(shown)).slice(0, 4).map(({ marks }) => [marks?.judgement, marks?.kloes])
    expect(await judged()).toEqual([
      ['missed-opportunity', [3]],
      ['missed-opportunity', [3]],
      ['missed-opportunity', [3]],
      [undefined, undefined],
    ])
    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('The change is undone in 3 entries.')
    expect(await judged()).toEqual([
      ['good-practice', []],
      [null, []],
      [null, []],
      [undefined, undefined],
    ])
    await shown.user.click(screen.getByRole('button', { name: 'Clear the selection' }))
    expect(screen.queryByText(/selected$/)).toBeNull()
  })
})
