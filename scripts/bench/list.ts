import type { Page } from '@playwright/test'
import { beginAnew, inBenchWindow, type InPage } from './bench-window.ts'
import { percentile, type Figures } from './measure.ts'

const rounds = 6
const frames = 150
const goes = 3

/** From a press to the frame after the one in which rows stood that were not there before. */
const untilRows = (page: Page, press: string): Promise<number> =>
  page.evaluate(async (name) => {
    const { document, requestAnimationFrame } = globalThis as unknown as InPage
    const found = (): string => document.querySelector('.filter-count')?.textContent ?? ''
    const before = found()
    const button = [...document.querySelectorAll('button')].find(
      (one) => one.textContent === name || (one as unknown as { title: string }).title === name,
    )
    if (!button) throw new Error(`There is no button ${name}.`)
    const begun = performance.now()
    button.click()
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const stand = found() !== before && document.querySelector('.entry-row .cell-event') !== null
        requestAnimationFrame(stand ? () => resolve() : look)
      }
      requestAnimationFrame(look)
    })
    return performance.now() - begun
  }, press)

const elementsInGrid = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as InPage
    return document.querySelector('.grid')?.querySelectorAll('*').length ?? Infinity
  })

/** Milliseconds from frame to frame while a box is scrolled by so many pixels each frame. */
const scrollFrames = (page: Page, selector: string, by: number): Promise<readonly number[]> =>
  page.evaluate(
    async ([box, step, total]) => {
      const { document, requestAnimationFrame } = globalThis as unknown as InPage
      const scrolled = document.querySelector(box)
      if (!scrolled) throw new Error(`There is no ${box}.`)
      const found: number[] = []
      let before = 0
      await new Promise<void>((resolve) => {
        const frame = (now: number): void => {
          if (before > 0) found.push(now - before)
          before = now
          if (found.length >= total) return resolve()
          scrolled.scrollTop += step
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      })
      return found
    },
    [selector, by, frames] as const,
  )

/** Milliseconds from frame to frame while a key is held down in the list. */
const keyFrames = (page: Page, key: string): Promise<readonly number[]> =>
  page.evaluate(
    async ([name, total]) => {
      const { document, requestAnimationFrame, KeyboardEvent } = globalThis as unknown as InPage
      const grid = document.querySelector('.grid')
      grid?.focus()
      const found: number[] = []
      let before = 0
      await new Promise<void>((resolve) => {
        const frame = (now: number): void => {
          if (before > 0) found.push(now - before)
          before = now
          if (found.length >= total) return resolve()
          grid?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      })
      return found
    },
    [key, frames] as const,
  )

/** A plain box of as many plain elements as the list may have, in the same window: what the machine itself allows. */
const bareFrames = async (page: Page): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const { document } = globalThis as unknown as InPage
    const box = document.createElement('div')
    box.className = 'bench-bare'
    Object.assign(box.style, {
      position: 'fixed',
      inset: '0',
      overflow: 'auto',
      background: 'white',
      zIndex: '9',
    })
    for (let n = 0; n < 300; n += 1) {
      const line = document.createElement('div')
      line.textContent = `Line ${n} of plain text, as long as a line of an entry in the list of the chronology is`
      line.style['height'] = '38px'
      box.append(line)
    }
    document.body.append(box)
  })
  const found = await scrollFrames(page, '.bench-bare', 60)
  await page.evaluate(() => (globalThis as unknown as InPage).document.querySelector('.bench-bare')?.remove())
  return found
}

/** Which entry of the list is drawn first: scrolling must have moved it. */
const firstDrawn = (page: Page): Promise<number> =>
  page.locator('.grid-drawn .entry-row').first().getAttribute('data-place').then(Number)

/** The frame that 95 in a hundred keep within, in the best of several goes; each must have moved the list. */
const listP95 = async (page: Page, go: () => Promise<readonly number[]>): Promise<number> => {
  let least = Infinity
  for (let round = 0; round < goes; round += 1) {
    const from = await firstDrawn(page)
    least = Math.min(least, percentile(await go(), 95))
    const to = await firstDrawn(page)
    if (Math.abs(to - from) < 30) throw new Error(`The list went from row ${from} to row ${to} only.`)
  }
  return least
}

const show = async (page: Page, lines: string): Promise<void> => {
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByText(lines, { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.locator(`.grid .entry-row .cell-event`).first().waitFor()
}

/** The list of a vault's only case in the real window: how soon it stands, how it scrolls, how soon a filter answers. */
export const measureList = async (folder: string, dir: string, figures: Figures): Promise<void> =>
  inBenchWindow(folder, dir, async (page) => {
    let least = Infinity
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await beginAnew(page)
      await page.getByRole('button', { name: /^Adult A/ }).click()
      await page.getByRole('button', { name: 'Chronology' }).waitFor()
      const mount = await untilRows(page, 'Chronology')
      if (round === 0) figures.set('list of 100000: first mount of all ms', mount)
      least = Math.min(least, mount)
    }
    figures.set('list of 100000: mount ms', least)
    figures.set('list of 100000: elements', await elementsInGrid(page))
    figures.set('list of 100000: bare page scroll frame p95 ms', percentile(await bareFrames(page), 95))
    await show(page, 'One line')
    figures.set(
      'list of 100000: fixed height scroll frame p95 ms',
      await listP95(page, () => scrollFrames(page, '.grid', 60)),
    )
    figures.set(
      'list of 100000: fixed height arrow key frame p95 ms',
      await listP95(page, () => keyFrames(page, 'ArrowDown')),
    )
    figures.set('list of 100000: elements of one line', await elementsInGrid(page))
    await show(page, 'Whole text')
    figures.set(
      'list of 100000: variable height scroll frame p95 ms',
      await listP95(page, () => scrollFrames(page, '.grid', 60)),
    )
    figures.set('list of 100000: elements of whole text', await elementsInGrid(page))
    const names = await page
      .locator('.agency-toggle')
      .evaluateAll((all) => (all as unknown as { title: string }[]).map(({ title }) => title))
    const filters: number[] = []
    for (const name of names) {
      filters.push(await untilRows(page, name))
      await untilRows(page, name)
    }
    figures.set('list of 100000: filter to first row ms', Math.min(...filters))
    figures.set('list of 100000: slowest filter of five ms', Math.max(...filters))
  })
