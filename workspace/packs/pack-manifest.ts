import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { profileIds, profiles } from '../../domain/packs/profile.ts'
import type { Audience } from '../../domain/redaction/redaction.ts'

export const manifestName = 'manifest.json'
export const manifestFormat = 'sar-manifest-1'

/** What a reader of a released pack takes from the manifest beside it. */
const manifestSchema = z.looseObject({
  format: z.literal(manifestFormat),
  pack: z.uuid(),
  disclosure: z.uuid(),
  profile: z.enum(profileIds),
  files: z.array(z.looseObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

export type PackManifest = z.output<typeof manifestSchema>

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
  const listed = manifest?.files.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256)
  const vouched = manifest !== null && (listed === true || file.name === manifestName)
  return vouched ? profiles[manifest.profile].audience : 'public'
}
