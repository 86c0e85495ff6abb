import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useStore } from '../../renderer/store.ts'
import { aFolder } from '../db/builders.ts'
import type { readAnswerKey } from '../domain/chronology/answer-key.ts'
import { aWorkspace, sample, type Workspace } from '../workspace/builders.ts'
import { smallCase, smallRoster } from '../workspace/small-case.ts'
import { expectAccessible, namesSwitch, openTab, showApp, showSampleCase, type AppWindow } from './window.tsx'

type AnswerKey = ReturnType<typeof readAnswerKey>

const v2 = 'housing-provider-chronology-v2.xlsx'
const grid = () => screen.findByRole('grid', { name: 'Combined chronology' })

const file = (name: string, text: string) => {
  const at = path.join(aFolder(), name)
  writeFileSync(at, text)
  return { path: at, name }
}

/** The window at the import of a small case. */
const showImport = async (
  files: AppWindow['desk']['files'],
  workspace?: Workspace & { caseId: string },
): Promise<AppWindow & { readonly caseId: string }> => {
  const made = workspace ?? (await aWorkspace())
  const { caseId } = workspace ?? (await made.act('case.add', { case: smallCase, roster: smallRoster }))
  const shown = showApp(made, { files })
  await shown.user.click(await screen.findByRole('button', { name: /^Adult B/ }))
  await screen.findByRole('heading', { level: 1, name: 'Adult B' })
  act(() => {
    useStore.getState().go({ screen: 'case', caseId, tab: 'chronology', item: 'import' })
  })
  return { ...shown, caseId }
}

const chooseAgency = (shown: AppWindow, name: string) =>
  shown.user.selectOptions(screen.getByLabelText('Which agency sent it?'), name)
const press = (shown: AppWindow, name: string | RegExp) =>
  shown.user.click(screen.getByRole('button', { name }))
const column = (name: string | RegExp) => screen.getByLabelText<HTMLSelectElement>(name)
const atStep = async (title: string) =>
  waitFor(() => {
    const steps = screen.getByRole('navigation', { name: 'Steps of the import' })
    expect(steps.querySelector('[aria-current=step]')?.textContent).toContain(title)
  })

/** The counts of a preview as they stand: read, entries, headings, blank, declared. */
const counts = async (): Promise<readonly number[]> => {
  const group = await screen.findByRole('group', { name: /^Rows of the file/ })
  return within(group)
    .getAllByRole('button')
    .slice(0, 5)
    .map((chip) => Number((chip.textContent ?? '').replace(/\D/g, '')))
}

