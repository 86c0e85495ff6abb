import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { packFormats } from '../../domain/packs/pack-document.ts'
import type { hostileInputs } from '../../tests/workspace/proof/hostile.ts'
import { cleanDocument, cleanFile, gateKey } from '../../tests/workspace/proof/planted-case.ts'
import { otherPlantings } from '../../tests/workspace/proof/plantings-other.ts'
import { wordPlantings } from '../../tests/workspace/proof/plantings-word.ts'
import type { examineFiles } from '../../workspace/packs/gate.ts'
import type { refuseAtGate } from '../../workspace/packs/refuse-at-gate.ts'
import { gateMutations } from './gate-mutations.ts'

/** What became of everything that must not leave: what got through, and what a test of the proof would have failed on. */
export type Judged = {
  readonly mutation: number
  readonly tried: number
  readonly leaking: readonly string[]
  readonly noticed: readonly string[]
}

const root = `${pathToFileURL(path.join(import.meta.dirname, '..', '..')).href}/`
const mark = '?mutation='

/** The source of a file with the change of this number; the file itself stays as it is. */
const changedSource = (url: string, index: number): string | null => {
  const mutation = gateMutations[index]
  const place = fileURLToPath(url.slice(0, url.indexOf(mark)))
  if (mutation === undefined || fileURLToPath(`${root}${mutation.file}`) !== place) return null
  const source = readFileSync(place, 'utf8')
  if (source.split(mutation.from).length !== 2)
    throw new Error(`${mutation.name}: its old text does not stand once in ${mutation.file}`)
  return source.replace(mutation.from, () => mutation.to)
}

// Whatever a marked module of the project imports is loaded anew under the same mark, so that all of it meets the change.
registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const found = nextResolve(specifier, context)
    const at = context.parentURL?.indexOf(mark) ?? -1
    const isOurs = found.url.startsWith(root) && !found.url.includes('/node_modules/')
    return at < 0 || !isOurs || found.url.includes(mark)
      ? found
      : { ...found, url: found.url + (context.parentURL?.slice(at) ?? '') }
  },
  load: (url, context, nextLoad) => {
    const at = url.indexOf(mark)
    const source = at < 0 ? null : changedSource(url, Number(url.slice(at + mark.length)))
    return source === null
      ? nextLoad(url, context)
      : { format: 'module-typescript', source, shortCircuit: true }
  },
})

/** What an attempt was refused with; null where it was not. */
const refusalOf = async (attempt: () => Promise<unknown>): Promise<string | null> => {
  try {
    await attempt()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

type Gate = { readonly examineFiles: typeof examineFiles }
type Door = { readonly refuseAtGate: typeof refuseAtGate }
type Hostile = { readonly hostileInputs: typeof hostileInputs }

const made = await Promise.all(
  [...wordPlantings, ...otherPlantings].map(async (planting) => ({
    ...planting,
    bytes: await planting.make(),
  })),
)

const judge = async (index: number): Promise<Judged> => {
  const load = (file: string): Promise<unknown> => import(`${root}${file}${mark}${index}`)
  const gate = (await load('workspace/packs/gate.ts')) as Gate
  const door = (await load('workspace/packs/refuse-at-gate.ts')) as Door
  const hostile = (await load('tests/workspace/proof/hostile.ts')) as Hostile
  const leaking: string[] = []
  const noticed: string[] = []
  for (const format of packFormats) {
    const file = { name: `pack.${format}`, bytes: await cleanFile(format) }
    if ((await refusalOf(() => door.refuseAtGate([file], gateKey, cleanDocument))) !== null)
      noticed.push(`clean ${format} refused`)
  }
  const options = { audience: 'agencies', decisions: [] } as const
  // The refusal itself is tried on all the hostile input below.
  for (const { name, file, bytes, where, entity } of made) {
    const files = [{ name: file, bytes }]
    const { leaks, problems } = await gate.examineFiles(
      files,
      gateKey.roster,
      gateKey.prepared,
      options,
      null,
    )
    if (leaks.length === 0 && problems.length === 0) leaking.push(name)
    if (!leaks.some((leak) => leak.file === file && where.test(leak.where) && leak.entity === entity))
      noticed.push(name)
  }
  for (const { name, attempt, says } of hostile.hostileInputs) {
    const folder = mkdtempSync(path.join(tmpdir(), 'sar-gate-'))
    const refusal = await refusalOf(() => attempt(folder))
    rmSync(folder, { recursive: true, force: true })
    if (refusal === null) leaking.push(name)
    if (!says.test(refusal ?? '')) noticed.push(name)
  }
  return { mutation: index, tried: made.length + hostile.hostileInputs.length, leaking, noticed }
}

for (const index of process.argv.slice(2)) console.log(JSON.stringify(await judge(Number(index))))
