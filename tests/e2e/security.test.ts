import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '../../scripts/bootstrap/paths.mjs'
import { readExpected } from '../../scripts/demo/expected.ts'
import { holds } from '../../scripts/demo/check-text.ts'
import { callFrom, launchPrepared, shareApp } from './app.ts'
import { sample, samples } from './prepared-vault.ts'

/** The checklist of Electron's documentation ("Security", items 1 to 20) as far as it applies, in a real window. */
const app = shareApp(launchPrepared)

/** An outside world that counts who came. */
let server: Server
let visits = 0
let outside = ''
test.beforeAll(async () => {
  server = createServer((_, response) => {
    visits += 1
    response.setHeader('access-control-allow-origin', '*').end('outside')
  })
  server.on('connection', () => void (visits += 1))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  outside = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => void server.close())

/** Refusals are announced in the console of the page; here they are what is wanted. */
test.afterEach(() => void app().problems.splice(0))

test('pages are isolated, sandboxed and without Node (2, 3, 4, 6, 8, 9, 10)', async () => {
  const preferences = await app().electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) =>
      (
        window.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
  expect(preferences[0]?.['enableBlinkFeatures'] ?? '').toBe('')
  const page = app().page()
  const known = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  )
  expect(known).toEqual([])
})

test('a page holds one call and one channel, and can change neither (20)', async () => {
  const bridge = await app()
    .page()
    .evaluate(() => {
      const { sar } = window as unknown as { sar: Record<string, unknown> }
      const before = sar['call']
      try {
        sar['call'] = () => 'mine'
      } catch {
        // refused
      }
      try {
        Object.assign(window, { sar: { call: () => 'mine' } })
      } catch {
        // refused
      }
      const after = (window as unknown as { sar: Record<string, unknown> }).sar
      return { names: Object.keys(sar).toSorted(), same: after['call'] === before }
    })
  expect(bridge).toEqual({ names: ['call', 'onEvent'], same: true })
})

test('everything comes from app://ui under a strict policy, never from file:// (1, 7, 18)', async () => {
  const page = app().page()
  const facts = await page.evaluate(async () => {
    const response = await fetch('app://ui/index.html')
    const outsideFolder = await fetch('app://ui/%2e%2e/electron/main.js')
    const otherHost = await fetch('app://other/index.html').then(
      (answer) => answer.status,
      () => 'refused',
    )
    return {
      origin: location.origin,
      secure: isSecureContext,
      headers: Object.fromEntries(response.headers),
      outsideFolder: outsideFolder.status,
      otherHost,
      loaded: performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).protocol)
        .filter((protocol) => protocol !== 'app:'),
    }
  })
  expect(facts.origin).toBe('app://ui')
  expect(facts.secure).toBe(true)
  expect(facts.outsideFolder).toBe(404)
  expect(facts.otherHost).toBe('refused')
  expect(facts.loaded).toEqual([])
  const policy = facts.headers['content-security-policy'] ?? ''
  expect(policy.replace(/'nonce-[A-Za-z0-9+/]{22}=='/, "'nonce-N'").split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-N'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(policy).not.toContain('unsafe')
  expect(facts.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  const again = await page.evaluate(async () =>
    (await fetch('app://ui/index.html')).headers.get('content-security-policy'),
  )
  expect(again).not.toBe(policy)
})

