import { screen, waitFor, within } from '@testing-library/react'
import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { holds } from '../../scripts/demo/check-text.ts'
import { valueOf } from '../../renderer/remote.ts'
import { useStore } from '../../renderer/store.ts'
import { defaultPackBasis } from '../../workspace/contract/packs.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, sample } from '../workspace/builders.ts'
import { type AppWindow, expectAccessible, namesSwitch, openPlace, openTab, showApp } from './window.tsx'

type Key = {
  readonly must_not_occur: readonly (Parameters<typeof holds>[1] & {
    readonly packs: string
    readonly source: string
  })[]
}

const json = (name: string): unknown => JSON.parse(readFileSync(sample(name), 'utf8'))

/** As senders and recipients the case's own agencies stand by their names. */
const agencies = (json('case.json') as { agencies: readonly { name: string }[] }).agencies.map(
  ({ name }) => name,
)

const forbidden = (json('expected.json') as Key).must_not_occur
  .filter(({ packs, source }) => packs === 'every' && source.startsWith('roster'))
  .map((one) => ({ ...one, allowed_inside: [...one.allowed_inside, ...agencies] }))

/** Every text node, attribute and field value of the page, and its title: what a screen, a tooltip or a reader could tell. */
const everythingTold = (): string => {
  const told = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) told.push(node.nodeValue ?? '')
  for (const element of document.body.querySelectorAll('*')) {
    told.push(...[...element.attributes].map(({ value }) => value))
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      told.push(element.value)
  }
  return told.join('\n')
}

const namesTold = (): readonly string[] => {
  const told = everythingTold()
  return forbidden.filter((one) => holds(told, one)).map((one) => one.string)
}

const named = (name: string, from: string): string => {
  const file = path.join(aFolder(), name)
  cpSync(sample(from), file)
  return file
}

/** The sample case, with a chronology whose file is named after people of the key. */
const withTellingFiles = async () => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('sample.load', {})
  await workspace.act('chronology.import', {
    caseId,
    agencyId: 'a5',
    path: named('KarenWhitlock_dorothy-hargreave v2.xlsx', 'housing-provider-chronology-v2.xlsx'),
  })
  return { workspace, caseId }
}

const expectNoNames = (where: string): void => expect([where, namesTold()]).toEqual([where, []])

/** Waits until the Links tab shows what it loads for the entry in hand; answers how many accounts are suggested there. */
const linksRead = async (entry: HTMLElement): Promise<number> => {
  await waitFor(() => {
    const { entryLinks, openEntry } = useStore.getState()
    expect(openEntry.state === 'ready' && entryLinks.state === 'ready').toBe(true)
    if (openEntry.state === 'ready') expect(valueOf(entryLinks)?.entryId).toBe(openEntry.value.id)
  })
  await within(entry).findByRole('button', { name: 'Link to another entry' })
  return within(entry).queryAllByRole('group', { name: /^Suggestion: / }).length
}

const walkCase = async (shown: AppWindow): Promise<void> => {
  await screen.findByRole('heading', { level: 2, name: 'Agencies' })
  expectNoNames('overview')

  await openTab(shown, 'Chronology')
  const grid = await screen.findByRole('grid')
  await within(grid).findAllByText(/Adult A/)
  expectNoNames('chronology')
  await shown.user.keyboard('j{Enter}')
  let suggestions = 0
  for (let rows = 0; rows < 25; rows += 1) {
    await shown.user.keyboard('j')
    const entry = await screen.findByRole('article', { name: 'Entry' })
    for (const tab of [/As recorded/, /^Source/, /^Links/]) {
      await shown.user.click(await within(entry).findByRole('tab', { name: tab }))
      if (tab.source === '^Links') suggestions += await linksRead(entry)
      expectNoNames(`entry ${rows + 2}, ${tab.source}`)
    }
  }
  // Other agencies’ accounts were among what was looked at.
  expect(suggestions).toBeGreaterThan(0)
  await shown.user.keyboard('{Escape}')
}

