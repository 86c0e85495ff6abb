import type { ActionName } from '../../../workspace/contract.ts'
import type { AuditRow } from '../../../workspace/views.ts'

const words: Readonly<Partial<Record<ActionName | 'vault.first-user', string>>> = {
  'vault.create': 'Created the vault',
  'vault.first-user': 'Became its first user',
  'vault.open': 'Opened the vault',
  'vault.lock': 'Locked the vault',
  'vault.verify': 'Checked the vault',
  'vault.change-passphrase': 'Changed their passphrase',
  'vault.add-user': 'Added a user',
  'case.add': 'Added a case',
  'case.add-from-files': 'Added a case from files',
  'case.show': 'Opened a case',
  'case.team-add': 'Added somebody to a team',
  'sensitive.reveal': 'Revealed sensitive information',
  'people-key.list': 'Looked at the people key',
  'people-key.save': 'Changed the people key',
  'contribution.add': 'Added a report',
  'contribution.list': 'Listed the reports',
  'contribution.show': 'Read a report',
  'chronology.import': 'Imported a chronology',
  'chronology.sources': 'Listed the imported files',
  'chronology.list': 'Read the chronology',
  'chronology.record-ids': 'Selected entries of the chronology',
  'chronology.entry': 'Opened an entry',
  'chronology.forget-mapping': 'Forgot how a template is mapped',
  'chronology.restore-mapping': 'Took back forgetting a mapping',
  'chronology.source': 'Looked at an imported file',
  'chronology.history': 'Looked at the versions of an entry',
  'chronology.links': 'Looked for accounts of one event',
  'chronology.timeline': 'Looked at the timeline',
  'chronology.timeline-links': 'Looked at what joins accounts on the timeline',
  'chronology.timeline-entries': 'Read entries on the timeline',
  'comment.list': 'Read the comments',
  'comment.open-thread': 'Opened a thread of comments',
  'comment.reply': 'Replied to a comment',
  'comment.edit': 'Edited a comment',
  'comment.withdraw': 'Withdrew or put back a comment',
  'comment.resolve': 'Resolved or reopened a thread',
  'comment.history': 'Read the earlier wordings of a comment',
  'mention.list': 'Read what mentions them',
  'mention.mark': 'Marked a mention as read or unread',
  'finding.list': 'Listed the findings',
  'finding.show': 'Opened a finding',
  'finding.history': 'Read the history of a finding',
  'finding.of-entry': 'Looked for the findings of an entry',
  'finding.add': 'Added a finding',
  'finding.save': 'Changed a finding',
  'finding.add-entries': 'Added entries to a finding',
  'finding.remove-entries': 'Took entries out of a finding',
  'finding.note-entry': 'Said why an entry is evidence',
  'finding.move-entry': 'Moved an entry of a finding',
  'finding.restore': 'Put back an earlier version of a finding',
  'pack.build': 'Built a pack',
  'pack.show': 'Opened a pack',
  'pack.passages': 'Compared a pack with the originals',
  'pack.review': 'Decided a question of a pack',
  'pack.approve': 'Approved a pack',
  'pack.release': 'Released a pack',
  'history.import': 'Imported earlier years',
  'statistics.publish': 'Published statistics',
  'audit.list': 'Read the audit record',
  'audit.verify': 'Verified the audit record',
  'sample.load': 'Loaded the sample case',
}

const actionInWords = (action: string): string =>
  Object.hasOwn(words, action) ? (words[action as ActionName] ?? action) : action

/** What a row of the record says was done, or was tried and not done. */
export const happenedInWords = ({ action, detail }: AuditRow): string => {
  if (detail['refused'] === true) return `Was refused: ${actionInWords(action)}`
  if (detail['dryRun'] === true) return 'Looked over a chronology, nothing imported'
  return actionInWords(action)
}
