import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child.mjs'
import { childRecord, modules, npm, root } from './paths.mjs'
import { SetUpError } from './say.mjs'
import { fingerprint, isStamped, removeStamp, writeStamp } from './stamp.mjs'

const stamp = path.join(modules, '.set-up-stamp')

/** What node_modules is made from: the lock file and the kind of machine. */
const expected = () =>
  fingerprint([readFileSync(path.join(root, 'package-lock.json')), process.platform, process.arch])

export const dependenciesAreReady = () => isStamped(stamp, expected())

/**
 * `npm ci` as the lock file says. Its scripts are left out: the only one wanted compiles the independent
 * witness, and `buildWitness` does that where it is needed.
 */
export const installDependencies = async () => {
  const wanted = expected()
  removeStamp(stamp)
  const { program, args, shell } = npm()
  // Errors only: npm itself may run on Node 20 and would warn once for each package that asks for more.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code } = await runChild(program, [...args, ...options], { cwd: root, record: childRecord, shell })
  if (code !== 0) {
    throw new SetUpError(`npm ci failed with exit code ${code}; its message is above. Run the command again.`)
  }
  writeStamp(stamp, wanted)
}
