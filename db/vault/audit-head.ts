import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import { replaceFile } from './replace-file.ts'
import type { AuditHead, Vault } from './vault.ts'
import { equalHex, macHex } from './vault-keys.ts'

export const auditHeadFile = 'audit-head.json'

const headSchema = z.strictObject({
  format: z.literal('sar-audit-head'),
  version: z.literal(1),
  vaultId: z.string(),
  seq: z.int().min(0),
  hash: z.string(),
  mac: z.string(),
})

const authenticated = (vaultId: string, head: AuditHead) =>
  canonicalJson({ format: 'sar-audit-head', version: 1, vaultId, seq: head.seq, hash: head.hash })

/** Writes the head of the audit beside the database, under a MAC of the data key. */
export const writeAuditHeadFile = (dir: string, vaultId: string, auditKey: Buffer, head: AuditHead): void => {
  const content = { format: 'sar-audit-head', version: 1, vaultId, seq: head.seq, hash: head.hash }
  const mac = macHex(auditKey, authenticated(vaultId, head))
  replaceFile(join(dir, auditHeadFile), `${JSON.stringify({ ...content, mac })}\n`)
}

/**
 * Brings the head file up to the audit after a commit. A failure is no failure of the commit, which stands: the file
 * stays behind, as after a crash, and the next commit writes it.
 */
export const writeAuditHead = (vault: Vault): void => {
  const { state } = vault
  if (state.head.seq === state.headWritten.seq) return
  try {
    writeAuditHeadFile(vault.dir, vault.vaultId, vault.keys.audit, state.head)
    state.headWritten = state.head
  } catch {
    // Behind, as described above.
  }
}

/** The head as the file has it, or a sentence about what is wrong with the file. */
export const readAuditHead = (dir: string, vaultId: string, auditKey: Buffer): AuditHead | string => {
  let text: string
  try {
    text = readFileSync(join(dir, auditHeadFile), 'utf8')
  } catch {
    return `${auditHeadFile} is missing, so it cannot be told whether the end of the audit is missing too.`
  }
  let head: z.output<typeof headSchema>
  try {
    head = headSchema.parse(JSON.parse(text))
  } catch {
    return `${auditHeadFile} is damaged.`
  }
  if (head.vaultId !== vaultId || !equalHex(head.mac, macHex(auditKey, authenticated(vaultId, head))))
    return `${auditHeadFile} was changed by something other than this app.`
  return { seq: head.seq, hash: head.hash }
}
