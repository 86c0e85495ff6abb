/**
 * @typedef {object} Needs what one target needs before it can run
 * @property {'no' | 'wanted' | 'required'} witness SQLCipher's own implementation, compiled
 * @property {boolean} electron an Electron to run
 * @property {'no' | 'wanted' | 'required'} systemLibraries shared libraries, fonts and a display server
 *
 * @typedef {object} Request
 * @property {boolean} quiet
 * @property {string | null} file the script to run afterwards, relative to the repository
 * @property {readonly string[]} args its arguments
 *
 * @typedef {object} Surroundings
 * @property {boolean} display a window can be shown
 */

/**
 * @param {readonly string[]} argv
 * @returns {Request}
 */
export const readRequest = (argv) => {
  let quiet = false
  for (const [at, word] of argv.entries()) {
    if (word === '--quiet') quiet = true
    else if (word === '--then') {
      const file = argv[at + 1]
      if (file === undefined) throw new Error('--then needs the name of a file')
      return { quiet, file, args: argv.slice(at + 2) }
    } else throw new Error(`unknown option ${word}; known are --quiet and --then FILE ARGS...`)
  }
  return { quiet, file: null, args: [] }
}

/**
 * What a target needs beyond the dependencies and a Node of 22 or later, which all of them need.
 *
 * @param {Request} request
 * @param {Surroundings} surroundings
 * @returns {Needs}
 */
export const needsOf = ({ file, args }, { display }) => {
  switch (file) {
    case 'workspace/cli.ts':
      return {
        witness: args.includes('--independent') ? 'wanted' : 'no',
        electron: false,
        systemLibraries: 'no',
      }
    case 'scripts/start.ts':
      return { witness: 'no', electron: display, systemLibraries: display ? 'wanted' : 'no' }
    case 'scripts/bench.ts':
      return { witness: 'no', electron: true, systemLibraries: 'required' }
    case 'scripts/demo.ts':
      return { witness: 'wanted', electron: true, systemLibraries: 'required' }
    default:
      return { witness: 'required', electron: true, systemLibraries: 'required' }
  }
}

/**
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export const hasDisplay = (platform, env) =>
  platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
