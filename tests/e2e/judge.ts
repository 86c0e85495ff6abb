import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { root } from '../../scripts/bootstrap/paths.mjs'
import type { App } from './app.ts'

const pictures = path.join(root, 'test-results', 'screens')

const standard = { width: 1360, height: 880 }
const smallest = { width: 1024, height: 640 }

const resize = (
  app: App,
  size: { readonly width: number; readonly height: number },
  zoom = 1,
): Promise<void> =>
  app.electron.evaluate(
    ({ BrowserWindow }, [{ width, height }, factor]) => {
      const window = BrowserWindow.getAllWindows().at(-1)
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(factor)
    },
    [size, zoom] as const,
  )

const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
    for (let frames = 0; frames < 3; frames += 1) await frame()
    const brief = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) < 2_000)
    await Promise.all(brief.map((animation) => animation.finished.catch(() => undefined)))
  })

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
    return found
  })

const violations = async (page: Page, only?: readonly string[]): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations: found } = await (only ? builder.withRules([...only]) : builder).analyze()
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/**
 * One screen as it stands: no axe violation in light or dark, nothing beyond an edge at the usual size, at the
 * smallest and at 200 %, and a picture of each.
 */
export const judgeScreen = async (app: App, name: string): Promise<void> => {
  const page = app.page()
  mkdirSync(pictures, { recursive: true })
  // Taken by the window itself: what Playwright takes is cut where a page is magnified.
  const take = async (suffix: string): Promise<void> => {
    const picture = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows().at(-1)?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
    writeFileSync(path.join(pictures, `${name}-${suffix}.png`), Buffer.from(picture, 'base64'))
  }
  const judge = async (suffix: string, check: () => Promise<readonly string[]>): Promise<void> => {
    await settled(page)
    await take(suffix)
    expect.soft(await check(), `${name}, ${suffix}`).toEqual([])
  }
  await judge('light', async () => [...(await misfits(page)), ...(await violations(page))])
  await page.emulateMedia({ colorScheme: 'dark' })
  await judge('dark', () => violations(page, ['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: 'light' })
  await resize(app, smallest)
  await judge('small', () => misfits(page))
  await resize(app, standard, 2)
  // The window's own picture follows a moment later.
  await page.waitForTimeout(250)
  await judge('zoomed', () => misfits(page))
  await resize(app, standard)
  await settled(page)
}

type Stop = { readonly what: string; readonly visible: boolean }

/** Every place Tab leads to on a page, until it comes round again. */
export const tabStops = async (page: Page, most = 250): Promise<readonly Stop[]> => {
  const stops = new Map<string, Stop>()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(async () => {
      // The ring is drawn by the render that follows the key.
      const ringIsDrawn = (): boolean => {
        const focused = document.activeElement
        return focused !== null && getComputedStyle(focused).outlineStyle !== 'none'
      }
      for (let frames = 0; frames < 30 && !(frames > 1 && ringIsDrawn()); frames += 1)
        await new Promise((drawn) => requestAnimationFrame(drawn))
      const element = document.activeElement
      if (!element || element === document.body) return null
      // A grid shows its focus on the row in hand; a field that is alone in its dialog by its caret.
      const inHand = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(inHand ?? element)
      const hasCaret = element.matches('[role=dialog] input:not([type=checkbox])')
      const shown = element.getBoundingClientRect()
      const ids = globalThis as unknown as { tabIds?: WeakMap<Element, number>; tabCount?: number }
      ids.tabIds ??= new WeakMap()
      const id = ids.tabIds.get(element) ?? (ids.tabCount = (ids.tabCount ?? 0) + 1)
      ids.tabIds.set(element, id)
      return {
        id: String(id),
        what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
        visible:
          shown.width > 1 &&
          (hasCaret ||
            boxShadow !== 'none' ||
            (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0)),
      }
    })
    if (!stop) continue
    if (stops.has(stop.id)) break
    stops.set(stop.id, stop)
  }
  return [...stops.values()]
}

/** Controls on the page that a person without a mouse could not reach: not a Tab stop, nor inside one that arrows move in. */
export const unreachable = async (page: Page): Promise<readonly string[]> => {
  await tabStops(page)
  return page.evaluate(() => {
    const { tabIds } = globalThis as unknown as { tabIds?: WeakMap<Element, number> }
    const roving = '[role=tablist], [role=grid], [role=listbox], [role=menu], [role=radiogroup]'
    const within = document.querySelector('[role=dialog]') ?? document
    return [...within.querySelectorAll('button, a[href], input, select, textarea, summary')]
      .filter((element) => {
        if (element.closest(roving) || element.matches('[disabled], [aria-disabled=true], [type=radio]'))
          return false
        const isDrawn =
          element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1
        return isDrawn && !tabIds?.has(element)
      })
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
      )
  })
}
