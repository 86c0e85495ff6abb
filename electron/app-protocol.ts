import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol, type Session } from 'electron'

export const appOrigin = 'app://ui'

/** Before ready: `app` behaves as a standard, secure scheme, so that the page has an origin and a policy of its own. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** No `unsafe-*`, nothing from outside, no frames, no forms. The nonce serves one style element of the component library. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** Serves the built interface, and nothing outside its folder, to one session. */
export const serveApp = (session: Session, folder: string): void =>
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const wanted = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)
    const file = path.normalize(path.join(folder, wanted))
    const type = contentTypes[path.extname(file)]
    if (url.host !== 'ui' || !file.startsWith(folder + path.sep) || !type)
      return new Response('Not found', { status: 404 })
    try {
      const bytes = await readFile(file)
      const nonce = randomBytes(16).toString('base64')
      const body = file.endsWith('.html')
        ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
        : new Uint8Array(bytes)
      return new Response(body, {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy(nonce),
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        },
      })
    } catch {
      return new Response('Not found', { status: 404 })
    }
  })
