import { analysisActions } from './actions/analysis.ts'
import { auditActions } from './actions/audit.ts'
import { caseActions } from './actions/cases.ts'
import { chronologyActions } from './actions/chronology.ts'
import { chronologyExportActions } from './actions/chronology-export.ts'
import { commentActions } from './actions/comments.ts'
import { contributionActions } from './actions/contributions.ts'
import { disclosureActions } from './actions/disclosures.ts'
import { coronerActions } from './actions/coroner.ts'
import { draftActions } from './actions/drafts.ts'
import { importActions } from './actions/import.ts'
import { findingActions } from './actions/findings.ts'
import { mentionActions } from './actions/mentions.ts'
import { noContactActions } from './actions/no-contact.ts'
import { glossaryActions } from './actions/glossary.ts'
import { intruderSearchActions } from './actions/intruder-searches.ts'
import { secondReadingActions } from './actions/second-reading.ts'
import { packApprovalActions } from './actions/pack-approval.ts'
import { packReviewActions } from './actions/pack-review.ts'
import { noticeActions } from './actions/notices.ts'
import { packActions } from './actions/packs.ts'
import { peopleKeyActions } from './actions/people-key.ts'
import { recipientActions } from './actions/recipients.ts'
import { rectificationActions } from './actions/rectifications.ts'
import { releaseActions } from './actions/release.ts'
import { reportActions } from './actions/reports.ts'
import { sameEventActions } from './actions/same-events.ts'
import { sampleActions } from './actions/sample.ts'
import { savedViewActions } from './actions/saved-views.ts'
import { sensitiveActions } from './actions/sensitive.ts'
import { statisticsActions } from './actions/statistics.ts'
import { templateActions } from './actions/template.ts'
import { timelineActions } from './actions/timeline.ts'
import { sealActions } from './actions/seal.ts'
import { toolActions } from './actions/tools.ts'
import { vaultActions } from './actions/vault.ts'
import { wordingActions } from './actions/wording.ts'
import type { Handlers } from './host.ts'

/** Every action of the contract and what answers it; one missing fails the build. */
export const handlers: Handlers = {
  ...vaultActions,
  ...caseActions,
  ...sensitiveActions,
  ...peopleKeyActions,
  ...contributionActions,
  ...chronologyActions,
  ...chronologyExportActions,
  ...templateActions,
  ...timelineActions,
  ...savedViewActions,
  ...importActions,
  ...commentActions,
  ...mentionActions,
  ...findingActions,
  ...noContactActions,
  ...analysisActions,
  ...sameEventActions,
  ...wordingActions,
  ...glossaryActions,
  ...packActions,
  ...packReviewActions,
  ...packApprovalActions,
  ...intruderSearchActions,
  ...secondReadingActions,
  ...reportActions,
  ...recipientActions,
  ...releaseActions,
  ...coronerActions,
  ...disclosureActions,
  ...noticeActions,
  ...rectificationActions,
  ...statisticsActions,
  ...auditActions,
  ...draftActions,
  ...sealActions,
  ...toolActions,
  ...sampleActions,
}
