import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child.mjs'
import { downloadedElectron } from './electron-paths.mjs'
import { childRecord, modules, root, runtime } from './paths.mjs'
import { removeStamp, writeStamp } from './stamp.mjs'

const failureNote = path.join(runtime, 'electron-download-failed')
const day = 24 * 60 * 60 * 1000
const probeLimit = 4_000
const downloadLimit = 15 * 60 * 1000

/**
 * @param {string | null} note time of the last failure in milliseconds, as text
 * @param {number} now
 */
export const failedLately = (note, now) => {
  const when = Number(note ?? Number.NaN)
  return when <= now && now - when < day
}

export const downloadFailedLately = () => {
  try {
    return failedLately(readFileSync(failureNote, 'utf8'), Date.now())
  } catch {
    return false
  }
}

/**
 * Whether the way to Electron's downloads is of the person's own making, so that github.com says nothing.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export const hasOwnWay = (env) =>
  Object.entries(env).some(
    ([name, value]) =>
      Boolean(value) && /^(https?_proxy|all_proxy|(npm_config_)?electron_(mirror|custom_dir))$/i.test(name),
  )

const siteAnswers = async () => {
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(probeLimit) })
    return true
  } catch {
    return false
  }
}

/**
 * Electron's own download, where its site answers.
 *
 * @param {string} node the project's Node
 * @returns {Promise<boolean>} false: it cannot be had here; not tried again for a day
 */
export const downloadElectron = async (node) => {
  if (hasOwnWay(process.env) || (await siteAnswers())) {
    await runChild(node, [path.join(modules, 'electron', 'install.js')], {
      cwd: root,
      record: childRecord,
      output: 'hide',
      limit: downloadLimit,
    })
  }
  const worked = downloadedElectron() !== null
  if (worked) removeStamp(failureNote)
  else writeStamp(failureNote, String(Date.now()))
  return worked
}
