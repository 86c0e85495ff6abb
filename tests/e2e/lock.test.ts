import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { callFrom, command, launchPrepared, pressOn, shareApp, typeIn, unlockAs } from './app.ts'
import { manager } from './prepared-vault.ts'

/** What a lock ends, what it keeps, and what is left on the computer in plain text: nothing. */
const app = shareApp(launchPrepared)
const canary = 'Marigold-Quillfeather-canary'

const lockFile = (): string => path.join(app().dir, 'vault.lock')
const ownerOfVault = (): number =>
  (JSON.parse(readFileSync(lockFile(), 'utf8')) as { readonly pid: number }).pid
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const pagesOfSystem = (): Promise<readonly number[]> =>
  app().electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
  )
const emit = (name: 'lock-screen' | 'suspend'): Promise<void> =>
  app().electron.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), name)
const setIdle = (seconds: number): Promise<void> =>
  app().electron.evaluate(
    ({ powerMonitor }, idle) => void Object.assign(powerMonitor, { getSystemIdleTime: () => idle }),
    seconds,
  )
const openCase = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await page.getByRole('heading', { name: 'Adult A', level: 1 }).waitFor()
}

test('locking ends the process with the key, destroys the page and gives the vault up', async () => {
  const page = app().page()
  await openCase(page)
  const owner = ownerOfVault()
  const [before] = await pagesOfSystem()
  expect(isRunning(owner)).toBe(true)
  const next = await app().whileLocking(() => page.keyboard.press('Control+L'))
  expect(page.isClosed()).toBe(true)
  expect(await pagesOfSystem()).not.toContain(before)
  await expect.poll(() => isRunning(owner)).toBe(false)
  await expect.poll(() => existsSync(lockFile())).toBe(false)
  await expect(next).toHaveTitle('SAR Workspace')
  await expect(next.getByText('Adult A')).toHaveCount(0)
  await unlockAs(app(), manager)
})

test('all windows of a vault are locked at once, each losing its page', async () => {
  const first = app().page()
  const opened = app().electron.waitForEvent('window')
  await app().electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    items.find(({ label }) => label === 'New window')?.click()
  })
  const second = await opened
  await openCase(second)
  await openCase(first)
  await app().whileLocking(() => first.keyboard.press('Control+L'))
  await expect.poll(() => [first.isClosed(), second.isClosed()]).toEqual([true, true])
  expect(await pagesOfSystem()).toHaveLength(1)
  await unlockAs(app(), manager)
})

for (const event of ['lock-screen', 'suspend'] as const)
  test(`the vault locks itself on ${event}`, async () => {
    const owner = ownerOfVault()
    await app().whileLocking(() => emit(event))
    await expect.poll(() => isRunning(owner)).toBe(false)
    await unlockAs(app(), manager)
  })

test('it warns a minute before it locks an idle window, and then does', async () => {
  await setIdle(9 * 60 + 10)
  await expect(
    app()
      .page()
      .getByText(/The vault locks in \d+ seconds/),
  ).toBeVisible()
  await app().whileLocking(() => setIdle(10 * 60))
  await setIdle(0)
  await unlockAs(app(), manager)
})

test('text that was not saved survives a lock, and is offered back', async () => {
  const page = app().page()
  await openCase(page)
  await page.keyboard.press('Control+Shift+H')
  await command(page, 'Add to the people key')
  await typeIn(page, page.getByLabel('Name', { exact: true }), canary)
  await app().whileLocking(() => emit('lock-screen'))
  const next = await unlockAs(app(), manager)
  await expect(next.getByText(/1 unsaved text kept/)).toBeVisible()
  await pressOn(next, next.getByRole('button', { name: 'Go on writing' }))
  await pressOn(next, next.getByRole('button', { name: /^Show names/ }).first())
  await expect(next.getByText(/Your unsaved text from \d\d:\d\d has been restored/)).toBeVisible()
  await expect(next.getByLabel('Name', { exact: true })).toHaveValue(canary)
  await pressOn(next, next.getByRole('button', { name: 'Discard it' }))
  await next.keyboard.press('Control+Shift+H')
})

test('so does what was typed into a pack', async () => {
  const page = app().page()
  await command(page, 'Build a pack')
  const reason = 'Only what the housing provider needs to check its own facts.'
  await typeIn(page, page.getByLabel('Why this is needed, and no more than is needed'), reason)
  await app().whileLocking(() => page.keyboard.press('Control+L'))
  const next = await unlockAs(app(), manager)
  await pressOn(next, next.getByRole('button', { name: 'Go on writing' }))
  await expect(next.getByLabel('Why this is needed, and no more than is needed')).toHaveValue(reason)
})

test('a vault process that dies, or a page that breaks, leaves a locked app that opens again', async () => {
  await app().whileLocking(() => Promise.resolve(process.kill(ownerOfVault(), 'SIGKILL')))
  await unlockAs(app(), manager)
  const owner = ownerOfVault()
  await app().whileLocking(() =>
    app().electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    ),
  )
  await expect.poll(() => isRunning(owner)).toBe(false)
  await unlockAs(app(), manager)
})

test('copied text leaves the clipboard at a lock, and only that', async () => {
  const read = (): Promise<string> => app().electron.evaluate(({ clipboard }) => clipboard.readText())
  const page = app().page()
  const copy = (text: string): Promise<unknown> =>
    page.evaluate((what) => {
      const { sar } = window as unknown as {
        sar: { call: (name: string, input: unknown) => Promise<unknown> }
      }
      return sar.call('shell.copy', { text: what })
    }, text)
  await copy('from the vault')
  expect(await read()).toBe('from the vault')
  await app().electron.evaluate(({ clipboard }) => void clipboard.writeText('somebody’s own'))
  await app().whileLocking(() => page.keyboard.press('Control+L'))
  expect(await read()).toBe('somebody’s own')
  const next = await unlockAs(app(), manager)
  await callFrom(next, 'shell.copy', { text: 'from the vault' })
  await app().whileLocking(() => next.keyboard.press('Control+L'))
  await expect.poll(read).toBe('')
  await unlockAs(app(), manager)
})

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())

test('quitting gives the vault up, and nothing is left in plain text anywhere', async () => {
  const page = app().page()
  await openCase(page)
  await page.keyboard.press('Control+Shift+H')
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('cell', { name: 'Dorothy Jean Hargreave', exact: true })).toBeVisible()
  await page.keyboard.press('Alt+2')
  const owner = ownerOfVault()
  const ended = new Promise((resolve) => app().electron.process().once('exit', resolve))
  await app()
    .electron.evaluate(({ app: electron }) => electron.quit())
    .catch(() => undefined)
  await ended
  await expect.poll(() => isRunning(owner)).toBe(false)
  expect(existsSync(lockFile())).toBe(false)
  const files = [app().profile, app().temporary, app().dir].flatMap(filesIn)
  expect(files.length).toBeGreaterThan(5)
  const holding = (where: readonly string[], text: string): readonly string[] =>
    where.filter((file) => {
      const bytes = readFileSync(file)
      return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))
    })
  for (const text of ['Hargreave', canary, manager.passphrase]) expect(holding(files, text)).toEqual([])
  expect(holding(filesIn(app().dir), 'SQLite format 3')).toEqual([])
  expect(app().said()).not.toMatch(/Hargreave|Marigold|copper lantern/)
})