test('nothing outside is reached, and no text becomes a program (7)', async () => {
  const outcome = await app()
    .page()
    .evaluate(async (host) => {
      const settled = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          return await Promise.race([
            work().then(() => 'reached'),
            new Promise<string>((resolve) => setTimeout(() => resolve('refused'), 2_000)),
          ])
        } catch {
          return 'refused'
        }
      }
      const element = (name: 'img' | 'script' | 'link', attributes: Record<string, string>) =>
        settled(
          () =>
            new Promise((resolve, reject) => {
              const made = document.createElement(name)
              made.onload = resolve
              made.onerror = reject
              for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
              document.head.append(made)
            }),
        )
      return {
        fetch: await settled(() => fetch(`http://${host}/`)),
        file: await settled(() => fetch('file:///etc/hostname')),
        beacon: navigator.sendBeacon(`http://${host}/`, 'x') ? 'sent' : 'refused',
        image: await element('img', { src: `http://${host}/x.png` }),
        dataImage: await element('img', {
          src: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
        }),
        script: await element('script', { src: `http://${host}/x.js` }),
        style: await element('link', { rel: 'stylesheet', href: `http://${host}/x.css` }),
        socket: await settled(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(`ws://${host}/`)
              socket.onopen = resolve
              socket.onerror = reject
            }),
        ),
        worker: await settled(
          () =>
            new Promise((resolve, reject) => {
              const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
              worker.onmessage = resolve
              worker.onerror = reject
            }),
        ),
        evaluated: await settled(() => Promise.resolve((0, eval)('1 + 1'))),
        markup: await settled(() => {
          document.body.insertAdjacentHTML('beforeend', '<i></i>')
          return Promise.resolve()
        }),
        inline: await settled(() => {
          const script = document.createElement('script')
          script.textContent = 'window.ran = true'
          document.head.append(script)
          if (!('ran' in window)) throw new Error('refused')
          return Promise.resolve()
        }),
      }
    }, outside)
  const { beacon, ...rest } = outcome
  expect(new Set(Object.values(rest)), JSON.stringify(rest)).toEqual(new Set(['refused']))
  expect(['sent', 'refused']).toContain(beacon)
  const reached = await app().electron.evaluate(async ({ session }, host) => {
    try {
      await session.defaultSession.fetch(`http://${host}/`)
      return true
    } catch {
      return false
    }
  }, outside)
  expect(reached).toBe(false)
  expect(visits).toBe(0)
})

test('no other window, no other place, no frame, no webview (11, 12, 13, 14)', async () => {
  const page = app().page()
  const here = page.url()
  const outcome = await page.evaluate(async (host) => {
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))
    const opened = [`http://${host}/`, 'about:blank', 'app://ui/index.html', 'file:///etc/hostname'].map(
      (address) => window.open(address) !== null,
    )
    for (const address of [`http://${host}/`, 'file:///etc/hostname', 'app://ui/index.html?other']) {
      location.href = address
      await wait()
    }
    const link = document.createElement('a')
    link.href = `http://${host}/`
    link.target = '_blank'
    document.body.append(link)
    link.click()
    const form = document.createElement('form')
    form.action = `http://${host}/`
    document.body.append(form)
    form.submit()
    const frame = document.createElement('iframe')
    frame.src = 'app://ui/index.html'
    document.body.append(frame)
    const webview = document.createElement('webview')
    webview.setAttribute('src', `http://${host}/`)
    document.body.append(webview)
    await wait()
    const frameHasBridge = (() => {
      try {
        return 'sar' in (frame.contentWindow ?? {})
      } catch {
        return false
      }
    })()
    const isWebview = 'getWebContentsId' in webview
    for (const one of [link, form, frame, webview]) one.remove()
    return { opened, frameHasBridge, isWebview }
  }, outside)
  expect(outcome).toEqual({ opened: [false, false, false, false], frameHasBridge: false, isWebview: false })
  expect(page.url()).toBe(here)
  expect(app().electron.windows()).toHaveLength(1)
  const contents = await app().electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getURL()),
  )
  expect(contents).toEqual([here])
  expect(visits).toBe(0)
})

test('every permission is denied (5)', async () => {
  const outcome = await app()
    .page()
    .evaluate(async () => {
      const refused = async (work: () => Promise<unknown>): Promise<boolean> => {
        try {
          await work()
          return false
        } catch {
          return true
        }
      }
      return {
        notifications: await Notification.requestPermission(),
        location: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            () => resolve('denied'),
          ),
        ),
        camera: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
        screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refused(() => navigator.clipboard.readText()),
      }
    })
  expect(outcome).toEqual({
    notifications: 'denied',
    location: 'denied',
    camera: true,
    screen: true,
    clipboard: true,
  })
})

