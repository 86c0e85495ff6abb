import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { closeApp, openWindow, standInForSystem } from '../testing/open-window.ts'
import { benchUser } from './import-all.ts'

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export type PageElement = {
  readonly click: () => void
  readonly focus: () => void
  readonly textContent: string
  readonly style: Record<string, string>
  readonly append: (...inside: readonly PageElement[]) => void
  readonly remove: () => void
  readonly getBoundingClientRect: () => Box
  readonly dispatchEvent: (event: unknown) => void
  readonly querySelectorAll: (selector: string) => { readonly length: number }
  readonly clientHeight: number
  readonly scrollHeight: number
  scrollTop: number
}

/** What of the page is used in it; scripts have no types of pages. */
export type InPage = {
  readonly document: {
    readonly body: PageElement
    readonly createElement: (name: string) => PageElement & { textContent: string; className: string }
    readonly querySelector: (selector: string) => PageElement | null
    readonly querySelectorAll: (selector: string) => Iterable<PageElement>
  }
  readonly requestAnimationFrame: (step: (now: number) => void) => void
  readonly WheelEvent: new (type: string, about: object) => unknown
  readonly KeyboardEvent: new (type: string, about: object) => unknown
}

/** Opens a vault of the bench in the built app, in a window of its own, for some work in it. */
export const inBenchWindow = async (
  folder: string,
  dir: string,
  work: (page: Page) => Promise<void>,
): Promise<void> => {
  const profile = mkdtempSync(path.join(folder, 'profile-'))
  const app = await openWindow(profile)
  try {
    const { page } = app
    const answer = await standInForSystem(app.electron)
    await page.getByRole('heading').first().waitFor()
    await answer([dir])
    await page.getByRole('button', { name: 'Open another vault' }).click()
    const secret = page.getByLabel('Passphrase', { exact: false })
    await secret.fill(benchUser.passphrase)
    await secret.press('Enter')
    await page.getByRole('navigation', { name: 'Places' }).waitFor()
    await work(page)
  } finally {
    await closeApp(app)
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The page begun anew, so that nothing of the round before is left in it. */
export const beginAnew = async (page: Page): Promise<void> => {
  await page.reload()
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
}
