import type { Decision } from '../../../db/decisions.ts'
import { packFormats } from '../../../domain/packs/pack-document.ts'
import { settleChoices } from '../../../domain/packs/choices.ts'
import { profiles, type ProfileId } from '../../../domain/packs/profile.ts'
import type { Call } from '../../../workspace/host.ts'
import { makePack, projectCase, type MadePack, type PackOrder } from '../../../workspace/packs/make-pack.ts'
import type { CaseMaterial } from '../../../workspace/packs/material.ts'
import { generateCase } from './generate-case.ts'
import { readEverything, standingIn } from './independent-reader.ts'

export const quietCall: Call = {
  progress: () => undefined,
  signal: new AbortController().signal,
}

/** Profiles that name nobody of the key: a coroner's pack and a data subject's copy name people on purpose. */
export const namingNobody = [
  'partner-agency',
  'panel',
  'family',
  'publication',
  'research',
] as const satisfies readonly ProfileId[]

export const orderOf = (profile: ProfileId): PackOrder => ({
  ...{ recipient: { id: 'a2', name: 'Larkmere Police', kind: 'agency', agencyId: 'a2' }, profile },
  ...{ choices: settleChoices(profiles[profile]), secret: Buffer.alloc(32, 7) },
  ...{ formats: packFormats, timestamp: '2026-01-02T03:04:05.000Z' },
})

/** A reviewer who lets nothing pass: every question is answered by a role. Asked until nothing is left to ask. */
export const decideAll = (source: CaseMaterial, order: PackOrder): CaseMaterial => {
  let decided = source
  for (let round = 0; round < 4; round++) {
    const { passages } = projectCase(decided, order)
    const open = passages.flatMap(({ original, candidates }) =>
      candidates.map(({ start, end }) => original.slice(start, end)),
    )
    if (open.length === 0) return decided
    decided = { ...decided, decisions: [...decided.decisions, ...[...new Set(open)].map(decisionOn)] }
  }
  return decided
}

const decisionOn = (text: string): Decision => ({
  ...{
    id: text,
    caseId: 'c',
    text,
    place: null,
    origin: 'question',
    decision: 'replace',
    replacement: 'a person',
  },
  ...{ reason: 'A name.', audience: 'public', decidedBy: 'u', decidedAt: '2026-01-01T00:00:00.000Z' },
})

export type Proven = {
  readonly made: MadePack
  readonly planted: number
  /** What the independent reader found, as `file: string`. */
  readonly leaks: readonly string[]
}

/** Takes one generated case through the pipeline in all formats and reads what came out. */
export const proveCase = async (seed: number): Promise<Proven> => {
  const { source, planted } = generateCase(seed)
  const profile = namingNobody[seed % namingNobody.length] ?? 'partner-agency'
  const made = await makePack(decideAll(source, orderOf(profile)), orderOf(profile), quietCall)
  const leaks: string[] = []
  for (const { name, bytes } of made.files)
    leaks.push(
      ...standingIn(await readEverything(name, bytes), planted).map((string) => `${name}: ${string}`),
    )
  return { made, planted: planted.length, leaks }
}
