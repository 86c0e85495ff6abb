import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { PackInFull } from '../../db/packs.ts'
import { choicesForRecipient } from '../../domain/packs/choice-words.ts'
import { fingerprintOf } from '../../domain/packs/fingerprint.ts'
import { profileIds, profiles } from '../../domain/packs/profile.ts'
import type { Audience } from '../../domain/redaction/redaction.ts'

export const manifestName = 'manifest.json'
export const manifestFormat = 'sar-manifest-1'

const fingerprint = (bytes: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{2}(?::[0-9a-f]{2}){${bytes - 1}}$`))

/** What a reader of a released pack takes from the manifest beside it. */
const manifestSchema = z.looseObject({
  format: z.literal(manifestFormat),
  pack: fingerprint(16),
  disclosure: fingerprint(16),
  profile: z.enum(profileIds),
  files: z.array(z.looseObject({ name: z.string(), sha256: fingerprint(32) })),
})

export type PackManifest = z.output<typeof manifestSchema>

type Listed = { readonly name: string; readonly format: string; readonly sha256: string }

/**
 * What goes with the files: what was chosen for them, by what right they were sent, and their hashes. The recipient stands under its code name.
 * Nothing in it is a number by chance: hashes and references are fingerprints, and sizes are left out.
 */
export const writeManifest = (
  pack: Pick<PackInFull, 'id' | 'profile' | 'choices' | 'basis'> & {
    readonly document: Pick<PackInFull['document'], 'title' | 'subtitle' | 'marking'>
  },
  disclosureId: string,
  at: string,
  files: readonly Listed[],
): Uint8Array => {
  const manifest = {
    format: manifestFormat,
    pack: fingerprintOf(pack.id),
    disclosure: fingerprintOf(disclosureId),
    title: pack.document.title,
    subtitle: pack.document.subtitle,
    marking: pack.document.marking,
    profile: pack.profile,
    choices: choicesForRecipient(pack.choices),
    ...pack.basis,
    releasedAt: at.replace(/\.\d+(?=Z$)/, ''),
    files: files.map(({ name, format, sha256 }) => ({ name, format, sha256: fingerprintOf(sha256) })),
  }
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** The manifest in a file's folder, or null where there is none that can be read. */
export const manifestBeside = async (file: string): Promise<PackManifest | null> => {
  try {
    const text = await readFile(path.join(path.dirname(file), manifestName), 'utf8')
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Who a file is for: those its pack was cut to, if a manifest vouches for these very bytes; else everybody. */
export const audienceOf = (
  file: { readonly name: string; readonly sha256: string },
  manifest: PackManifest | null,
): Audience => {
  const own = fingerprintOf(file.sha256)
  const listed = manifest?.files.some(({ name, sha256 }) => name === file.name && sha256 === own)
  const vouched = manifest !== null && (listed === true || file.name === manifestName)
  return vouched ? profiles[manifest.profile].audience : 'public'
}
