import {
  completeDisclosure,
  listDisclosures,
  prepareDisclosure,
  type Disclosure,
} from '../../db/disclosures.ts'
import { appendAudit } from '../../db/audit.ts'
import { getAgency } from '../../db/agencies.ts'
import { getCase, listCases } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { getPack, movePack, readPackFiles, type PackInFull } from '../../db/packs.ts'
import { inTransaction } from '../../db/transaction.ts'
import { getUser } from '../../db/users.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { permissions } from '../../domain/permissions/permissions.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers, Session } from '../host.ts'
import type { ProducedFile } from '../packs/gate.ts'
import { decisionsAtGate } from '../packs/decisions-for.ts'
import { reviewOf } from '../packs/pack-views.ts'
import { manifestName, writeManifest } from '../packs/pack-manifest.ts'
import { refuseAtGate } from '../packs/refuse-at-gate.ts'
import { sha256 } from '../sha256.ts'
import type { DisclosureView, PackFileView } from '../views.ts'
import { refuseInsideVault, writeFiles } from '../write-files.ts'
import { materialOf, refuseBuilder, voidStale } from '../packs/pack-state.ts'

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
const refuseLeaks = (db: Db, pack: PackInFull, files: readonly Named[]): Promise<void> => {
  const { roster, decisions } = materialOf(db, pack)
  const passed = decisionsAtGate(decisions, reviewOf(pack).passages)
  const key = { roster, prepared: prepareRoster(roster), decisions: passed }
  return refuseAtGate(files, key, null, { audience: profiles[pack.profile].audience })
}

/** Recorded before a file is written: a release cut short is still on record, as prepared. */
const prepare = (session: Session, pack: PackInFull, id: string, at: string, files: readonly Named[]) => {
  const { db } = session.vault
  const { records } = materialOf(db, pack)
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
      packId: pack.id,
      recipient: pack.recipient,
      basis: pack.basis,
      profile: pack.profile,
      records: records.map(({ record, version }) => ({ id: record, version })),
      approver: pack.approvedBy ?? '',
      releasedBy: session.user.id,
      method: 'files in a folder',
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

const disclosureView = (db: Db, disclosure: Disclosure): DisclosureView => {
  const pack = disclosure.packId === null ? null : getPack(db, disclosure.packId)
  const nameOf = (userId: string): string => getUser(db, userId)?.name ?? ''
  return {
    id: disclosure.id,
    caseId: disclosure.caseId,
    caseTitle: getCase(db, disclosure.caseId).title,
    packId: disclosure.packId ?? '',
    recipient: getAgency(db, disclosure.caseId, disclosure.recipient).name,
    profile: disclosure.profile,
    basis: disclosure.basis,
    records: disclosure.records.length,
    builtBy: nameOf(pack === null ? disclosure.releasedBy : pack.builtBy),
    approvedBy: nameOf(disclosure.approver),
    releasedBy: nameOf(disclosure.releasedBy),
    at: disclosure.at,
    state: disclosure.state,
    files: disclosure.files.map((file) => ({ ...file, format: file.format as PackFileView['format'] })),
  }
}

export const releaseActions: Handlers<'pack.release' | 'disclosure.list'> = {
  'pack.release': async ({ session, env, pastStopping }, { packId, out }) => {
    const { db } = session.vault
    const before = getPack(db, packId)
    refuseInsideVault(session.vault.dir, out)
    if (before.state !== 'approved' && before.state !== 'prepared')
      throw new ExpectedError(
        'refused',
        `This pack is ${before.state.replace('-', ' ')}. Only an approved pack can be released.`,
      )
    if (before.state === 'approved') voidStale(session, before, env.now())
    refuseBuilder(session, before, 'released')
    const waiting = listDisclosures(db, { caseId: before.caseId, state: 'prepared' }).find(
      (disclosure) => disclosure.packId === packId,
    )
    const disclosureId = waiting?.id ?? env.newId()
    const at = waiting?.at ?? env.now()
    const files = storedFiles(db, before)
    const all = [...files, manifestOf(before, disclosureId, at, files)]
    await refuseLeaks(db, before, all)
    pastStopping()
    if (!waiting) prepare(session, before, disclosureId, at, all)
    await writeFiles(out, all)
    return () => {
      const pack = getPack(db, packId)
      completeDisclosure(db, disclosureId)
      const move = { id: packId, version: pack.version, by: session.user.id, at: env.now() }
      const version = movePack(db, { ...move, from: 'prepared', to: 'released' })
      return {
        value: { packId, disclosureId, files: all.map(fileView), releasedAt: at },
        record: packId,
        version,
        detail: { state: 'released', disclosure: disclosureId, files: all.length },
      }
    }
  },

  'disclosure.list':
    ({ session }, { caseId }) =>
    () => {
      const { db } = session.vault
      const ofTeam = permissions['disclosure:read'][session.user.role] === 'team'
      const mine = new Set(listCases(db, session.user.id).map(({ id }) => id))
      const value = listDisclosures(db, { caseId })
        .filter((disclosure) => !ofTeam || mine.has(disclosure.caseId))
        .map((disclosure) => disclosureView(db, disclosure))
      return { value }
    },
}
