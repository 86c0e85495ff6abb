import { completeDisclosure, listDisclosures, prepareDisclosure } from '../../db/disclosures.ts'
import { appendAudit } from '../../db/audit.ts'
import { listAgencies } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { findPackPower } from '../../db/pack-powers.ts'
import { getPack, movePack, readPackFiles, type PackInFull } from '../../db/packs.ts'
import { inTransaction } from '../../db/transaction.ts'
import { choicesInWords } from '../../domain/packs/choice-words.ts'
import { profiles } from '../../domain/packs/profile.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers, Session } from '../host.ts'
import { recordsIn } from '../disclosures/records-sent.ts'
import { decisionsAtGate } from '../packs/decisions-for.ts'
import { leaveWithoutGate, type LeavingFile, type ProducedFile } from '../packs/leaving-files.ts'
import { reviewOf } from '../packs/pack-views.ts'
import { refuseUnpublished } from '../reports/refuse-unpublished.ts'
import { manifestName, writeManifest } from '../packs/pack-manifest.ts'
import { addresseeOf } from '../packs/recipient.ts'
import { methodOf, sealPack } from '../packs/seal-pack.ts'
import { refuseAtGate } from '../packs/refuse-at-gate.ts'
import { refuseUnfit } from '../packs/unredacted.ts'
import { sha256 } from '../sha256.ts'
import type { PackFileView } from '../views.ts'
import { refuseInsideVault, writeFiles } from '../write-files.ts'
import { keyOfPack, materialOf, refuseBuilder, voidStale } from '../packs/pack-state.ts'

type Named = ProducedFile & { readonly format: PackFileView['format']; readonly sha256: string }

const fileView = ({ name, format, sha256: hash, bytes }: Named): PackFileView => ({
  name,
  format,
  sha256: hash,
  bytes: bytes.length,
})

const manifestOf = (pack: PackInFull, disclosureId: string, at: string, files: readonly Named[]): Named => {
  const bytes = writeManifest(pack, disclosureId, at, files)
  return { name: manifestName, format: 'manifest', bytes, sha256: sha256(bytes) }
}

const storedFiles = (db: Db, { id, formats }: PackInFull): readonly Named[] => {
  const files = readPackFiles(db, id).map(({ name, format, bytes, sha256: hash }) => {
    if (sha256(bytes) !== hash)
      throw new ExpectedError('refused', `${name} is not the file that was approved.`)
    return { name, format: format as PackFileView['format'], bytes, sha256: hash }
  })
  const held = new Set<string>(files.map(({ format }) => format))
  if (held.size === formats.length && formats.every((format) => held.has(format))) return files
  throw new ExpectedError('refused', 'The files of this pack are not those that were approved.')
}

/** The gate once more, on the very bytes that will leave, the manifest included. */
const refuseLeaks = async (
  db: Db,
  pack: PackInFull,
  files: readonly Named[],
  manifest: Named,
): Promise<readonly (Named & LeavingFile)[]> => {
  const source = materialOf(db, pack)
  if (!profiles[pack.profile].redacted) {
    await refuseUnfit(files, pack.document, source.roster)
    return leaveWithoutGate([...files, manifest], 'unredacted-by-legal-power')
  }
  const passed = decisionsAtGate(source.decisions, reviewOf(pack).passages)
  const key = { ...keyOfPack(db, pack, source), decisions: passed }
  const { audience } = profiles[pack.profile]
  return [
    ...(await refuseAtGate(files, key, pack.document, { audience })),
    ...(await refuseAtGate([manifest], key, null, { audience })),
  ]
}

