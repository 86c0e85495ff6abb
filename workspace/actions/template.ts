import { setImmediate as nextTurn } from 'node:timers/promises'
import { getAgency } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import { ExpectedError } from '../../domain/result.ts'
import { keepMapping } from '../chronology/column-mapping.ts'
import { caseTemplate, makeTemplate } from '../chronology/make-template.ts'
import type { TemplateFormat } from '../contract/template.ts'
import type { Handlers } from '../host.ts'
import { toRecipient } from '../disclosures/leaving.ts'
import { leaveOnRecord } from '../leave-on-record.ts'
import { leavingWords } from '../packs/leaving-words.ts'
import type { LeavingFile } from '../packs/leaving-files.ts'
import { refuseAtGate } from '../packs/refuse-at-gate.ts'
import { sha256 } from '../sha256.ts'
import { refuseInsideVault } from '../write-files.ts'

type Made = Awaited<ReturnType<typeof makeTemplate>> & {
  readonly name: string
  readonly format: TemplateFormat
  readonly sha256: string
  readonly agencyId: string
  readonly agency: string
} & LeavingFile

const basis = {
  purpose: 'To ask an agency for its chronology in the form of this review.',
  lawfulBasis: 'UK GDPR Article 6(1)(e)',
  power: 'Care Act 2014 sections 44 and 45',
  necessity: 'The template holds the period and the questions of the review, and nobody’s records.',
} as const

export const templateActions: Handlers<'template.review' | 'template.make'> = {
  'template.review':
    ({ session }, { caseId, instructions }) =>
    () => {
      const { db } = session.vault
      const { columns, sections, period } = caseTemplate(db, caseId, instructions)
      return {
        value: {
          period,
          columns: columns.map(({ heading }) => heading),
          sections,
          found: leavingWords(db, caseId, '').find(instructions),
        },
      }
    },

  'template.make': async (context, { caseId, agencyIds, formats, instructions, namesNobody, out }) => {
    const { session, env, progress, signal } = context
    const { db } = session.vault
    refuseInsideVault(session.vault.dir, out)
    const template = caseTemplate(db, caseId, instructions)
    const agencies = [...new Set(agencyIds)].map((agencyId) => getAgency(db, caseId, agencyId))
    const made: Made[] = []
    for (const [index, { agencyId, name }] of agencies.entries()) {
      progress({ what: 'Making templates', done: index, total: agencies.length })
      await nextTurn()
      signal.throwIfAborted()
      const leaving = leavingWords(db, caseId, name, namesNobody)
      if (leaving.find(instructions).length > 0)
        throw new ExpectedError(
          'refused',
          'The instructions hold something that may identify somebody. Put a code or a role in its place, or say that it names nobody. Nothing left.',
          [{ path: 'instructions', message: 'Something here may identify somebody' }],
        )
      for (const format of new Set(formats)) {
        const { bytes, document, mapping } = await makeTemplate(db, caseId, template, leaving, format)
        const file = {
          ...{ name: `chronology-template-${index + 1}.${format}`, format, bytes, sha256: sha256(bytes) },
          ...{ agencyId, agency: name, document, mapping },
        }
        made.push(...(await refuseAtGate([file], leaving, null)))
      }
    }
    const detail = await leaveOnRecord(context, {
      ...{ action: 'template.make', caseId, out, files: made },
      disclosures: agencies.map(({ agencyId }) =>
        toRecipient(session, agencyId, {
          ...{ id: env.newId(), caseId, kind: 'template', basis, profile: 'template for a chronology' },
          ...{ at: env.now(), records: [{ id: caseId, version: getCase(db, caseId).version }] },
          files: made.filter((file) => file.agencyId === agencyId),
        }),
      ),
      detail: {
        agencies: agencies.length,
        files: made.length,
        formats: [...new Set(formats)].join(', '),
        to: 'a folder outside the vault',
      },
    })
    return () => {
      for (const { agency: agencyName, document, mapping } of made)
        keepMapping(db, document, mapping, {
          ...{ id: env.newId(), agencyName },
          ...{ savedBy: session.user.id, savedAt: env.now() },
        })
      return {
        value: {
          files: made.map(({ name, format, sha256: hash, bytes, agencyId, agency }) => ({
            ...{ name, format, sha256: hash, bytes: bytes.length, agencyId, agency },
          })),
        },
        record: caseId,
        detail,
      }
    }
  },
}
