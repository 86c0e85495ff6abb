import { expect, type Page } from '@playwright/test'

type Stop = {
  readonly id: string
  readonly what: string
  /** It stands out by its ring, its shadow or its caret. */
  readonly visible: boolean
}

/** What has the focus after Tab was pressed; null where it went out of the page. */
const stopInHand = (page: Page): Promise<Stop | null> =>
  page.evaluate(async () => {
    const look = (): Stop | null => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      // A grid shows its focus on the row in hand; a field that is alone in its dialog by its caret.
      const inHand = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      const hasRing = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration): boolean =>
        boxShadow !== 'none' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0)
      // A row with cells that stay in place draws its ring over them, on a box of its own.
      const over = getComputedStyle(inHand ?? element, '::after')
      const isRinged =
        hasRing(getComputedStyle(inHand ?? element)) || (over.content !== 'none' && hasRing(over))
      const hasCaret = element.matches('[role=dialog] input:not([type=checkbox])')
      const ids = globalThis as unknown as { tabIds?: WeakMap<Element, number>; tabCount?: number }
      ids.tabIds ??= new WeakMap()
      const id = ids.tabIds.get(element) ?? (ids.tabCount = (ids.tabCount ?? 0) + 1)
      ids.tabIds.set(element, id)
      return {
        id: String(id),
        what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
        visible: element.getBoundingClientRect().width > 1 && (hasCaret || isRinged),
      }
    }
    // The ring is drawn by the render that follows the key.
    let stop = look()
    for (let waits = 0; waits < 30 && stop?.visible === false; waits += 1) {
      await new Promise((resume) => setTimeout(resume, 16))
      stop = look()
    }
    return stop
  })

/** Every place Tab leads to on a page, until it comes round again. */
const tabStops = async (page: Page, most = 250): Promise<readonly Stop[]> => {
  const stops = new Map<string, Stop>()
  await page.evaluate(() => {
    Object.assign(globalThis, { tabIds: new WeakMap(), tabCount: 0 })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopInHand(page)
    if (!stop) continue
    if (stops.has(stop.id)) break
    stops.set(stop.id, stop)
  }
  return [...stops.values()]
}

/** Controls that Tab did not come to, nor stand inside one that arrows move in. */
const notVisited = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { tabIds } = globalThis as unknown as { tabIds?: WeakMap<Element, number> }
    const roving = '[role=tablist], [role=grid], [role=listbox], [role=menu], [role=radiogroup]'
    const within = document.querySelector('[role=dialog]') ?? document
    return [...within.querySelectorAll('button, a[href], input, select, textarea, summary')]
      .filter((element) => {
        if (element.closest(roving) || element.matches('[disabled], [aria-disabled=true], [type=radio]'))
          return false
        // For screen readers on touch screens, before and after what stands over a page; the keyboard has Escape.
        if (element.matches('[tabindex="-1"][aria-label=Dismiss]')) return false
        const isDrawn =
          element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1
        return isDrawn && !tabIds?.has(element)
      })
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
      )
  })

/** A person without a mouse reaches every control of a page, and sees at each where they are. */
export const judgeKeyboard = async (page: Page): Promise<void> => {
  const stops = await tabStops(page)
  expect.soft(await notVisited(page), 'reached by Tab').toEqual([])
  const dim = stops.filter(({ visible }) => !visible).map(({ what }) => what)
  expect.soft(dim, 'visible focus').toEqual([])
}
