import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { root } from '../../scripts/bootstrap/paths.mjs'
import { closeApp, openWindow, standInForSystem } from '../../scripts/testing/open-window.ts'
import { copyOfPreparedVault, manager } from './prepared-vault.ts'

export type App = {
  readonly electron: ElectronApplication
  /** The window there is now; after a lock it is another one. */
  readonly page: () => Page
  /** What the app keeps about itself, and where it puts temporary files. */
  readonly profile: string
  readonly temporary: string
  /** Everything it wrote to its terminal. */
  readonly said: () => string
  /** What the operating system's next dialogs answer, in turn; without any left they are cancelled. */
  readonly chooseNext: (...answers: readonly (readonly string[])[]) => Promise<void>
  /** Does something that locks the vault, and waits for the new window. */
  readonly whileLocking: (action: () => Promise<unknown>) => Promise<Page>
  readonly close: () => Promise<void>
  /** Everything a page said that it should not have: errors, refused content. */
  readonly problems: string[]
}

/** A folder for all that one app keeps and writes, where another app may start again on it. */
export const ownFolder = (): string => mkdtempSync(path.join(tmpdir(), 'sar-app-'))

export const launch = async (own = ownFolder()): Promise<App> => {
  const [profile, temporary] = [path.join(own, 'profile'), path.join(own, 'temporary')]
  mkdirSync(temporary, { recursive: true })
  const { electron, child, page: first } = await openWindow(profile, root, { TMPDIR: temporary })
  const problems: string[] = []
  /** Two apps share one screen in these tests, and take the system's focus from each other; no page notices. */
  const keepFocus = async (page: Page): Promise<void> => {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  }
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => void problems.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`)
    })
  }
  const outputs: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void outputs.push(chunk.toString('utf8')))
  const page = (): Page => {
    const latest = electron.windows().findLast((one) => !one.isClosed() && one.url() !== 'about:blank')
    if (!latest) throw new Error('There is no window.')
    return latest
  }
  listen(first)
  electron.on('window', listen)
  const answerDialogs = await standInForSystem(electron)
  await keepFocus(first)
  await first.getByRole('heading').first().waitFor()
  return {
    electron,
    page,
    profile,
    temporary,
    said: () => outputs.join(''),
    problems,
    chooseNext: answerDialogs,
    whileLocking: async (action) => {
      const next = electron.waitForEvent('window')
      // The page the key was pressed on may be gone before the key is up.
      await Promise.all([next, action().catch(() => undefined)])
      const replaced = await next
      await keepFocus(replaced)
      await replaced.getByRole('heading').first().waitFor()
      return replaced
    },
    close: async () => {
      await closeApp({ electron, child })
      rmSync(own, { recursive: true, force: true })
    },
  }
}

/** Opens a vault that was not opened here before, as the first or the named user. */
export const openVaultAs = async (app: App, dir: string, who: typeof manager): Promise<Page> => {
  await app.chooseNext([dir])
  await app.page().getByRole('button', { name: 'Open another vault' }).click()
  return unlockAs(app, who)
}

export const unlockAs = async (app: App, who: typeof manager): Promise<Page> => {
  const page = app.page()
  const secret = page.getByLabel('Passphrase', { exact: false })
  await secret.waitFor()
  const whoAreYou = page.getByLabel('Who are you?')
  await whoAreYou
    .or(page.getByLabel(`Passphrase of ${who.user}`))
    .first()
    .waitFor()
  if (await whoAreYou.isVisible()) await whoAreYou.selectOption(who.user)
  await secret.fill(who.passphrase)
  await secret.press('Enter')
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
  return page
}

/** The app with a copy of the prepared vault open. */
export const launchPrepared = async (who = manager): Promise<App & { readonly dir: string }> => {
  const app = await launch()
  const dir = copyOfPreparedVault()
  await openVaultAs(app, dir, who)
  return {
    ...app,
    dir,
    close: async () => {
      await app.close()
      rmSync(path.dirname(dir), { recursive: true, force: true })
    },
  }
}

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
export const tabTo = async (page: Page, control: Locator, most = 120): Promise<void> => {
  const isThere = (): Promise<boolean> =>
    control.evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement),
    )
  await control.waitFor()
  for (let presses = 0; presses < most; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  expect(await isThere(), `the keyboard reaches ${control.toString()}`).toBe(true)
}

/** Reaches a control by Tab and presses Enter on it, or Space. */
export const pressOn = async (
  page: Page,
  control: Locator,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> => {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** Reaches a field by Tab and types. */
export const typeIn = async (page: Page, field: Locator, text: string): Promise<void> => {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

/** Runs a command by its name from the palette. */
export const command = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+K')
  const field = page.getByRole('combobox', { name: 'Type a command or a case' })
  await field.waitFor()
  await page.keyboard.insertText(name)
  const wanted = page
    .getByRole('menuitem')
    .filter({ has: page.locator('.grow').getByText(name, { exact: true }) })
  await wanted.first().waitFor()
  const inHand = (): Promise<boolean> =>
    wanted.first().evaluate((item) => 'focused' in (item as HTMLElement).dataset)
  for (let presses = 0; presses < 30 && !(await inHand()); presses += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}

/** One app for all tests of a file, closed whatever happens; a page that complained fails the file. */
export const shareApp = <Shared extends App>(start: () => Promise<Shared>): (() => Shared) => {
  let app: Shared | undefined
  test.beforeAll(async () => {
    app = await start()
  })
  test.afterEach(async ({ browserName: _ }, info) => {
    if (info.status !== info.expectedStatus)
      await app
        ?.page()
        .screenshot({ path: info.outputPath('window.png') })
        .catch(() => undefined)
  })
  test.afterAll(async () => {
    await app?.close()
    expect(app?.problems).toEqual([])
  })
  return () => {
    if (!app) throw new Error('The app did not start.')
    return app
  }
}

/** One call through the page's own bridge, as a page that has been taken over would make it. */
export const callFrom = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([action, what]) => {
      const { sar } = window as unknown as {
        sar: { call: (name: unknown, input: unknown) => Promise<unknown> }
      }
      return sar.call(action, what)
    },
    [name, input] as const,
  )
