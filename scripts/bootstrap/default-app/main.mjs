// Opens the folder or file named on the command line, as the default app of Electron's own builds does. The
// registry runtime comes without one. See scripts/bootstrap/registry-electron.mjs.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as electron from 'electron'

/** What Electron keeps for its default app, and its types therefore leave out. */
const app =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (
    electron.app
  )

const require = createRequire(import.meta.url)

/** @type {string[]} */
const first = []
/** @type {string | undefined} */
let target
const words = process.argv.slice(1)
while (words.length > 0) {
  const word = String(words.shift())
  if (word === '-r' || word === '--require') first.push(String(words.shift()))
  else if (!word.startsWith('-')) {
    target = path.resolve(word)
    break
  }
}

if (target === undefined) {
  console.error('name the folder of the app to open')
  app.exit(1)
} else {
  for (const file of first) require(path.resolve(file))
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  let main = target
  if (statSync(target).isDirectory()) {
    const manifest = path.join(target, 'package.json')
    const known = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
    if (known.version) app.setVersion(known.version)
    if (known.productName ?? known.name) app.name = known.productName ?? known.name
    main = path.join(target, known.main ?? 'index.js')
    app.setAppPath(target)
  } else {
    app.setAppPath(path.dirname(target))
  }
  // Awaited: Electron holds "ready" back until then, and an ES module's own imports take a while.
  await import(pathToFileURL(main).href)
}
