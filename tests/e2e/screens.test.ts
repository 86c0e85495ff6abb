import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { command, launchPrepared, shareApp } from './app.ts'
import { judgeScreen } from './judge.ts'
import { judgeKeyboard } from './keyboard.ts'
import { sample } from './prepared-vault.ts'

/** Every screen of an open vault: how it looks, whether it fits, what assistive technology is told. */
const app = shareApp(launchPrepared)

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name }).first()

const goTo = async (page: Page, name: string, title: string | RegExp = name): Promise<void> => {
  await command(page, name)
  await heading(page, title).waitFor()
}
const inCase = async (page: Page, tab: string, title: string | RegExp = tab): Promise<void> => {
  await goTo(page, 'Cases')
  await page.getByRole('button', { name: /^Adult A/ }).click()
  await page.getByRole('navigation', { name: 'Parts of Adult A' }).getByRole('button', { name: tab }).click()
  await heading(page, title).waitFor()
}
const openPack = async (page: Page, recipient: string): Promise<void> => {
  await inCase(page, 'Packs')
  await page.getByRole('button', { name: recipient }).click()
  await page.getByRole('tab', { name: 'Files and gate' }).waitFor()
}
const openEntry = async (page: Page): Promise<void> => {
  await inCase(page, 'Chronology', 'Adult A')
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('Home')
  for (let rows = 0; rows < 3; rows += 1) await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Entry' }).getByRole('heading').first().waitFor()
}
/** The import at its beginning, whatever was there before. */
const goToImport = async (page: Page): Promise<void> => {
  await inCase(page, 'Chronology', 'Adult A')
  await goTo(page, 'Import a chronology')
  await page.getByRole('button', { name: '1 Agency and files' }).click()
  await page
    .getByRole('button', { name: /^Rows as imported/ })
    .first()
    .waitFor()
  if ((await page.getByRole('button', { name: 'Cancel the import' }).count()) === 0) return
  await page.getByRole('button', { name: 'Cancel the import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the import' }).click()
}
const openImport = async (page: Page, agency: string, file: string): Promise<void> => {
  await goToImport(page)
  await page.getByLabel('Which agency sent it?').selectOption(agency)
  await app().chooseNext([sample(file)])
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByRole('grid', { name: /as it is in the file$/ }).waitFor()
}
const named = async (page: Page, work: () => Promise<void>): Promise<void> => {
  if (await page.getByRole('button', { name: 'Names hidden' }).isVisible())
    await page.keyboard.press('Control+Shift+H')
  await work()
}

type Screen = {
  readonly name: string
  readonly open: (page: Page) => Promise<unknown>
  readonly leave?: (page: Page) => Promise<unknown>
}

const hideNames = (page: Page): Promise<void> => page.keyboard.press('Control+Shift+H')
const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')

