import { z } from 'zod'
import type { PackDocument, PackFormat } from '../domain/packs/pack-document.ts'
import type { PackChoices } from '../domain/packs/choices.ts'
import type { ProfileId } from '../domain/packs/profile.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import {
  documentSchema,
  packColumns,
  toPack,
  toRow,
  type PackState,
  type StoredInFull,
  type StoredPack,
} from './pack-record.ts'

/** Why a pack may leave: purpose, lawful basis, legal power, necessity. */
export type PackBasis = {
  readonly purpose: string
  readonly lawfulBasis: string
  readonly power: string
  readonly necessity: string
}

/** What a list of packs shows. */
export type Pack = {
  readonly id: string
  readonly caseId: string
  /** An agency of the case, or somebody of the register. */
  readonly recipient: string
  readonly profile: ProfileId
  readonly choices: PackChoices
  /** The public report it holds, at its version; null where it holds the chronology or contributions. */
  readonly report: { readonly id: string; readonly version: number } | null
  readonly state: PackState
  readonly version: number
  readonly builtBy: string
  readonly builtAt: string
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly releasedBy: string | null
  readonly releasedAt: string | null
  /** What the case held when the pack was built; another fingerprint now voids an approval. */
  readonly caseFingerprint: string
  readonly basis: PackBasis
  readonly formats: readonly PackFormat[]
  readonly undecided: number
  readonly replacements: number
  readonly note: string | null
}

/** A pack with what its recipient will read, its manifest, and whatever its reviewers need (shape of the caller's own). */
export type PackInFull = Pack & {
  readonly document: PackDocument
  readonly manifest: unknown
  readonly review: unknown
}

export type PackFile = {
  readonly name: string
  readonly format: string
  readonly sha256: string
  readonly bytes: Buffer
}

/** Adds a pack at version 1, with its files and the key its pseudonyms are drawn from. */
export const insertPack = (
  db: Db,
  pack: Omit<PackInFull, 'version' | 'report' | 'approvedBy' | 'approvedAt' | 'releasedBy' | 'releasedAt'> & {
    readonly report?: Pack['report']
  },
  secret: Buffer,
  files: readonly PackFile[],
): void => {
  db.prepare(
    `INSERT INTO packs (id, case_id, recipient, profile, choices, secret, report_id, report_version, state, version, built_by, built_at, case_fingerprint, basis, formats,
       undecided, replacements, note, manifest, document, review)
     VALUES (@id, @caseId, @recipient, @profile, @choices, @secret, @reportId, @reportVersion, @state, 1, @builtBy, @builtAt, @caseFingerprint, @basis, @formats,
       @undecided, @replacements, @note, @manifest, @document, @review)`,
  ).run({
    ...toRow(pack),
    ...{ secret, reportId: pack.report?.id ?? null, reportVersion: pack.report?.version ?? null },
  })
  putPackFiles(db, pack.id, files)
}

/**
 * Puts a pack built anew in the place of the old: document, files and questions. Any approval is gone with it. Returns the new
 * version. Throws `conflict` where the pack is not at `version` any more, or has been prepared or released.
 */
export const rebuildPack = (
  db: Db,
  pack: Pick<
    PackInFull,
    | 'id'
    | 'version'
    | 'choices'
    | 'state'
    | 'builtBy'
    | 'builtAt'
    | 'caseFingerprint'
    | 'basis'
    | 'formats'
    | 'undecided'
    | 'replacements'
    | 'note'
    | 'manifest'
    | 'document'
    | 'review'
  >,
  files: readonly PackFile[],
): number => {
  const { changes } = db
    .prepare(
      `UPDATE packs SET state = @state, version = version + 1, built_by = @builtBy, built_at = @builtAt,
         approved_by = NULL, approved_at = NULL, case_fingerprint = @caseFingerprint, basis = @basis, formats = @formats,
         undecided = @undecided, replacements = @replacements, note = @note, manifest = @manifest, document = @document,
         review = @review
       WHERE id = @id AND version = @version AND state NOT IN ('prepared', 'released')`,
    )
    .run(toRow(pack))
  if (changes !== 1) throw packChanged()
  db.prepare('DELETE FROM pack_files WHERE pack_id = ?').run(pack.id)
  putPackFiles(db, pack.id, files)
  return pack.version + 1
}