describe('while names are hidden', () => {
  it('no name of the people key is in the overview, the chronology or an entry', async () => {
    const { workspace } = await withTellingFiles()
    const shown = showApp(workspace)
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await walkCase(shown)
    await namesSwitch(shown)
    await screen.findAllByText(/Dorothy|Hargreave/)
    expect(namesTold().length).toBeGreaterThan(0)
  })

  it('no file is named after anybody in the import, its review, or the list of files', async () => {
    const { workspace } = await withTellingFiles()
    const shown = showApp(workspace)
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await openTab(shown, 'Chronology')
    await screen.findByRole('grid')
    await shown.user.click(screen.getByRole('button', { name: 'Import' }))
    expect(await screen.findByRole('rowheader', { name: 'Excel file' })).toBeTruthy()
    expect(screen.getByRole('rowheader', { name: 'police-chronology.xlsx' })).toBeTruthy()
    expectNoNames('list of files')
    await shown.user.selectOptions(screen.getByLabelText('Which agency sent it?'), 'Calderwick Constabulary')
    const file = named('chronology DOROTHY HARGREAVE.xlsx', 'police-chronology.xlsx')
    const bad = named('Mrs Hargreave.xlsx', 'case.json')
    shown.desk.files = [file, bad].map((one) => ({ path: one, name: path.basename(one) }))
    await shown.user.click(screen.getByRole('button', { name: 'Choose files' }))
    await screen.findByRole('grid', { name: /as it is in the file/ })
    const step = async (name: string | RegExp): Promise<void> => {
      await shown.user.click(screen.getByRole('button', { name }))
      for (const closed of document.querySelectorAll('details')) closed.open = true
    }
    for (const closed of document.querySelectorAll('details')) closed.open = true
    expectNoNames('the file as it is')
    await step('Next: Columns')
    expectNoNames('columns of a file')
    await step('Next: Preview')
    await screen.findByRole('group', { name: /^Rows of the file/ })
    expectNoNames('preview of a file')
    await step('1 Agency and files')
    expect(await screen.findByText('Nothing from this file was imported')).toBeTruthy()
    expectNoNames('files of an import')
    await step('5 Import')
    await screen.findByRole('region', { name: 'Excel file' })
    await screen.findByText(/0 added|will be added/)
    expectNoNames('review of an import')
    await expectAccessible()
    await namesSwitch(shown)
    expect(await screen.findByRole('region', { name: 'chronology DOROTHY HARGREAVE.xlsx' })).toBeTruthy()
  })

  it('reports are read with pseudonyms, by those who may not read the key too', async () => {
    const { workspace, caseId } = await withTellingFiles()
    await workspace.act('contribution.add', {
      caseId,
      agencyId: 'a3',
      path: named('Report on Mrs Hargreave.docx', 'hospital-trust-chronology.docx'),
    })
    await addUser(workspace, 'Sam Orme', 'chair')
    const readAll = async (shown: AppWindow): Promise<void> => {
      await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
      await screen.findByRole('heading', { level: 1, name: 'Adult A' })
      await openTab(shown, 'Contributions')
      for (const name of ['Word file', 'imr-home-care-provider.docx', 'imr-housing-provider.docx']) {
        expectNoNames('list of reports')
        await shown.user.click(await screen.findByRole('button', { name }))
        const heading = await screen.findByRole('heading', { name: 'Names are hidden' })
        expect(heading.closest('article')?.textContent).toContain('Adult A')
        expectNoNames(name)
        await shown.user.click(screen.getByRole('button', { name: 'Back to the reports' }))
      }
    }
    const manager = showApp(workspace)
    await readAll(manager)
    await manager.user.click(await screen.findByRole('button', { name: 'Word file' }))
    await manager.user.click(await screen.findByRole('button', { name: /Show names and read/ }))
    await screen.findAllByText(/Hargreave/)
    expect(namesTold().length).toBeGreaterThan(0)

    const theirs = await reopenedAs(workspace, 'Sam Orme', passphraseOf('chair'))
    document.body.replaceChildren()
    await readAll(showApp(theirs))
    expect(screen.queryByRole('button', { name: /Show names/ })).toBeNull()
  })

  it('no name is on the people key, the packs or the disclosures', async () => {
    const { workspace, caseId } = await withTellingFiles()
    await workspace.act('pack.build', {
      caseId,
      recipient: 'a5',
      profile: 'partner-agency',
      formats: ['csv'],
      basis: defaultPackBasis,
    })
    const shown = showApp(workspace)
    await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
    await screen.findByRole('heading', { level: 1, name: 'Adult A' })
    await openTab(shown, 'People key')
    await screen.findByRole('table')
    expectNoNames('people key')
    await openTab(shown, 'Packs')
    await shown.user.click(await screen.findByRole('button', { name: 'Build a pack' }))
    await screen.findByLabelText('Recipient')
    expectNoNames('building a pack')
    await openTab(shown, 'Packs')
    await shown.user.click(await screen.findByRole('button', { name: 'Wharfstone Homes' }))
    for (const tab of await screen.findAllByRole('tab')) {
      await shown.user.click(tab)
      expectNoNames(`pack, ${tab.textContent}`)
    }
    await openPlace(shown, 'Disclosures')
    await screen.findByText('Nothing has left this vault')
    expectNoNames('disclosures')
  })
})
