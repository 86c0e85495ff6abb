import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { createHost } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { act } from '../demo/act.ts'
import { closeApp, openWindow, standInForSystem } from '../testing/open-window.ts'
import { withDisplay } from '../testing/with-display.ts'
import { percentile, seeded, type Figures } from './measure.ts'
import { passageMaker } from './passages.ts'

const entries = 10_000
const agencies = ['a1', 'a2', 'a3', 'a4', 'a5'] as const
const rounds = 6
const frames = 90

export const timelineUser = { user: 'Bench', passphrase: 'seven green kettles under the bridge' }

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Dates as agencies write them: most to the day or the minute, some to the month, a few only about, before or after. */
const dateMaker = (seed: number): (() => readonly [date: string, time: string]) => {
  const random = seeded(seed)
  const upTo = (most: number): number => Math.floor(random() * most)
  return () => {
    const [day, month, year] = [1 + upTo(28), 1 + upTo(12), 2018 + upTo(6)]
    const exact = `${day}/${String(month).padStart(2, '0')}/${year}`
    const kind = random()
    if (kind < 0.5) return [exact, `${upTo(24)}:${String(upTo(60)).padStart(2, '0')}`]
    if (kind < 0.8) return [exact, '']
    if (kind < 0.9) return [`${months[month - 1]} ${year}`, '']
    if (kind < 0.94) return [`${day}/${month}/${year} to ${day + 2}/${month}/${year}`, '']
    if (kind < 0.98) return [`about ${day} ${months[month - 1]} ${year}`, '']
    return [`${kind < 0.99 ? 'before' : 'after'} ${day} ${months[month - 1]} ${year}`, '']
  }
}

const writeChronology = (file: string, rows: number, seed: number): void => {
  const [date, passage] = [dateMaker(seed), passageMaker(seed)]
  const lines = Array.from({ length: rows }, () => [...date(), passage(240)].join(','))
  writeFileSync(file, ['Date,Time,Event', ...lines].join('\n'))
}

/** A vault with one case of so many entries from five agencies, made through the one door. */
export const makeTimelineVault = async (folder: string, count: number): Promise<string> => {
  const env = nodeEnvironment()
  const host = createHost(env)
  const dir = path.join(folder, `timeline-vault-${count}`)
  await act(host, 'vault.create', { dir, name: 'Bench', ...timelineUser })
  const sample = JSON.parse(readFileSync(path.join(env.sampleCaseFolder, 'case.json'), 'utf8')) as object
  const { caseId } = await act(host, 'case.add', {
    case: { ...sample, ref: 'BENCH-TIMELINE' },
    roster: { entries: [] },
  })
  for (const [n, agencyId] of agencies.entries()) {
    const file = path.join(folder, `timeline-${agencyId}.csv`)
    writeChronology(file, count / agencies.length, n + 1)
    await act(host, 'chronology.import', { caseId, agencyId, path: file })
  }
  await act(host, 'vault.lock', {})
  return dir
}

const openVault = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open another vault' }).click()
  const secret = page.getByLabel('Passphrase', { exact: false })
  await secret.fill(timelineUser.passphrase)
  await secret.press('Enter')
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
}

type Box = { readonly left: number; readonly top: number; readonly width: number }
type PageElement = {
  readonly click: () => void
  readonly textContent: string
  readonly getBoundingClientRect: () => Box
  readonly dispatchEvent: (event: unknown) => void
}

/** What of the page is used in it; scripts have no types of pages. */
type InPage = {
  readonly document: { readonly querySelectorAll: (selector: string) => Iterable<PageElement> }
  readonly requestAnimationFrame: (step: (now: number) => void) => void
  readonly WheelEvent: new (type: string, about: object) => unknown
}

/** From the press of the button to the frame after the one in which all marks stood, the data asked for anew. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { document, requestAnimationFrame } = globalThis as unknown as InPage
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Timeline')
    const isPainted = (): boolean => performance.getEntriesByName('timeline-painted').length > 0
    const begun = performance.now()
    button?.click()
    await new Promise<void>((resolve) => {
      const look = (): void => (isPainted() ? resolve() : requestAnimationFrame(look))
      look()
    })
    return performance.now() - begun
  })

/** Milliseconds from frame to frame while a wheel zooms from the whole period to hours and back. */
const zoomFrames = (page: Page, count: number): Promise<readonly number[]> =>
  page.evaluate(async (total) => {
    const { document, requestAnimationFrame, WheelEvent } = globalThis as unknown as InPage
    const [stage] = document.querySelectorAll('.timeline-stage')
    const { left, width, top } = stage?.getBoundingClientRect() ?? { left: 0, width: 0, top: 0 }
    const at = { clientX: left + width * 0.7, clientY: top + 20, bubbles: true, cancelable: true }
    const found: number[] = []
    let before = 0
    await new Promise<void>((resolve) => {
      const step = (now: number): void => {
        if (before > 0) found.push(now - before)
        before = now
        if (found.length >= total) return resolve()
        stage?.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: found.length < total / 2 ? -40 : 40 }))
        requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    })
    return found
  }, count)

/** The timeline of a vault's only case in the real window: first paint, least of several, and frames while it zooms. */
export const measureTimelineOf = async (
  folder: string,
  dir: string,
  name: string,
  figures: Figures,
): Promise<void> => {
  const profile = mkdtempSync(path.join(folder, 'profile-'))
  const app = await openWindow(profile)
  try {
    const { page } = app
    const answer = await standInForSystem(app.electron)
    await page.getByRole('heading').first().waitFor()
    await answer([dir])
    await openVault(page)
    let least = Infinity
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) {
        // Nothing of the round before is left in the page.
        await page.reload()
        await page.getByRole('navigation', { name: 'Places' }).waitFor()
      }
      await page.getByRole('button', { name: /^Adult A/ }).click()
      await page.getByRole('button', { name: 'Chronology' }).click()
      await page.getByRole('grid').waitFor()
      least = Math.min(least, await firstPaint(page))
    }
    figures.set(`${name} first paint ms`, least)
    await zoomFrames(page, frames)
    figures.set(`${name} zoom frame p95 ms`, percentile(await zoomFrames(page, frames), 95))
  } finally {
    await closeApp(app)
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The timeline of 10,000 entries. */
export const measureTimeline = async (folder: string, figures: Figures): Promise<void> => {
  const dir = await makeTimelineVault(folder, entries)
  await withDisplay(() => measureTimelineOf(folder, dir, `timeline of ${entries}`, figures))
}