/** What the log keeps of what was chosen; of a pack that leaves unredacted, also who answered which warning. */
const chosenInWords = (db: Db, { id, caseId, choices }: PackInFull, roster: Roster) => {
  const power = findPackPower(db, id)
  if (!power) {
    const agencies = listAgencies(db, caseId)
    return choicesInWords(choices, {
      agency: (one) => agencies.find(({ agencyId }) => agencyId === one)?.name ?? one,
      person: (one) =>
        roster.entries.find((entry) => entry.id === one)?.pseudonym ?? 'Not in the key any more',
    })
  }
  const { contributions, chronology, answers } = power
  return {
    Contributions: `${contributions.length}, unredacted`,
    Chronology: chronology ? 'All but rows an agency had hidden, unredacted' : 'Not sent',
    ...Object.fromEntries(
      answers.map(({ warning, answer, by }) => [`Warning. ${warning}`, `${answer} (${by})`]),
    ),
  }
}

/** Recorded before a file is written: a release cut short is still on record, as prepared. */
const prepare = (
  session: Session,
  pack: PackInFull,
  { id, at, method }: { readonly id: string; readonly at: string; readonly method: string },
  files: readonly Named[],
) => {
  const { db } = session.vault
  const { records, roster } = materialOf(db, pack)
  inTransaction(session.vault, () => {
    movePack(db, {
      id: pack.id,
      version: pack.version,
      from: 'approved',
      to: 'prepared',
      by: session.user.id,
      at,
    })
    prepareDisclosure(db, {
      id,
      caseId: pack.caseId,
      kind: 'pack',
      packId: pack.id,
      recipient: pack.recipient,
      sentTo: addresseeOf(db, pack.caseId, pack.recipient, at.slice(0, 10)),
      basis: pack.basis,
      profile: pack.profile,
      choices: chosenInWords(db, pack, roster),
      records: recordsIn(reviewOf(pack).passages, pack.caseId, records),
      approver: pack.approvedBy ?? '',
      releasedBy: session.user.id,
      method,
      at,
      files: files.map(fileView),
    })
    appendAudit(session.vault, {
      userId: session.user.id,
      userName: session.user.name,
      action: 'pack.release',
      caseId: pack.caseId,
      record: pack.id,
      version: pack.version + 1,
      detail: { state: 'prepared', disclosure: id, files: files.length },
    })
  })
}

export const releaseActions: Handlers<'pack.release'> = {
  'pack.release': async ({ session, env, pastStopping }, { packId, out, seal }) => {
    const { db } = session.vault
    const before = getPack(db, packId)
    refuseInsideVault(session.vault.dir, out)
    if (before.state !== 'approved' && before.state !== 'prepared')
      throw new ExpectedError(
        'refused',
        `This pack is ${before.state.replace('-', ' ')}. Only an approved pack can be released.`,
      )
    refuseUnpublished(db, before, env.now())
    if (before.state === 'approved') voidStale(session, before, env.now())
    refuseBuilder(session, before, 'released')
    const waiting = listDisclosures(db, { caseId: before.caseId, state: 'prepared' }).find(
      (disclosure) => disclosure.packId === packId,
    )
    const disclosureId = waiting?.id ?? env.newId()
    const at = waiting?.at ?? env.now()
    const files = storedFiles(db, before)
    const all = await refuseLeaks(db, before, files, manifestOf(before, disclosureId, at, files))
    // Which bytes a sealing gives is chance, so the log holds what was sealed; the sealed file is named in the audit.
    const hints = [getCase(db, before.caseId).title, before.document.title]
    const leaving = seal ? leaveWithoutGate([await sealPack(all, seal, hints)], 'sealed-after-the-gate') : all
    const method = methodOf(seal)
    pastStopping()
    if (!waiting) prepare(session, before, { id: disclosureId, at, method }, all)
    await writeFiles(out, leaving)
    return () => {
      const pack = getPack(db, packId)
      completeDisclosure(db, disclosureId, method)
      const move = { id: packId, version: pack.version, by: session.user.id, at: env.now() }
      const version = movePack(db, { ...move, from: 'prepared', to: 'released' })
      return {
        value: { packId, disclosureId, files: leaving.map(fileView), method, releasedAt: at },
        record: packId,
        version,
        detail: {
          ...{ state: 'released', disclosure: disclosureId, files: all.length },
          ...(seal ? { sealed: seal.kind, sha256: leaving[0]?.sha256 ?? '' } : {}),
        },
      }
    }
  },
}
