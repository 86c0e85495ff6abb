import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const schema = z.array(z.object({ path: z.string(), name: z.string(), lastOpened: z.string() }))
export type RecentVault = z.output<typeof schema>[number]

/** Vaults opened before on this computer: where they lie and the name their owner gave them. Nothing about a case. */
export type RecentVaults = {
  readonly list: () => Promise<readonly RecentVault[]>
  readonly add: (vault: RecentVault) => Promise<void>
}

const limit = 8

export const recentVaultsIn = (folder: string): RecentVaults => {
  const file = path.join(folder, 'recent-vaults.json')
  const read = async (): Promise<readonly RecentVault[]> => {
    try {
      return schema.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch {
      return []
    }
  }
  return {
    list: async () => (await read()).filter((vault) => existsSync(path.join(vault.path, 'keyslots.json'))),
    add: async (vault) => {
      const others = (await read()).filter((other) => other.path !== vault.path)
      await mkdir(folder, { recursive: true })
      const kept = schema.parse([vault, ...others].slice(0, limit))
      await writeFile(`${file}.new`, JSON.stringify(kept, null, 1), { mode: 0o600 })
      await rename(`${file}.new`, file)
    },
  }
}
