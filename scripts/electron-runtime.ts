/** The Electron that scripts and tests run, as set-up found or made it; null where there is none yet. */
export { builtElectron, electronPath } from './bootstrap/electron-paths.mjs'