test('only our own page is answered (17)', async () => {
  const preload = path.join(root, 'dist', 'electron', 'preload.cjs')
  const answer = await app().electron.evaluate(async ({ BrowserWindow }, preload) => {
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await foreign.loadURL('about:blank')
    const answers: unknown = await foreign.webContents.executeJavaScript(
      `Promise.all([sar.call('vault.session', {}), sar.call('case.list', {}), sar.call('shell.recent-vaults', {})])`,
    )
    foreign.destroy()
    return answers
  }, preload)
  const refused = { ok: false, error: { code: 'not-permitted' } }
  expect(answer).toMatchObject([refused, refused, refused])
})

test('an unknown action and a malformed request are refused (17)', async () => {
  const page = app().page()
  for (const name of ['vault.destroy', '__proto__', 'constructor', 'toString', '', 'shell.exec'])
    expect(await callFrom(page, name, {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(await callFrom(page, 7 as never, {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(await callFrom(page, 'shell.choose-files', { title: 7 })).toMatchObject({ ok: false })
  expect(await callFrom(page, 'case.show', null)).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test('a path that no dialog returned is refused wherever it stands', async () => {
  const page = app().page()
  const secret = sample('roster.json')
  const cases = (await callFrom(page, 'case.list', {})) as {
    readonly value: readonly { readonly id: string }[]
  }
  const caseId = cases.value[0]?.id ?? ''
  const attempts: readonly (readonly [string, unknown])[] = [
    ['tool.inspect', { path: secret }],
    ['tool.inspect', { path: path.relative(process.cwd(), secret) }],
    ['tool.check-leaks', { roster: {}, files: [{ path: secret }] }],
    ['case.add-from-files', { case: { path: sample('case.json') }, roster: { path: secret } }],
    ['chronology.import', { caseId, agencyId: 'a1', path: sample('police-chronology.xlsx') }],
    ['contribution.add', { caseId, agencyId: 'a5', path: sample('imr-housing-provider.docx') }],
    ['history.import', { path: sample('history.json') }],
    ['vault.peek', { dir: samples }],
    ['statistics.publish', { year: '2024-25', rule: 'sac', formats: ['csv'], out: app().temporary }],
  ]
  for (const [name, input] of attempts)
    expect(await callFrom(page, name, input), name).toMatchObject({
      ok: false,
      error: { code: 'not-permitted', message: expect.stringContaining('not chosen in this window') },
    })
  await app().chooseNext([sample('police-chronology.xlsx')])
  await callFrom(page, 'shell.choose-files', { title: 'Choose' })
  expect(await callFrom(page, 'tool.inspect', { path: sample('police-chronology.xlsx') })).toMatchObject({
    ok: true,
  })
  expect(
    await callFrom(page, 'tool.inspect', { path: `${sample('police-chronology.xlsx')}/../roster.json` }),
  ).toMatchObject({ ok: false, error: { code: 'not-permitted' } })
})

test('what is shipped: fuses, developer tools, and no case data in the program (16, 19)', () => {
  const builder = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  const fuses = Object.fromEntries(
    [...(/^electronFuses:\n((?: {2}.*\n)+)/m.exec(builder)?.[1] ?? '').matchAll(/^ {2}(\w+): (\w+)$/gm)].map(
      ([, name, value]) => [name, value],
    ),
  )
  expect(fuses).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  })
  const main = readFileSync(path.join(root, 'dist', 'electron', 'main.js'), 'utf8')
  const preload = readFileSync(path.join(root, 'dist', 'electron', 'preload.cjs'), 'utf8')
  expect(main).toMatch(/devTools: !\w+\.isPackaged/)
  expect(main).not.toMatch(/openExternal|shell\.openPath|loadFile\(|file:\/\/|better-sqlite3/)
  expect([...preload.matchAll(/exposeInMainWorld\(/g)]).toHaveLength(1)
  const { must_not_occur: roster } = readExpected(samples)
  const names = roster.filter(({ match, string }) => match === 'word' && string.length > 6)
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((one) => holds(main, one) || holds(preload, one)).map(({ string }) => string)).toEqual(
    [],
  )
})
