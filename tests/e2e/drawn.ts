import { expect, type Page } from '@playwright/test'
import type { App } from './app.ts'

/** Whether the page drew so many frames before the limit (milliseconds). A window that draws nothing is not waited for. */
export const drawsFrames = (page: Page, frames: number, limit: number): Promise<boolean> =>
  page.evaluate(
    ([wanted, most]) =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), most)
        let left = wanted
        const next = (): void => {
          if (left === 0) return resolve(true)
          left -= 1
          requestAnimationFrame(next)
        }
        next()
      }),
    [frames, limit] as const,
  )

/**
 * Until the page has drawn what was last asked of it, its fonts are there and what moves briefly has arrived. Once, on a
 * busy machine, a window stopped drawing after a change of size: such a window is hidden and shown again, which starts
 * it anew, and if it then still draws nothing the test says so.
 */
export const settled = async (app: App): Promise<void> => {
  const page = app.page()
  if (!(await drawsFrames(page, 3, 5_000))) {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().at(-1)
      window?.hide()
      window?.show()
    })
    expect(await drawsFrames(page, 3, 20_000), 'the window draws').toBe(true)
  }
  await page.waitForFunction(() => document.fonts.status === 'loaded', undefined, { polling: 50 })
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (Number(animation.effect?.getComputedTiming().endTime ?? 0) < 2_000) animation.finish()
  })
}
