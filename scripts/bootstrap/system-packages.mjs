import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { runChild } from './child.mjs'
import { childRecord, root } from './paths.mjs'
import { SetUpError, say } from './say.mjs'

/** Debian's names for what Electron needs; releases since 2024 add `t64` to some. */
const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libnotify4',
  'libsecret-1-0',
  'fonts-dejavu-core',
]

const displayServer = ['xvfb', 'xauth']

/** What compiling SQLCipher's own implementation takes. */
const compiler = ['g++', 'make', 'python3', 'libssl-dev']

/**
 * @param {{ libraries: boolean, display: boolean, compiler: boolean }} wanted display: one must be supplied
 * @returns {readonly string[]}
 */
export const packagesFor = (wanted) => [
  ...(wanted.libraries ? libraries : []),
  ...(wanted.display ? displayServer : []),
  ...(wanted.compiler ? compiler : []),
]

/** @param {string} name */
const namesOf = (name) => [name, `${name}t64`]

/**
 * @param {readonly string[]} needed
 * @param {ReadonlySet<string>} installed
 */
export const missingPackages = (needed, installed) =>
  needed.filter((name) => !namesOf(name).some((known) => installed.has(known)))

/**
 * Replaces each name by the one that this release of the distribution can install.
 *
 * @param {readonly string[]} missing
 * @param {ReadonlySet<string>} installable
 */
export const installableNames = (missing, installable) =>
  missing.map((name) => namesOf(name).find((known) => installable.has(known)) ?? name)

/**
 * @param {string} output of `dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n'`
 * @returns {ReadonlySet<string>}
 */
export const readInstalled = (output) =>
  new Set([...output.matchAll(/^(\S+) ii\s*$/gm)].map(([, name]) => String(name)))

/**
 * @param {string} output of `apt-cache policy NAME...` in the C locale
 * @returns {ReadonlySet<string>}
 */
export const readInstallable = (output) =>
  new Set([...output.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gm)].map(([, name]) => String(name)))

/** @param {string} osRelease text of /etc/os-release */
export const isDebianFamily = (osRelease) =>
  /^ID=["']?(debian|ubuntu)\b/m.test(osRelease) || /^ID_LIKE=.*\b(debian|ubuntu)\b/m.test(osRelease)

const onDebianFamily = () => {
  try {
    return process.platform === 'linux' && isDebianFamily(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** @param {readonly string[]} needed */
const findMissing = (needed) => {
  const names = needed.flatMap(namesOf)
  const format = '${Package} ${db:Status-Abbrev}\\n'
  // It exits with 1 when it does not know a name, and still lists the others.
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' })
  return missingPackages(needed, readInstalled(stdout ?? ''))
}

const cEnv = () => ({ ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' })

/** @param {readonly string[]} missing */
const chooseNames = (missing) => {
  const names = missing.flatMap(namesOf)
  const policy = execFileSync('apt-cache', ['policy', ...names], { encoding: 'utf8', env: cEnv() })
  return installableNames(missing, readInstallable(policy))
}

/** @param {readonly string[]} args */
const aptGet = async (args) => {
  const { code, output } = await runChild('apt-get', args, {
    cwd: root,
    record: childRecord,
    env: cEnv(),
    output: 'hide',
  })
  if (code !== 0) {
    process.stderr.write(output)
    throw new SetUpError(`apt-get ${args[0]} failed with exit code ${code}; its message is above.`)
  }
}

/**
 * @param {readonly string[]} needed
 * @returns {readonly string[]} those that are not installed; none where this is not Debian or Ubuntu
 */
export const missingSystemPackages = (needed) =>
  needed.length === 0 || !onDebianFamily() ? [] : findMissing(needed)

/**
 * Installs system packages as root.
 *
 * @param {readonly string[]} missing
 */
export const installSystemPackages = async (missing) => {
  // A dpkg that was killed half-way refuses everything until this has run; otherwise it does nothing.
  spawnSync('dpkg', ['--configure', '-a'], { env: cEnv(), stdio: 'ignore' })
  await aptGet(['update', '-q'])
  const names = chooseNames(missing)
  say(`installing ${names.join(' ')}`)
  await aptGet(['install', '-y', '-q', '--no-install-recommends', ...names])
  const still = findMissing(missing)
  if (still.length > 0) throw new SetUpError(`apt-get did not install ${still.join(' ')}.`)
}

/** @param {readonly string[]} missing */
export const installCommand = (missing) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${chooseNames(missing).join(' ')}`

export const isRoot = () => process.getuid?.() === 0