const screens: readonly Screen[] = [
  { name: 'cases', open: (page) => goTo(page, 'Cases') },
  { name: 'add-case', open: (page) => goTo(page, 'Add a case') },
  { name: 'overview', open: (page) => inCase(page, 'Overview', 'Agencies') },
  {
    name: 'reveal',
    open: async (page) => {
      await inCase(page, 'Overview', 'Adults')
      await page.getByRole('button', { name: /^Reveal health/ }).click()
      await page.getByRole('dialog').waitFor()
    },
    leave: escape,
  },
  {
    name: 'chronology',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('grid').waitFor()
    },
  },
  { name: 'entry', open: openEntry },
  {
    name: 'entry-source',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: 'Source' }).click()
    },
    leave: escape,
  },
  {
    name: 'entry-analysis',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: 'Analysis' }).click()
      await page.getByRole('form', { name: 'Analysis' }).waitFor()
    },
    leave: async (page) => {
      await page.getByRole('tab', { name: 'As recorded' }).click()
      await escape(page)
    },
  },
  {
    name: 'analyse-many',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      const grid = page.getByRole('grid')
      await grid.focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Shift+ArrowDown')
      await page.getByText('2 entries selected').waitFor()
      await page.keyboard.press('Shift+A')
      await page.getByRole('dialog').waitFor()
    },
    leave: async (page) => {
      await escape(page)
      await page.getByRole('button', { name: 'Clear the selection' }).click()
    },
  },
  {
    name: 'same-events',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await goTo(page, 'Same events', 'Are these one event?')
    },
  },
  {
    name: 'same-events-noted',
    open: async (page) => {
      await page.getByRole('button', { name: 'One event' }).click()
      await page.getByRole('tab', { name: 'Confirmed events 1' }).click()
      await page.getByRole('button', { name: 'Note a difference' }).click()
      const form = page.getByRole('form', { name: 'Note a difference' })
      await form.getByRole('button', { name: 'Note the difference' }).click()
      await form.getByText('Enter what at least two').waitFor()
      for (const account of await form.getByRole('textbox').all()) await account.fill('Two agencies came')
    },
    leave: (page) => page.getByRole('button', { name: 'Note the difference' }).click(),
  },
  {
    name: 'conflicts',
    open: async (page) => {
      await goTo(page, 'Unresolved conflicts', 'Content')
      await page.getByRole('button', { name: 'Settle it' }).first().click()
      await page.getByRole('button', { name: 'Record the resolution' }).click()
      await page.getByText('Choose how it is settled').waitFor()
    },
  },
  {
    name: 'entry-links',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: /^Links/ }).click()
      await page.getByRole('button', { name: 'Link to another entry' }).click()
      await page.getByLabel('Find the other account').fill('home')
      await page
        .getByRole('status')
        .filter({ hasText: /entries/ })
        .waitFor()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('tab', { name: 'As recorded' }).click()
      await escape(page)
    },
  },
  {
    name: 'glossary',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await goTo(page, 'Glossary')
      await page.getByRole('region', { name: 'Not explained yet' }).waitFor()
    },
  },
  {
    name: 'wording',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await goTo(page, 'Columns and wording')
      await page.getByRole('form', { name: 'Columns and wording' }).waitFor()
    },
  },
  {
    name: 'nothing-found',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByLabel('Search the chronology').fill('zzzz')
      await heading(page, 'No entry matches').waitFor()
    },
    leave: (page) => page.getByLabel('Search the chronology').fill(''),
  },
  {
    name: 'chronology-filter',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'Add filter' }).click()
      await page.getByRole('menuitem', { name: 'Kind of contact' }).click()
      await page.getByRole('checkbox', { name: /^Telephone/ }).click()
      await page.locator('.filter-chip').getByText('whose kind of contact is Telephone').waitFor()
    },
    leave: escape,
  },
  {
    name: 'chronology-grouped',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'View', exact: true }).click()
      await page.getByRole('radio', { name: 'Whole text' }).click()
      await page.getByRole('radio', { name: 'Agency' }).click()
      await page.keyboard.press('Escape')
      await page.getByRole('treegrid').waitFor()
    },
  },
  {
    name: 'chronology-view',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'View', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
    leave: escape,
  },
  {
    name: 'chronology-columns',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'Columns', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
    leave: escape,
  },
  {
    name: 'chronology-views',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'Views', exact: true }).click()
      await page.getByLabel(/^Keep what is shown/).fill('Calls, by agency')
      await page.keyboard.press('Enter')
      await page.getByRole('checkbox', { name: 'Begin this case with it' }).waitFor()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: /^All entries/ }).click()
      await page.getByRole('grid').waitFor()
    },
  },
  { name: 'import-agency', open: (page) => goToImport(page) },
  { name: 'import-file', open: (page) => openImport(page, 'a1', 'adult-social-care-chronology.xlsx') },
  {
    name: 'import-columns',
    open: async (page) => {
      await openImport(page, 'a1', 'adult-social-care-chronology.xlsx')
      await page.getByRole('button', { name: '3 Columns' }).click()
      await page.getByText('Date and event are known').waitFor()
    },
  },
  {
    name: 'import-preview',
    open: async (page) => {
      await openImport(page, 'a1', 'adult-social-care-chronology.xlsx')
      await page.getByRole('button', { name: '4 Preview' }).click()
      await page.getByRole('group', { name: /^Rows of the file/ }).waitFor()
    },
  },
  {
    name: 'import',
    open: async (page) => {
      await openImport(page, 'a5', 'housing-provider-chronology-v2.xlsx')
      await page.getByRole('button', { name: '5 Import' }).click()
      await page.getByText('Compared with the version before').waitFor()
    },
  },
  {
    name: 'import-source',
    open: async (page) => {
      await goToImport(page)
      await page.getByRole('button', { name: /^Rows as imported: adult-social-care/ }).click()
      await page.getByRole('table', { name: /as imported$/ }).waitFor()
    },
  },
  {
    name: 'entry-history',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: 'History' }).click()
      await page.getByText('Stands now').waitFor()
    },
  },
  {
    name: 'timeline',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'Timeline' }).click()
      await page.getByRole('grid', { name: /^Timeline/ }).waitFor()
    },
  },
  {
    name: 'timeline-table',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'Timeline' }).click()
      await page.getByRole('grid', { name: /^Timeline/ }).focus()
      for (let times = 0; times < 4; times += 1) await page.keyboard.press('+')
      await page.keyboard.press('Enter')
      await page.getByRole('article', { name: 'Entry' }).getByRole('heading').first().waitFor()
      await page.getByRole('button', { name: 'As a table' }).click()
      await page.getByRole('region', { name: 'What is in view' }).waitFor()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Hide the table' }).click()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'no-contact',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await goTo(page, 'No contact')
      await page.getByRole('region', { name: 'Silences by agency' }).waitFor()
    },
  },
  {
    name: 'no-contact-statement',
    open: async (page) => {
      await goTo(page, 'No contact')
      await page.getByRole('button', { name: /^Record a statement of Millrace/ }).click()
      await page.getByRole('button', { name: 'Record the statement' }).click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'no-contact-letter',
    open: async (page) => {
      await goTo(page, 'No contact')
      await page.getByRole('button', { name: 'Write a query to Millrace Surgery' }).click()
      await page.getByRole('article', { name: 'What the agency will read' }).waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'templates',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await goTo(page, 'Make a template for an agency')
      await page.getByText('How it is to be filled in').click()
      await page.getByRole('region', { name: 'Before this leaves' }).waitFor()
    },
  },
  {
    name: 'timeline-export',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await page.getByRole('button', { name: 'Timeline' }).click()
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
    leave: escape,
  },
  {
    name: 'export',
    open: async (page) => {
      await inCase(page, 'Chronology', 'Adult A')
      await goTo(page, 'Export the chronology')
      await page.getByRole('region', { name: 'Before this leaves' }).waitFor()
    },
  },
  { name: 'contributions', open: (page) => inCase(page, 'Contributions') },
  {
    name: 'contribution-covered',
    open: async (page) => {
      await inCase(page, 'Contributions')
      await page.getByRole('button', { name: 'imr-home-care-provider.docx' }).click()
      await heading(page, 'Names are hidden').waitFor()
    },
  },
  {
    name: 'contribution',
    open: (page) =>
      named(page, async () => {
        await inCase(page, 'Contributions')
        await page.getByRole('button', { name: 'imr-home-care-provider.docx' }).click()
        await heading(page, 'What the file holds besides').waitFor()
      }),
    leave: hideNames,
  },
  { name: 'people-key', open: (page) => inCase(page, 'People key') },
  {
    name: 'people-key-named',
    open: (page) => named(page, () => inCase(page, 'People key')),
    leave: hideNames,
  },
  {
    name: 'people-key-entry',
    open: (page) =>
      named(page, async () => {
        await inCase(page, 'People key')
        await page.getByRole('button', { name: 'Edit Adult A', exact: true }).click()
        await page.getByLabel('Pseudonym').waitFor()
      }),
    leave: async (page) => {
      await page.getByRole('button', { name: 'Cancel' }).click()
      await hideNames(page)
    },
  },
  {
    name: 'analysis',
    open: async (page) => {
      await inCase(page, 'Analysis')
      await heading(page, 'Nothing has been found yet').waitFor()
    },
  },
  {
    name: 'finding-new',
    open: async (page) => {
      await inCase(page, 'Analysis')
      await page.getByRole('button', { name: 'Add a finding' }).click()
      await page.getByRole('button', { name: 'Add the finding' }).click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'entry-add-to-finding',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: /^Findings/ }).click()
      await page.getByRole('button', { name: 'Add to a finding' }).click()
      await page.getByLabel('Its title').fill('Calls were not joined up')
    },
    leave: (page) => page.getByRole('button', { name: 'Add 1 entry' }).click(),
  },
  {
    name: 'entry-findings',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: 'Findings 1' }).click()
      await page.getByRole('button', { name: 'Calls were not joined up' }).waitFor()
    },
    leave: escape,
  },
  {
    name: 'entry-comments',
    open: async (page) => {
      await openEntry(page)
      await page.keyboard.press('c')
      await page.getByLabel('Your comment on this entry').fill('Was the door open?')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('tab', { name: 'Comments 1' }).waitFor()
      await page.getByLabel('Your comment on this entry').waitFor({ state: 'detached' })
      await page.keyboard.press('c')
      await page.getByLabel('Your comment on this entry').pressSequentially('@')
      await page.getByRole('listbox', { name: 'People to mention' }).waitFor()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Discard' }).click()
      await escape(page)
    },
  },
  {
    name: 'finding',
    open: async (page) => {
      await inCase(page, 'Analysis')
      await page.getByRole('button', { name: 'Calls were not joined up' }).click()
      await heading(page, 'Statement').waitFor()
    },
  },
  {
    name: 'findings',
    open: async (page) => {
      await inCase(page, 'Analysis')
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'reports-none',
    open: async (page) => {
      await inCase(page, 'Reports')
      await heading(page, 'No report has been begun').waitFor()
    },
  },
  {
    name: 'report-new',
    open: async (page) => {
      await inCase(page, 'Reports')
      await page.getByRole('button', { name: 'Write a report' }).click()
      await page.getByRole('radio', { name: /^Overview report/ }).waitFor()
    },
  },
  {
    name: 'report-edit',
    open: (page) =>
      named(page, async () => {
        await page.getByRole('button', { name: 'Begin the report' }).click()
        await page.getByRole('button', { name: 'Add a recommendation' }).click()
        await page.getByRole('button', { name: 'Save the report' }).click()
        await page.getByRole('alert').waitFor()
        await page.getByLabel('What is recommended').fill('Name one agency to lead.')
        await page.getByLabel('Owner').fill('The Board')
      }),
    leave: async (page) => {
      await page.getByRole('button', { name: 'Save the report' }).click()
      await page.getByRole('button', { name: 'Build a pack of it' }).waitFor()
      await hideNames(page)
    },
  },
  {
    name: 'report',
    open: (page) => page.getByRole('article', { name: 'The report as the public would read it' }).waitFor(),
  },
  {
    name: 'report-publication',
    open: async (page) => {
      await page.getByRole('button', { name: 'Record the publication' }).click()
      await page.getByRole('radio', { name: 'Withhold, with a reason' }).click()
      await page.getByRole('button', { name: 'Record it' }).click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'report-build',
    open: async (page) => {
      await page.getByRole('button', { name: 'Build a pack of it' }).click()
      await page.getByRole('button', { name: 'Build the pack' }).waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'reports',
    open: async (page) => {
      await inCase(page, 'Reports')
      await page.getByRole('table').waitFor()
    },
  },
  { name: 'mentions', open: (page) => goTo(page, 'Mentions', 'Nobody has mentioned you yet') },
  { name: 'packs', open: (page) => inCase(page, 'Packs') },
  {
    name: 'pack-build',
    open: async (page) => {
      await inCase(page, 'Packs')
      await page.getByRole('button', { name: 'Build a pack' }).click()
      await page.getByRole('button', { name: 'Build the pack' }).click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'pack-coroner',
    open: async (page) => {
      await inCase(page, 'Packs')
      await page.getByRole('button', { name: 'For a coroner or court' }).click()
      await page.getByRole('button', { name: 'Build the pack' }).click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'pack-review',
    open: (page) =>
      named(page, async () => {
        await openPack(page, 'Wharfstone Homes')
        await page.getByRole('region', { name: 'Decisions' }).waitFor()
      }),
    leave: hideNames,
  },
  {
    name: 'pack-searches',
    open: (page) =>
      named(page, async () => {
        await openPack(page, 'Wharfstone Homes')
        await page.getByRole('tab', { name: 'Searches' }).click()
        await page.getByRole('region', { name: 'What somebody could search for' }).waitFor()
      }),
    leave: hideNames,
  },
  {
    name: 'pack-second-reading',
    open: (page) =>
      named(page, async () => {
        await openPack(page, 'Wharfstone Homes')
        await page.getByRole('tab', { name: 'Second reading' }).click()
        await heading(page, 'No second reading is asked for').waitFor()
      }),
    leave: hideNames,
  },
  {
    name: 'pack-reads',
    open: async (page) => {
      await openPack(page, 'Calderwick Constabulary')
      await page.getByRole('tab', { name: 'What the recipient will read' }).click()
      await page.getByRole('article').waitFor()
    },
  },
  {
    name: 'pack-files',
    open: async (page) => {
      await openPack(page, 'Calderwick Constabulary')
      await page.getByRole('tab', { name: 'Files and gate' }).click()
      await page.getByText('The gate found nothing').waitFor()
    },
  },
  {
    name: 'pack-approve',
    open: async (page) => {
      await openPack(page, 'Wharfstone Homes')
      await page.getByRole('tab', { name: 'Approve' }).click()
      await page.getByRole('region', { name: 'Approval' }).waitFor()
    },
  },
  {
    name: 'pack-released',
    open: async (page) => {
      await openPack(page, 'Calderwick Constabulary')
      await page.getByText('Released to Calderwick Constabulary').waitFor()
    },
  },
  {
    name: 'disclosures',
    open: async (page) => {
      await goTo(page, 'Disclosures')
      await page.locator('.disclosure summary').first().click()
    },
    leave: (page) => page.locator('.disclosure summary').first().click(),
  },
  {
    name: 'disclosure',
    open: async (page) => {
      await goTo(page, 'Disclosures')
      await page.locator('.disclosure summary').first().click()
      await page.getByRole('button', { name: 'Records, receipt and notices' }).first().click()
      await page.getByRole('button', { name: 'Withdraw this pack' }).click()
      await page.getByRole('button', { name: 'Withdraw and raise the notice' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'disclosure-by-hand',
    open: async (page) => {
      await goTo(page, 'Disclosures')
      await page.getByRole('button', { name: 'Record one by hand' }).click()
      await page.getByRole('button', { name: 'Record it' }).click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'disclosure-export',
    open: async (page) => {
      await goTo(page, 'Disclosures')
      await page.getByRole('button', { name: 'Export the log' }).click()
      await page.getByRole('region', { name: 'Before this leaves' }).waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'entry-correction',
    open: async (page) => {
      await openEntry(page)
      await page.getByRole('tab', { name: 'As recorded' }).click()
      await page.getByRole('button', { name: 'Record a correction' }).click()
      await page.getByRole('button', { name: 'Record the correction' }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel(/^The words that are right/).fill('The call came at noon')
      await page.getByLabel('Why').fill('The log says so')
      await page.getByLabel('Evidence').fill('Incident log')
      await page.getByLabel('Asked for by').fill('A relative')
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Record the correction' }).click()
      await page.getByText('The call came at noon').waitFor()
      await escape(page)
    },
  },
  {
    name: 'attention',
    open: async (page) => {
      await goTo(page, 'Attention')
      await page.getByRole('region', { name: 'To do' }).waitFor()
    },
  },
  {
    name: 'notice',
    open: async (page) => {
      await goTo(page, 'Attention')
      await page
        .getByRole('button', { name: /^Open notice/ })
        .first()
        .click()
      await page.getByRole('article', { name: 'What the recipient will read' }).waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Back to Attention' }).click(),
  },
  {
    name: 'recipients',
    open: async (page) => {
      await goTo(page, 'People and organisations')
      await page.getByRole('button', { name: 'Add Wharfstone Homes to the register' }).click()
      await page.getByRole('row', { name: /^Wharfstone Homes/ }).waitFor()
    },
  },
  {
    name: 'recipient-entry',
    open: async (page) => {
      await goTo(page, 'People and organisations')
      await page.getByRole('button', { name: 'Edit Wharfstone Homes' }).click()
      await page.getByLabel('Name').waitFor()
    },
    leave: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  { name: 'statistics', open: (page) => goTo(page, 'Statistics', 'Reviews by whether anyone died') },
  {
    name: 'publish',
    open: async (page) => {
      await goTo(page, 'Statistics', 'Reviews by whether anyone died')
      await page.getByRole('button', { name: /^Publish/ }).click()
      await page.getByRole('dialog').waitFor()
    },
    leave: escape,
  },
  {
    name: 'audit',
    open: async (page) => {
      await goTo(page, 'Audit')
      await page.getByRole('table').waitFor()
    },
  },
  { name: 'settings', open: (page) => goTo(page, 'Settings', 'Users of this vault') },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('Control+K')
      await page.getByRole('menu').waitFor()
    },
    leave: escape,
  },
  {
    name: 'shortcuts',
    open: async (page) => {
      await goTo(page, 'Cases')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
    leave: escape,
  },
]

for (const { name, open, leave } of screens)
  test(`${name}: no violation, nothing cut, every control reached by Tab with a visible focus`, async () => {
    const page = app().page()
    await page.emulateMedia({ colorScheme: 'light' })
    await open(page)
    await judgeScreen(app(), name)
    await judgeKeyboard(page)
    await leave?.(page)
  })

test('a title says the code name and the place, never a person', async () => {
  const page = app().page()
  await named(page, () => inCase(page, 'People key'))
  await expect(page).toHaveTitle('Adult A – People key – SAR Workspace')
  await hideNames(page)
})

test('reduced motion stops what moves, and forced colours leave everything readable', async () => {
  const page = app().page()
  await inCase(page, 'Chronology', 'Adult A')
  await page.getByRole('grid').waitFor()
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  await page.keyboard.press('Control+K')
  await page.getByRole('menu').waitFor()
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element)
        const longest = [animationDuration, transitionDuration]
          .flatMap((text) => text.split(','))
          .map((text) => Number.parseFloat(text) * (text.includes('ms') ? 1 : 1_000))
        return Math.max(...longest) > 1
      }).length,
  )
  expect(moving).toBe(0)
  await page.keyboard.press('Escape')
  await judgeScreen(app(), 'forced-colours')
  await page.emulateMedia({ reducedMotion: null, forcedColors: null })
})

if (process.env['SAR_README_PICTURE'] === '1')
  test('the picture of the README', async () => {
    const page = app().page()
    await page.emulateMedia({ colorScheme: 'light' })
    await inCase(page, 'Chronology', 'Adult A')
    await page.getByRole('grid').focus()
    // The middle of the story, where agencies’ accounts meet.
    for (let presses = 0; presses < 9; presses += 1) await page.keyboard.press('PageDown')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Entry' }).getByRole('heading').first().waitFor()
    await page.mouse.move(0, 0)
    await page.waitForTimeout(500)
    await page.screenshot({ path: path.join(import.meta.dirname, 'chronology.png') })
  })
