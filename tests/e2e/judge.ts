import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { root } from '../../scripts/bootstrap/paths.mjs'
import type { App } from './app.ts'
import { settled } from './drawn.ts'

const pictures = path.join(root, 'test-results', 'screens')

const standard = { width: 1360, height: 880 }
const smallest = { width: 1024, height: 640 }

const resize = async (
  app: App,
  size: { readonly width: number; readonly height: number },
  zoom = 1,
): Promise<void> => {
  await app.electron.evaluate(
    ({ BrowserWindow }, [{ width, height }, factor]) => {
      const window = BrowserWindow.getAllWindows().at(-1)
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(factor)
    },
    [size, zoom] as const,
  )
  // The page learns of it a moment later.
  await app
    .page()
    .waitForFunction(
      ([width, height]) => Math.abs(innerWidth - width) <= 1 && Math.abs(innerHeight - height) <= 1,
      [size.width / zoom, size.height / zoom] as const,
      { polling: 20 },
    )
}

/** What does not fit: the page itself scrolling, and any control or heading beyond an edge that nothing scrolls to. */
const misfits = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`)
    // Before a vault is open, and in a low window, the page scrolls as a whole.
    const isFixed = document.querySelector('.frame') !== null && innerHeight > 480
    if (isFixed && scrollHeight > innerHeight)
      found.push(`the page is ${scrollHeight} high in a window of ${innerHeight}`)
    const main = document.querySelector('main')
    const scrolls = (element: Element | null): boolean => {
      for (let one = element; one && one !== main; one = one.parentElement)
        if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
          return true
      return false
    }
    if (main && main.scrollWidth > main.clientWidth + 1) {
      const edge = main.getBoundingClientRect().left + main.clientWidth
      const wide = [...main.querySelectorAll('*')].find(
        (one) => one.getBoundingClientRect().right > edge + 1 && !scrolls(one),
      )
      found.push(`the main part is ${main.scrollWidth} wide in ${main.clientWidth}: ${wide?.className}`)
    }
    for (const element of document.querySelectorAll(
      'button, input, select, textarea, h1, h2, h3, summary, [role=tab]',
    )) {
      const { left, right, width } = element.getBoundingClientRect()
      if (width <= 1 || (left >= -1 && right <= innerWidth + 1) || scrolls(element)) continue
      found.push(`${element.tagName} “${element.textContent.slice(0, 40)}” stands at ${left} to ${right}`)
    }
    for (const cell of document.querySelectorAll('th, td, .date-written')) {
      if (cell.scrollWidth <= cell.clientWidth + 1 || cell.getBoundingClientRect().width <= 1) continue
      found.push(`${cell.tagName} “${cell.textContent.slice(0, 40)}” is wider than its place`)
    }
    const leftOf = (element: Element): number => element.getBoundingClientRect().left
    for (const heading of document.querySelectorAll('.grid-head [role=columnheader]')) {
      const column = heading.getAttribute('aria-colindex')
      const cell = document.querySelector(`.entry-row [role=gridcell][aria-colindex='${column}']`)
      if (cell && Math.abs(leftOf(cell) - leftOf(heading)) > 1)
        found.push(
          `the heading “${heading.textContent}” stands ${leftOf(heading) - leftOf(cell)} off its column`,
        )
    }
    for (const tabs of document.querySelectorAll('.panel-tab-list')) {
      const lines = new Set([...tabs.children].map((tab) => tab.getBoundingClientRect().top))
      if (lines.size > 1)
        found.push(`the tabs of “${tabs.getAttribute('aria-label')}” stand on ${lines.size} lines`)
    }
    return found
  })

const violations = async (page: Page, only?: readonly string[]): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations: found } = await (only ? builder.withRules([...only]) : builder).analyze()
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** Pictures are for people, and made on request: SAR_PICTURES=1. */
const wantsPictures = process.env['SAR_PICTURES'] === '1'

/** Taken by the window itself: what Playwright takes is cut where a page is magnified. */
const takePicture = async (app: App, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  const picture = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows().at(-1)?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  writeFileSync(path.join(pictures, `${name}.png`), Buffer.from(picture, 'base64'))
}

/**
 * One screen as it stands: no axe violation in light or dark, nothing beyond an edge at the usual size, at the
 * smallest and at 200 %.
 */
export const judgeScreen = async (app: App, name: string): Promise<void> => {
  const page = app.page()
  const judge = async (suffix: string, check: () => Promise<readonly string[]>): Promise<void> => {
    await settled(app)
    if (wantsPictures) await takePicture(app, `${name}-${suffix}`)
    expect.soft(await check(), `${name}, ${suffix}`).toEqual([])
  }
  await judge('light', async () => [...(await misfits(page)), ...(await violations(page))])
  await page.emulateMedia({ colorScheme: 'dark' })
  await judge('dark', () => violations(page, ['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: 'light' })
  await resize(app, smallest)
  await judge('small', () => misfits(page))
  await resize(app, standard, 2)
  await judge('zoomed', () => misfits(page))
  await resize(app, standard)
  await settled(app)
}
