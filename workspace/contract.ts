import type { z } from 'zod'
import type { Action } from './contract/action.ts'
import { analysisContract } from './contract/analysis.ts'
import { casesContract } from './contract/cases.ts'
import { chronologyContract } from './contract/chronology.ts'
import { importContract } from './contract/import.ts'
import { commentsContract } from './contract/comments.ts'
import { chronologyExportContract } from './contract/chronology-export.ts'
import { findingsContract } from './contract/findings.ts'
import { noContactContract } from './contract/no-contact.ts'
import { glossaryContract } from './contract/glossary.ts'
import { intruderSearchesContract } from './contract/intruder-searches.ts'
import { secondReadingContract } from './contract/second-reading.ts'
import { packReviewContract } from './contract/pack-review.ts'
import { disclosuresContract } from './contract/disclosures.ts'
import { coronerContract } from './contract/coroner.ts'
import { packsContract } from './contract/packs.ts'
import { recipientsContract } from './contract/recipients.ts'
import { rectificationsContract } from './contract/rectifications.ts'
import { recordsContract } from './contract/records.ts'
import { reportsContract } from './contract/reports.ts'
import { sameEventsContract } from './contract/same-events.ts'
import { savedViewsContract } from './contract/saved-views.ts'
import { statisticsContract } from './contract/statistics.ts'
import { templateContract } from './contract/template.ts'
import { timelineContract } from './contract/timeline.ts'
import { sealContract } from './contract/seal.ts'
import { toolsContract } from './contract/tools.ts'
import { vaultContract } from './contract/vault.ts'
import { wordingContract } from './contract/wording.ts'

/** Every action, by subject: what it takes, answers and needs. */
export const contract = {
  ...vaultContract,
  ...casesContract,
  ...chronologyContract,
  ...chronologyExportContract,
  ...templateContract,
  ...timelineContract,
  ...savedViewsContract,
  ...importContract,
  ...commentsContract,
  ...findingsContract,
  ...noContactContract,
  ...analysisContract,
  ...sameEventsContract,
  ...wordingContract,
  ...glossaryContract,
  ...packsContract,
  ...packReviewContract,
  ...intruderSearchesContract,
  ...secondReadingContract,
  ...reportsContract,
  ...recipientsContract,
  ...coronerContract,
  ...disclosuresContract,
  ...rectificationsContract,
  ...statisticsContract,
  ...recordsContract,
  ...sealContract,
  ...toolsContract,
} as const satisfies Readonly<Record<string, Action>>

export type Contract = typeof contract
export type ActionName = keyof Contract
/** What a caller sends (before defaults). */
export type Input<Name extends ActionName> = z.input<Contract[Name]['input']>
/** What a handler receives (validated, defaults filled in). */
export type ValidInput<Name extends ActionName> = z.output<Contract[Name]['input']>
export type Output<Name extends ActionName> = Exclude<Contract[Name]['output'], undefined>

/** Called with progress of long work: what, done, and total where known. */
export type Progress = { readonly what: string; readonly done: number; readonly total: number | null }