const putPackFiles = (db: Db, packId: string, files: readonly PackFile[]): void => {
  const put = db.prepare(
    'INSERT INTO pack_files (pack_id, name, format, sha256, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  for (const file of files) put.run(packId, file.name, file.format, file.sha256, file.bytes)
}

/**
 * Moves a pack from one state to another and returns its new version; who and when are set with it.
 * The engine itself refuses an approval by the builder. Throws `conflict` where the pack is in another state or version by now.
 */
export const movePack = (
  db: Db,
  move: {
    readonly id: string
    readonly version: number
    readonly from: PackState
    readonly to: PackState
    readonly by: string
    readonly at: string
    readonly note?: string | null
  },
): number => {
  if (move.to === 'approved' && getPack(db, move.id).builtBy === move.by)
    throw new ExpectedError('refused', 'A pack is approved by somebody other than the person who built it.')
  const set = {
    approved: ', approved_by = @by, approved_at = @at',
    released: ', released_by = @by, released_at = @at',
    void: ', approved_by = NULL, approved_at = NULL',
    'needs-review': ', approved_by = NULL, approved_at = NULL',
    ready: ', approved_by = NULL, approved_at = NULL',
    prepared: '',
  } satisfies Record<PackState, string>
  const { changes } = db
    .prepare(
      `UPDATE packs SET state = @to, version = version + 1, note = @note ${set[move.to]}
       WHERE id = @id AND version = @version AND state = @from`,
    )
    .run({ ...move, note: move.note ?? null })
  if (changes !== 1) throw packChanged()
  return move.version + 1
}

/** Throws `not-found`. */
export const getPack = (db: Db, id: string): PackInFull => {
  const row = db
    .prepare<[string], StoredInFull>(
      `SELECT ${packColumns}, manifest, document, review FROM packs WHERE id = ?`,
    )
    .get(id)
  if (!row) throw noSuchPack()
  return {
    ...toPack(row),
    manifest: readJson(z.unknown(), row.manifest, 'packs.manifest'),
    document: readJson(documentSchema, row.document, 'packs.document'),
    review: readJson(z.unknown(), row.review, 'packs.review'),
  }
}

/** The key from which a pack's own pseudonyms and shift are drawn. Throws `not-found`. */
export const packSecret = (db: Db, id: string): Buffer => {
  const secret = db.prepare('SELECT secret FROM packs WHERE id = ?').pluck().get(id)
  if (!Buffer.isBuffer(secret)) throw noSuchPack()
  return secret
}

/** Packs newest first: of one case, or of the vault. */
export const listPacks = (db: Db, caseId?: string): readonly Pack[] => {
  const where = caseId === undefined ? '' : 'WHERE case_id = @caseId'
  return db
    .prepare<[unknown], StoredPack>(
      `SELECT ${packColumns} FROM packs ${where} ORDER BY built_at DESC, packs.rowid DESC`,
    )
    .all(caseId === undefined ? {} : { caseId })
    .map(toPack)
}

/** The case a pack belongs to. Throws `not-found`. */
export const caseOfPack = (db: Db, id: string): string => {
  const caseId = db.prepare('SELECT case_id FROM packs WHERE id = ?').pluck().get(id)
  if (typeof caseId !== 'string') throw noSuchPack()
  return caseId
}

/** A pack's files, bytes included, by name. */
export const readPackFiles = (db: Db, packId: string): readonly PackFile[] =>
  db
    .prepare<[string], PackFile>(
      'SELECT name, format, sha256, bytes FROM pack_files WHERE pack_id = ? ORDER BY name',
    )
    .all(packId)

/** A pack's files by name with their sizes, without reading them. */
export const listPackFiles = (
  db: Db,
  packId: string,
): readonly (Omit<PackFile, 'bytes'> & { readonly size: number })[] =>
  db
    .prepare<[string], Omit<PackFile, 'bytes'> & { readonly size: number }>(
      'SELECT name, format, sha256, length(bytes) AS size FROM pack_files WHERE pack_id = ? ORDER BY name',
    )
    .all(packId)

const noSuchPack = () => new ExpectedError('not-found', 'There is no such pack in this vault.')
const packChanged = () =>
  new ExpectedError('conflict', 'Somebody changed this pack since you looked. Look at it again.')
