/// <reference types="vite/client" />
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, expect } from 'vitest'
import { ok } from '../../domain/result.ts'
import { App } from '../../renderer/app.tsx'
import { useStore } from '../../renderer/store.ts'
import type { WindowEvent } from '../../workspace/contract/shell.ts'
import { dispatchUnknown } from '../../workspace/dispatch.ts'
import { aWorkspace, type Workspace } from '../workspace/builders.ts'
import { passphrase } from '../db/builders.ts'

/** How long something may take to appear says nothing about the page: a busy machine is not a fault. */
configure({ asyncUtilTimeout: 20_000 })

/** What the operating system's dialogs would answer. */
export type Desk = {
  files: readonly { readonly path: string; readonly name: string }[]
  folder: { readonly path: string; readonly name: string } | null
  recent: readonly { readonly path: string; readonly name: string; readonly lastOpened: string }[]
  sample: { readonly path: string; readonly passphrase: string; readonly exists: boolean }
  copied: readonly string[]
}

export type AppWindow = {
  readonly user: UserEvent
  readonly desk: Desk
  readonly workspace: Workspace
  readonly send: (event: WindowEvent) => void
  /** Every call the page made, in order. */
  readonly calls: string[]
  /** Calls that were refused to this person: a page that makes one offered something it should not have. */
  readonly refused: string[]
}

const shell = (desk: Desk, name: string, input: unknown): unknown => {
  switch (name) {
    case 'shell.choose-files':
      return desk.files
    case 'shell.choose-folder':
      return desk.folder
    case 'shell.recent-vaults':
      return desk.recent
    case 'shell.sample-vault-folder':
      return desk.sample
    case 'shell.lock-settings':
      return { idleMinutes: 10 }
    case 'shell.copy':
      desk.copied = [...desk.copied, (input as { text: string }).text]
      return null
    default:
      return null
  }
}

/** The page as in its window: the real store and the real dispatch; only dialogs are answered for the system. */
export const showApp = (workspace: Workspace, change: Partial<Desk> = {}): AppWindow => {
  const desk: Desk = {
    files: [],
    folder: null,
    recent: [{ path: workspace.dir, name: 'Calderwick reviews', lastOpened: '2026-11-24T08:00:00.000Z' }],
    sample: { path: '', passphrase: '', exists: false },
    copied: [],
    ...change,
  }
  const listeners = new Set<(event: WindowEvent) => void>()
  const calls: string[] = []
  const refused: string[] = []
  window.sar = {
    call: (name, input) => {
      calls.push(name)
      return name.startsWith('shell.')
        ? Promise.resolve(ok(shell(desk, name, input)))
        : dispatchUnknown(workspace.host, name, input).then((result) => {
            if (!result.ok && result.error.code === 'not-permitted') refused.push(name)
            return result
          })
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  useStore.setState(useStore.getInitialState(), true)
  const user = userEvent.setup()
  render(<App />)
  return {
    user,
    desk,
    workspace,
    calls,
    refused,
    send: (event) => listeners.forEach((listener) => listener(event)),
  }
}

/** The window of somebody who has the sample case before them. */
export const showSampleCase = async (): Promise<AppWindow> => {
  const workspace = await aWorkspace()
  await workspace.act('sample.load', {})
  const shown = showApp(workspace)
  await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
  await screen.findByRole('heading', { level: 1, name: 'Adult A' })
  return shown
}

export const openTab = async (shown: AppWindow, name: string): Promise<void> => {
  const tabs = screen.getByRole('navigation', { name: 'Parts of Adult A' })
  const tab = [...tabs.querySelectorAll('button')].find((button) => button.textContent === name)
  if (!tab) throw new Error(`no tab ${name}`)
  await shown.user.click(tab)
}

export const openPlace = async (shown: AppWindow, name: string): Promise<void> =>
  shown.user.click(screen.getByRole('button', { name, current: false }))

export const namesSwitch = (shown: AppWindow): Promise<void> =>
  shown.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')

/** Rules that need a layout or colours are for the browser tests. */
export const expectAccessible = async (): Promise<void> => {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))])).toEqual(
    [],
  )
}

export const secret = passphrase

/** Lists that draw only what is in view need a height, which jsdom does not lay out; and it has nothing to draw on. */
const givePageASize = (): void => {
  HTMLCanvasElement.prototype.getContext = () => null
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get(this: HTMLElement) {
      return this.matches('[role=grid], .passages-scroll') ? 600 : 40
    },
  })
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, ...to: readonly unknown[]) {
    const [first] = to
    this.scrollTop = typeof first === 'object' && first !== null && 'top' in first ? Number(first.top) : 0
    this.dispatchEvent(new Event('scroll'))
  }
}

beforeEach(() => {
  localStorage.clear()
  givePageASize()
})
afterEach(cleanup)
