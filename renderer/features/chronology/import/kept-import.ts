import { z } from 'zod'
import { dateParts, entryFields } from '../../../../domain/chronology/entry.ts'
import type { TableChoice } from '../../../../workspace/contract/import.ts'

/** What of an import is kept over a lock: everything a person chose. The files themselves must be chosen again. */
export type KeptImport = {
  readonly agencyId: string
  readonly files: readonly {
    readonly name: string
    readonly sha256: string
    readonly choices: readonly TableChoice[]
  }[]
}

const schema = z.object({
  agencyId: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      choices: z.array(
        z.object({
          table: z.string(),
          use: z.boolean(),
          headingRows: z.array(z.number()),
          columns: z.array(
            z.object({
              index: z.number(),
              field: z.enum(entryFields),
              part: z.enum(dateParts).exactOptional(),
            }),
          ),
        }),
      ),
    }),
  ),
})

export const importDraftKey = (caseId: string): string => `import/${caseId}`

export const writeKeptImport = (kept: KeptImport): string => JSON.stringify(kept)

/** Null where there is nothing kept, or it is not what this version of the app writes. */
export const readKeptImport = (text: string | undefined): KeptImport | null => {
  if (!text) return null
  try {
    const found = schema.safeParse(JSON.parse(text))
    return found.success ? found.data : null
  } catch {
    return null
  }
}