describe('an import', () => {
  it('is looked at, previewed, compared word by word, and written only when told to', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await grid()
    await press(shown, 'Import')
    await chooseAgency(shown, 'Wharfstone Homes')
    shown.desk.files = [{ path: sample(v2), name: v2 }]
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    const sheet = await screen.findByRole('grid', { name: /as it is in the file/ })
    expect(within(sheet).getByRole('button', { name: 'Row 1 holds headings' }).ariaPressed).toBe('true')
    expect(sheet.textContent).not.toMatch(/Dorothy|Hargreave/)
    await expectAccessible()
    await press(shown, 'Next: Columns')
    expect(column(/^What column A, .* holds$/).value).toBe('reference')
    await expectAccessible()
    await press(shown, 'Next: Preview')
    const [read, entries, headings, blank, declared] = await counts()
    expect(entries).toBe(31)
    expect(read).toBe((entries ?? 0) + (headings ?? 0) + (blank ?? 0) + (declared ?? 0))
    // Two digits of a year, as text: written 09/06/21 and meant as 9 June 2021 (expected.json, conventions).
    const { rows } = JSON.parse(readFileSync(sample('expected.json'), 'utf8')) as AnswerKey
    const short = rows.find(
      ({ file: of, date_as_written: written }) => of === v2 && /^\d\d\/\d\d\/\d\d$/.test(written),
    )
    const shownRow = screen
      .getAllByRole('row')
      .find((row) => row.textContent?.startsWith(`${short?.where}entry ${short?.n}`))
    const { date_as_written: written = '', earliest } = short ?? {}
    const day = new Date(`${earliest}T12:00:00Z`).toLocaleDateString('en-GB', {
      ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    })
    expect(
      within(shownRow!)
        .getAllByRole('cell')
        .slice(0, 2)
        .map((cell) => cell.textContent),
    ).toEqual([...[written, day]])
    await expectAccessible()
    await press(shown, 'Next: Import')
    const review = await screen.findByRole('region', { name: v2 })
    // README: second version of the housing file has 31 entries; 2 added, 1 changed, 1 removed.
    expect(await within(review).findByText(/2 added, 1 changed, 1 removed, 28 unchanged/)).toBeTruthy()
    const changed = within(review).getByRole('region', { name: 'Changed' })
    expect([...changed.querySelectorAll('del')].map((one) => one.textContent)).toContain('[removed: 11] ')
    expect([...changed.querySelectorAll('ins')].map((one) => one.textContent)).toContain('[added: 9] ')
    expect(review.textContent).not.toMatch(/Dorothy|Hargreave/)
    await expectAccessible()
    expect((await shown.workspace.act('case.list', {}))[0]?.entries).toBe(228)
    await press(shown, 'Import 1 file')
    expect(await screen.findByText('1 file imported')).toBeTruthy()
    expect((await shown.workspace.act('case.list', {}))[0]?.entries).toBe(229)
    await press(shown, 'Read the chronology')
    expect((await grid()).getAttribute('aria-rowcount')).toBe('230')
  })

  it('has columns put right, forth and back without loss, and knows them the next time', async () => {
    const odd = 'When,Sort,Words,Notes\n03/01/2023,x,Visit,Door was open\n04/01/2023,y,Call,No reply\n'
    const shown = await showImport([file('first.csv', odd)])
    await chooseAgency(shown, 'a1')
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    await press(shown, 'Next: Columns')
    const date = () => column(/^What column 1, When, holds$/)
    await shown.user.selectOptions(date(), 'Kept as imported, not used')
    await shown.user.selectOptions(column(/Notes, holds$/), 'Outcome')
    expect(screen.getAllByText('Say which column holds the date and which the event.')).toHaveLength(2)
    const onwards = screen.getByRole('button', { name: 'Next: Preview' })
    expect(onwards.hasAttribute('disabled')).toBe(true)
    await shown.user.selectOptions(date(), 'Date')
    await shown.user.selectOptions(column(/Words, holds$/), 'Event')
    await press(shown, 'Back: The file as it is')
    await press(shown, 'Next: Columns')
    expect([date().value, column(/Notes, holds$/).value]).toEqual(['date', 'outcome'])
    act(() => {
      useStore.getState().go({ screen: 'case', caseId: shown.caseId, tab: 'overview' })
    })
    act(() => {
      useStore.getState().go({ screen: 'case', caseId: shown.caseId, tab: 'chronology', item: 'import' })
    })
    await atStep('Columns')
    expect([date().value, column(/Notes, holds$/).value]).toEqual(['date', 'outcome'])
    await press(shown, 'Next: Preview')
    expect(await counts()).toEqual([3, 2, 1, 0, 0])
    await press(shown, 'Next: Import')
    await shown.user.click(await screen.findByRole('button', { name: 'Import 1 file' }))
    expect(await screen.findByText('1 file imported')).toBeTruthy()
    const { entries } = await shown.workspace.act('chronology.list', { caseId: shown.caseId })
    expect(entries.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['Visit', 'Door was open'],
      ['Call', 'No reply'],
    ])

    // The agency's next file of these headings needs no columns: it is previewed at once.
    shown.desk.files = [file('next.csv', odd.replace('03/01/2023', '05/01/2023'))]
    await press(shown, 'Import something else')
    await chooseAgency(shown, 'a1')
    await press(shown, 'Choose files')
    await atStep('Preview')
    expect(screen.getByText(/columns as mapped on 24 Nov 2026, .* by Robin Vale/)).toBeTruthy()
    expect(await counts()).toEqual([3, 2, 1, 0, 0])
    await expectAccessible()
    await press(shown, 'Forget this mapping')
    expect(await screen.findByText(/The mapping is forgotten/)).toBeTruthy()
    await press(shown, 'Take that back')
    expect(await screen.findByText(/columns as mapped on/)).toBeTruthy()
    expect(shown.refused).toEqual([])
  })

  it('takes a date over several columns, headings pointed out by key, and a table left out', async () => {
    const rows = ['Larkmere Council', 'd,m,y,What was done', '3,April,2023,Visit', '4,5,23,Call', '']
    const shown = await showImport([file('split.csv', rows.join('\n'))])
    await chooseAgency(shown, 'a1')
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    const use = screen.getByRole('checkbox', { name: /is part of the chronology/ })
    if (!(use as HTMLInputElement).checked) await shown.user.click(use)
    const first = await screen.findByRole('button', { name: 'Row 0 holds headings' })
    first.focus()
    await shown.user.keyboard('{ArrowDown}')
    const heading = screen.getByRole('button', { name: 'Row 1 holds headings' })
    expect(document.activeElement).toBe(heading)
    if (heading.ariaPressed !== 'true') await shown.user.keyboard(' ')
    expect(heading.ariaPressed).toBe('true')
    await press(shown, 'Next: Columns')
    for (const [name, value] of [
      ['d', 'Day of the date'],
      ['m', 'Month of the date'],
      ['y', 'Year of the date'],
      ['What was done', 'Event'],
    ] as const)
      await shown.user.selectOptions(column(new RegExp(`, ${name}, holds$`)), value)
    await press(shown, 'Next: Preview')
    expect(await counts()).toEqual([4, 2, 2, 0, 0])
    const text = screen.getAllByRole('row').map((row) => row.textContent)
    expect(text.some((row) => row?.includes('3 April 2023') && row.includes('3 Apr 2023'))).toBe(true)
    expect(text.some((row) => row?.includes('4 5 23') && row.includes('4 May 2023'))).toBe(true)
    await press(shown, 'Back: Columns')
    await press(shown, 'Back: The file as it is')
    await shown.user.click(screen.getByRole('checkbox', { name: /is part of the chronology/ }))
    expect(screen.getByRole('button', { name: 'Next: Columns' }).hasAttribute('disabled')).toBe(true)
  })

  it('keeps what was chosen over a lock, and takes it up when the same file is chosen again', async () => {
    const odd = file('odd.csv', 'When,Words,Notes\n03/01/2023,Visit,Door was open\n')
    const shown = await showImport([odd])
    await chooseAgency(shown, 'a2')
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    await press(shown, 'Next: Columns')
    await shown.user.selectOptions(column(/Notes, holds$/), 'Risk or sensitivity')
    await act(() => useStore.getState().flushDrafts())
    // The window is replaced at a lock; another opens on the same vault, which grants no path yet.
    cleanup()
    const again = await showImport([odd], { ...shown.workspace, caseId: shown.caseId })
    expect(await screen.findByText('Your choices were kept')).toBeTruthy()
    expect(screen.getByLabelText<HTMLSelectElement>('Which agency sent it?').value).toBe('a2')
    await expectAccessible()
    await press(again, 'Choose files')
    expect(await screen.findByText(/before the vault was locked has been taken up again/)).toBeTruthy()
    await press(again, '3 Columns')
    expect(column(/Notes, holds$/).value).toBe('risk')
    await press(again, 'Cancel the import')
    const dialog = await screen.findByRole('dialog')
    await again.user.click(within(dialog).getByRole('button', { name: 'Cancel the import' }))
    await atStep('Agency and files')
    await waitFor(async () => {
      const kept = await shown.workspace.act('draft.list', {})
      expect(kept.filter(({ key }) => key.includes(shown.caseId))).toEqual([])
    })
  })

  it('is as it was left after another screen, and after it was cancelled and that taken back', async () => {
    const odd = file('odd.csv', 'Date,Event,Notes\n03/01/2023,Visit,Door was open\n')
    const shown = await showImport([odd])
    await chooseAgency(shown, 'a2')
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    await press(shown, 'Next: Columns')
    await shown.user.selectOptions(column(/Notes, holds$/), 'Risk or sensitivity')
    act(() => {
      useStore.getState().go({ screen: 'cases' })
    })
    await screen.findByRole('heading', { name: 'Cases' })
    act(() => {
      useStore.getState().go({ screen: 'case', caseId: shown.caseId, tab: 'chronology', item: 'import' })
    })
    await atStep('Columns')
    expect(column(/Notes, holds$/).value).toBe('risk')
    await press(shown, 'Cancel the import')
    const dialog = await screen.findByRole('dialog')
    await shown.user.click(within(dialog).getByRole('button', { name: 'Cancel the import' }))
    await atStep('Agency and files')
    await shown.user.click(await screen.findByRole('button', { name: /^Undo/ }))
    await atStep('Columns')
    expect(column(/Notes, holds$/).value).toBe('risk')
    await act(() => useStore.getState().flushDrafts())
    const kept = await shown.workspace.act('draft.list', {})
    expect(kept.find(({ key }) => key.includes(shown.caseId))?.text).toContain('"risk"')
    await press(shown, 'Next: Preview')
    expect(await counts()).toEqual([2, 1, 1, 0, 0])
  })

  it('takes several files at once, and leaves one out that cannot be read', async () => {
    const bad = file('renamed.xlsx', 'this was never a workbook')
    const one = file('one.csv', 'Date,Event\n03/01/2023,Visit\n')
    const two = file('two.csv', 'Date,Event,Action\n04/02/2023,Call,None\n')
    const shown = await showImport([bad, one, two])
    await chooseAgency(shown, 'a1')
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    const files = screen.getByRole('navigation', { name: 'Files of this import' })
    expect(within(files).getAllByRole('button')).toHaveLength(2)
    await press(shown, '1 Agency and files')
    expect(screen.getByText('Nothing from this file was imported')).toBeTruthy()
    await press(shown, '5 Import')
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Import 2 files' }).hasAttribute('disabled')).toBe(false),
    )
    await press(shown, 'Import 2 files')
    await waitFor(async () =>
      expect((await shown.workspace.act('chronology.list', { caseId: shown.caseId })).total).toBe(2),
    )
    expect(await screen.findByText('2 files imported')).toBeTruthy()
  })

  it('says what is wrong with a file, and writes nothing', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await grid()
    await press(shown, 'Import')
    await chooseAgency(shown, 'Millrace Surgery')
    shown.desk.files = [file('renamed.xlsx', 'this was never a workbook')]
    await press(shown, 'Choose files')
    expect(await screen.findByText('Nothing from this file was imported')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Import 1 file/ })).toBeNull()
    expect((await shown.workspace.act('case.list', {}))[0]?.entries).toBe(228)
  })

  it('hides names and shows them again in every step', async () => {
    const shown = await showImport([
      file('Toby Quillfeather.csv', 'Date,Event\n03/01/2023,Mrs Quillfeather seen\n'),
    ])
    await chooseAgency(shown, 'a1')
    await press(shown, 'Choose files')
    await atStep('The file as it is')
    expect(document.body.textContent).not.toContain('Quillfeather')
    await namesSwitch(shown)
    expect((await screen.findAllByText('Mrs Quillfeather seen')).length).toBeGreaterThan(0)
    await namesSwitch(shown)
    await waitFor(() => expect(document.body.textContent).not.toContain('Quillfeather'))
    await press(shown, 'Next: Columns')
    await press(shown, 'Next: Preview')
    expect(await screen.findByText('Adult B seen')).toBeTruthy()
    await press(shown, 'Next: Import')
    expect(await screen.findByRole('button', { name: 'Import 1 file' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('Quillfeather')
  })
})

describe('a version that was replaced', () => {
  it('can be read: the entry says what each changed, the list of files shows each as it was', async () => {
    const shown = await showSampleCase()
    const [one] = await shown.workspace.act('case.list', {})
    const id = one?.id ?? ''
    await shown.workspace.act('chronology.import', { caseId: id, agencyId: 'a5', path: sample(v2) })
    const { entries } = await shown.workspace.act('chronology.list', {
      ...{ caseId: id, search: '"9 degrees"' },
    })
    await openTab(shown, 'Chronology')
    await grid()
    await act(() => useStore.getState().showEntry(entries[0]?.id ?? '', true))
    await shown.user.click(await screen.findByRole('tab', { name: 'History' }))
    const latest = await screen.findByRole('region', { name: 'Version 2' })
    expect([...latest.querySelectorAll('del')].map((del) => del.textContent)).toContain('[removed: 11] ')
    expect(within(latest).getByText('Stands now')).toBeTruthy()
    const earlier = screen.getByRole('region', { name: 'Version 1' })
    expect(within(earlier).getByText('Earlier wording')).toBeTruthy()
    await expectAccessible()
    await shown.user.click(
      within(earlier).getByRole('button', { name: 'housing-provider-chronology-v1.xlsx' }),
    )
    expect(await screen.findByText('Replaced by a later version')).toBeTruthy()
    expect(await screen.findByText(/House 11 degrees/)).toBeTruthy()
    await expectAccessible()
  })
})
