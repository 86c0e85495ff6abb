import path from 'node:path'
import { runChild } from './child.mjs'
import { downloadedElectron } from './electron-paths.mjs'
import { isFreshFailure, noteFailure } from './failure-note.mjs'
import { childRecord, modules, root, runtime } from './paths.mjs'
import { removeStamp } from './stamp.mjs'

const failureNote = path.join(runtime, 'electron-download-failed')
const probeLimit = 4_000
const downloadLimit = 15 * 60 * 1000

export const downloadFailedLately = () => isFreshFailure(failureNote)

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
  else noteFailure(failureNote)
  return worked
}
