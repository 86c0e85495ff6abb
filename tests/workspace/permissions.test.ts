import { describe, expect, it } from 'vitest'
import { insertNotice } from '../../db/notices.ts'
import { listUsers } from '../../db/users.ts'
import { judgementTitles } from '../../domain/chronology/analysis.ts'
import { roles, type Role } from '../../domain/permissions/permissions.ts'
import { noPublication } from '../../domain/reports/publication.ts'
import { contract, type ActionName } from '../../workspace/contract.ts'
import { dispatchUnknown } from '../../workspace/dispatch.ts'
import type { Host } from '../../workspace/host.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'

/**
 * Who may do what, written down apart from the product's table: issue section 4 and requirements sections 0 and 7
 * (scenarios 2, 11, 16). One letter a role, in the order business manager, review author, panel member, chair, data
 * protection officer, statistics only, audit reader: a any case, t own team's cases, - never.
 */
const expected = {
  'vault.session': 'aaaaaaa',
  'vault.lock': 'aaaaaaa',
  'vault.verify': 'aa-aa-a',
  'vault.change-passphrase': 'aaaaaaa',
  'vault.add-user': 'a------',
  'vault.users': 'aaaaaaa',
  'case.add': 'aa-----',
  'case.add-from-files': 'aa-----',
  'case.list': 'attaa--',
  'case.show': 'attaa--',
  'case.team-add': 'a------',
  'sensitive.reveal': 'at--a--',
  'people-key.list': 'at--a--',
  'people-key.save': 'at-----',
  'contribution.add': 'at-----',
  'contribution.list': 'at-aa--',
  'contribution.show': 'at-aa--',
  'contribution.write-out': 'at-----',
  'chronology.import': 'at-----',
  'chronology.sources': 'attaa--',
  'chronology.list': 'attaa--',
  'chronology.choices': 'attaa--',
  'chronology.record-ids': 'attaa--',
  'chronology.density': 'attaa--',
  'chronology.entry': 'attaa--',
  'chronology.links': 'attaa--',
  'chronology.timeline': 'attaa--',
  'chronology.timeline-links': 'attaa--',
  'chronology.timeline-entries': 'attaa--',
  'chronology.timeline-export': 'at-----',
  'chronology.look': 'at-----',
  'chronology.preview': 'at-----',
  'chronology.forget-mapping': 'at-----',
  'chronology.restore-mapping': 'at-----',
  'chronology.source': 'attaa--',
  'chronology.history': 'attaa--',
  'comment.list': 'attaa--',
  'comment.open-thread': 'atta---',
  'comment.reply': 'atta---',
  'comment.edit': 'atta---',
  'comment.withdraw': 'atta---',
  'comment.resolve': 'atta---',
  'comment.history': 'attaa--',
  'mention.count': 'atta---',
  'mention.list': 'atta---',
  'mention.mark': 'atta---',
  'finding.list': 'attaa--',
  'finding.show': 'attaa--',
  'finding.history': 'attaa--',
  'finding.of-entry': 'attaa--',
  'finding.add': 'at-a---',
  'finding.save': 'at-a---',
  'finding.add-entries': 'at-a---',
  'finding.remove-entries': 'at-a---',
  'finding.note-entry': 'at-a---',
  'finding.move-entry': 'at-a---',
  'finding.restore': 'at-a---',
  'chronology.export-review': 'at-----',
  'chronology.export': 'at-----',
  'template.review': 'at-----',
  'template.make': 'at-----',
  'no-contact.show': 'attaa--',
  'no-contact.set-length': 'at-----',
  'no-contact.state': 'at-----',
  'no-contact.answer': 'at-----',
  'no-contact.withdraw': 'at-----',
  'no-contact.letter': 'at-----',
  'no-contact.send': 'at-----',
  'no-contact.sent': 'attaa--',
  'analysis.show': 'attaa--',
  'analysis.preview': 'at-a---',
  'analysis.save': 'at-a---',
  'analysis.undo': 'at-a---',
  'view.list': 'attaa--',
  'view.add': 'attaa--',
  'view.change': 'attaa--',
  'view.remove': 'attaa--',
  'view.set-first': 'attaa--',
  'wording.show': 'attaa--',
  'wording.save': 'at-a---',
  'glossary.list': 'attaa--',
  'glossary.unexplained': 'attaa--',
  'glossary.save': 'at-a---',
  'chronology.link-counts': 'attaa--',
  'chronology.proposals': 'attaa--',
  'chronology.rejected-links': 'attaa--',
  'chronology.events': 'attaa--',
  'chronology.conflicts': 'attaa--',
  'chronology.entry-links': 'attaa--',
  'chronology.pair': 'attaa--',
  'chronology.decide-links': 'at-a---',
  'chronology.settle-conflict': 'at-a---',
  'chronology.note-conflict': 'at-a---',
  'report.list': 'attaa--',
  'report.show': 'attaa--',
  'report.preview': 'attaa--',
  'report.history': 'attaa--',
  'report.suggest': 'at-----',
  'report.add': 'at-----',
  'report.save': 'at-----',
  'report.restore': 'at-----',
  'report.publication-save': 'a--a---',
  'report.due': 'attaa--',
  'pack.build': 'at-----',
  'pack.withheld': 'at-----',
  'pack.list': 'aa-aa--',
  'pack.show': 'aa-aa--',
  'pack.passages': 'at-----',
  'pack.review': 'at-----',
  'pack.searches': 'at-----',
  'pack.answer-searches': 'at-----',
  'pack.second-reading': 'at-----',
  'pack.ask-second-reading': 'at-----',
  'pack.read-second': 'at-----',
  'pack.settle-reading': 'at-----',
  'pack.sample': 'aa-aa--',
  'pack.open-sample': 'aa-aa--',
  'pack.approve': 'aa-aa--',
  'pack.release': 'aa-aa--',
  'disclosure.list': 'at-aa-a',
  'disclosure.show': 'at-aa-a',
  'disclosure.record': 'at--a--',
  'disclosure.receipt': 'at--a--',
  'disclosure.withdraw': 'at--a--',
  'disclosure.export': 'a---a--',
  'notice.list': 'at-aa-a',
  'notice.letter': 'at--a--',
  'notice.send': 'at--a--',
  'notice.settle': 'at--a--',
  'rectification.list': 'attaa--',
  'rectification.add': 'at--a--',
  'rectification.recipients': 'at--a--',
  'coroner.look': 'at-----',
  'coroner.build': 'at-----',
  'recipient.list': 'aa-aa--',
  'recipient.add': 'aa--a--',
  'recipient.save': 'aa--a--',
  'recipient.link-agency': 'at--a--',
  'history.import': 'a----a-',
  'statistics.show': 'a--aaa-',
  'statistics.publish': 'a----a-',
  'audit.list': 'a---a-a',
  'audit.verify': 'aa-aa-a',
  'draft.save': 'aaaaaaa',
  'draft.list': 'aaaaaaa',
  'draft.discard': 'aaaaaaa',
  'sample.load': 'aa-----',
} as const satisfies Partial<Record<ActionName, string>>

const nobody = { path: '/nowhere/at/all.json' }
const silence = { saidBy: 'Records lead', saidOn: '2024-01-01', means: 'call' }
const stretches = [{ from: '2022-01-01', to: '2022-02-01' }]
const words = { before: '', after: '' }
const basis = { purpose: 'p', lawfulBasis: 'l', power: 'p', necessity: 'n' }

/** Valid input for every action; where it leads nowhere, the answer is a failure other than `not-permitted`. */
const inputs = (ids: {
  caseId: string
  entryId: string
  contributionId: string
  packId: string
  disclosureId: string
  noticeId: string
}) =>
  ({
    'vault.session': {},
    'vault.verify': {},
    'vault.change-passphrase': { current: 'not it', next: 'too short' },
    'vault.add-user': { user: 'Somebody', role: 'chair', passphrase: 'too short' },
    'vault.users': {},
    'case.add': { case: null, roster: null },
    'case.add-from-files': { case: nobody, roster: nobody },
    'case.list': {},
    'case.show': ids,
    'case.team-add': { ...ids, userId: 'nobody' },
    'sensitive.reveal': { ...ids, adultId: 'nobody', category: 'religion', reason: 'A test' },
    'people-key.list': ids,
    'people-key.save': {
      ...ids,
      version: 7,
      entry: { id: 'p01', kind: 'person', name: 'N', pseudonym: 'Somebody else' },
    },
    'contribution.add': { ...ids, agencyId: 'a1', ...nobody },
    'contribution.list': ids,
    'contribution.show': ids,
    'contribution.write-out': { ...ids, page: 1, text: 'A page' },
    'chronology.import': { ...ids, agencyId: 'a1', ...nobody },
    'chronology.sources': ids,
    'chronology.list': ids,
    'chronology.choices': ids,
    'chronology.record-ids': ids,
    'chronology.density': ids,
    'chronology.entry': ids,
    'chronology.links': ids,
    'chronology.timeline': ids,
    'chronology.timeline-links': ids,
    'chronology.timeline-entries': { ...ids, entryIds: [] },
    'chronology.timeline-export': {
      ...ids,
      stretch: { from: 0, to: 1_440 },
      paper: 'a4',
      formats: ['svg'],
      out: '/dev/null/nowhere',
    },
    'chronology.look': { ...ids, agencyId: 'a1', ...nobody },
    'chronology.preview': { ...ids, agencyId: 'a1', ...nobody },
    'chronology.forget-mapping': { ...ids, agencyId: 'a1', mappingId: 'none' },
    'chronology.restore-mapping': { ...ids, agencyId: 'a1', mappingId: 'none' },
    'chronology.source': { ...ids, sourceId: 'none' },
    'chronology.history': ids,
    'comment.list': ids,
    'comment.open-thread': { ...ids, subject: { recordId: 'no such entry' }, text: 't' },
    'comment.reply': { ...ids, threadId: 'no such thread', text: 't' },
    'comment.edit': { ...ids, commentId: 'no such comment', version: 1, text: 't' },
    'comment.withdraw': { ...ids, commentId: 'no such comment', version: 1 },
    'comment.resolve': { ...ids, threadId: 'no such thread', version: 1 },
    'comment.history': { ...ids, commentId: 'no such comment' },
    'mention.count': {},
    'mention.list': {},
    'mention.mark': { ...ids, commentId: 'no such comment' },
    'finding.list': ids,
    'finding.show': { ...ids, findingId: 'no such finding' },
    'finding.history': { ...ids, findingId: 'no such finding' },
    'finding.of-entry': { ...ids, recordId: 'no such entry' },
    'finding.add': { ...ids, title: 't', recordIds: ['no such entry'] },
    'finding.save': { ...ids, findingId: 'no such finding', version: 1 },
    'finding.add-entries': { ...ids, findingId: 'no such finding', version: 1, recordIds: ['r'] },
    'finding.remove-entries': { ...ids, findingId: 'no such finding', version: 1, recordIds: ['r'] },
    'finding.note-entry': { ...ids, findingId: 'no such finding', version: 1, recordId: 'r', note: '' },
    'finding.move-entry': { ...ids, findingId: 'no such finding', version: 1, recordId: 'r', place: 0 },
    'finding.restore': { ...ids, findingId: 'no such finding', version: 1, to: 1 },
    'chronology.export-review': ids,
    'chronology.export': { ...ids, formats: ['docx'], search: 'zzzz', out: '/nowhere' },
    'template.review': ids,
    'template.make': { ...ids, agencyIds: ['nobody'], formats: ['xlsx'], out: '/nowhere' },
    'no-contact.show': ids,
    'no-contact.set-length': { ...ids, days: 60, version: 7 },
    'no-contact.state': { ...ids, ...silence, agencyId: 'nobody', from: '2022-01-01', to: '2022-02-01' },
    'no-contact.answer': { ...ids, ...silence, queryId: 'none', version: 1, kind: 'no-contact' },
    'no-contact.withdraw': { ...ids, statementId: 'none' },
    'no-contact.letter': { ...ids, agencyId: 'nobody', stretches },
    'no-contact.send': {
      ...ids,
      agencyId: 'nobody',
      stretches,
      replyBy: '2030-01-01',
      words,
      out: '/nowhere',
    },
    'no-contact.sent': { ...ids, letterId: 'none' },
    'analysis.show': { ...ids, recordId: 'none' },
    'analysis.preview': { ...ids, recordIds: ['none'], change: {} },
    'analysis.save': { ...ids, records: [{ recordId: 'none', version: 0 }], change: {} },
    'analysis.undo': { ...ids, changeId: 'none' },
    'view.list': ids,
    'view.add': { ...ids, name: 'Falls', settings: { filter: {}, columns: [], lines: 'three' } },
    'view.change': { ...ids, viewId: 'none', version: 1, shared: true },
    'view.remove': { ...ids, viewId: 'none', version: 1 },
    'view.set-first': { ...ids, viewId: null },
    'wording.show': ids,
    'wording.save': { ...ids, version: 7, wording: { columns: [], judgements: judgementTitles, kloes: {} } },
    'glossary.list': ids,
    'glossary.unexplained': ids,
    'glossary.save': {
      ...ids,
      terms: [
        {
          id: 'none',
          version: 7,
          abbreviation: 'ED',
          meaning: 'x',
          agencyId: null,
          state: 'explained' as const,
        },
      ],
    },
    'chronology.link-counts': ids,
    'chronology.proposals': ids,
    'chronology.rejected-links': ids,
    'chronology.events': ids,
    'chronology.conflicts': ids,
    'chronology.entry-links': ids,
    'chronology.pair': { ...ids, a: 'nothing', b: 'nothing' },
    'chronology.decide-links': {
      ...ids,
      pairs: [{ a: 'nothing', b: 'nothing', version: 0 }],
      decision: 'confirmed',
    },
    'chronology.settle-conflict': {
      ...{ ...ids, aspect: 'date', subject: 'the date', version: 0, outcome: 'neither', reason: 'A test' },
      accounts: ['nothing', 'nothing'],
    },
    'chronology.note-conflict': {
      ...{ ...ids, aspect: 'content' },
      positions: [
        { entryId: 'nothing', says: 'x' },
        { entryId: 'nothing', says: 'y' },
      ],
    },
    'report.list': ids,
    'report.show': { ...ids, reportId: 'no such report' },
    'report.preview': { ...ids, reportId: 'no such report' },
    'report.history': { ...ids, reportId: 'no such report' },
    'report.suggest': { ...ids, kind: 'overview' },
    'report.add': { ...ids, kind: 'learning-brief' },
    'report.save': {
      ...{ ...ids, reportId: 'no such report', version: 1 },
      state: { title: 'T', contact: '', adults: [], sections: [], recommendations: [] },
    },
    'report.restore': { ...ids, reportId: 'no such report', version: 1, to: 1 },
    'report.publication-save': {
      ...{ ...ids, reportId: 'no such report', version: 0, publication: noPublication },
    },
    'report.due': {},
    'pack.build': { ...ids, recipient: 'no such agency', profile: 'publication', formats: ['json'], basis },
    'pack.withheld': { ...ids, profile: 'publication' },
    'pack.list': {},
    'pack.show': ids,
    'pack.passages': ids,
    'pack.review': { ...ids, decisions: [{ candidate: 'no such candidate', decision: 'keep' }] },
    'pack.searches': ids,
    'pack.answer-searches': { ...ids, answers: [{ item: 'nothing', answer: 'not-found' }] },
    'pack.second-reading': ids,
    'pack.ask-second-reading': ids,
    'pack.read-second': { ...ids, question: 'nothing', decision: 'keep' },
    'pack.settle-reading': { ...ids, question: 'nothing', chosen: 'first', reason: 'r' },
    'pack.sample': ids,
    'pack.open-sample': { ...ids, items: ['nothing'] },
    'pack.approve': ids,
    'pack.release': { ...ids, out: '/nowhere' },
    'disclosure.list': {},
    'disclosure.show': ids,
    'disclosure.record': { ...ids, recipient: 'a5', on: '2999-01-01', means: 'telephone', what: 'x', basis },
    'disclosure.receipt': { ...ids, receivedOn: '2999-01-01', how: 'post', confirmedBy: 'x' },
    'disclosure.withdraw': { ...ids, why: 'x' },
    'disclosure.export': { formats: ['csv'], out: '/nowhere' },
    'notice.list': {},
    'notice.letter': ids,
    'notice.send': { ...ids, version: 9, out: '/nowhere' },
    'notice.settle': { ...ids, version: 9, state: 'acknowledged' },
    'rectification.list': ids,
    'rectification.add': {
      ...ids,
      ...{ kind: 'correction', field: 'event', stands: 'x', reason: 'x', evidence: 'x', askedBy: 'x' },
    },
    'rectification.recipients': ids,
    'coroner.look': { ...ids, contributions: [], chronology: true },
    'coroner.build': {
      ...{ ...ids, recipient: 'nobody', contributions: [], chronology: true, basis, formats: ['pdf'] },
      power: { kind: 'court-order', reference: 'r', dated: '2026-01-01' },
    },
    'recipient.list': {},
    'recipient.add': { kind: 'agency', name: 'N' },
    'recipient.save': { recipientId: 'nobody', version: 1, name: 'N' },
    'recipient.link-agency': { ...ids, agencyId: 'nobody', recipientId: null },
    'history.import': nobody,
    'statistics.show': {},
    'statistics.publish': { year: '1999-00', rule: 'sac', formats: ['csv'], out: '/nowhere' },
    'audit.list': {},
    'audit.verify': {},
    'draft.save': { key: 'k', text: 't' },
    'draft.list': {},
    'draft.discard': { key: 'k' },
    'vault.lock': {},
    'sample.load': {},
  }) satisfies Record<keyof typeof expected, unknown>

const actions = Object.keys(expected) as (keyof typeof expected)[]

const isRefused = async (host: Host, name: string, input: unknown): Promise<boolean> => {
  const result = await dispatchUnknown(host, name, input)
  return !result.ok && result.error.code === 'not-permitted'
}

const prepare = async () => {
  const first = await aWorkspace()
  const { caseId } = await first.act('sample.load', {})
  const list = await first.act('chronology.list', { caseId, limit: 1 })
  const contributions = await first.act('contribution.list', { caseId })
  const pack = await first.act('pack.build', {
    caseId,
    recipient: 'a5',
    profile: 'publication',
    formats: ['json'],
    basis,
  })
  const { disclosureId } = await first.act('disclosure.record', {
    ...{ caseId, recipient: 'a5', on: '2026-01-05', means: 'telephone', what: 'The next date', basis },
  })
  const { db } = first.host.session!.vault
  insertNotice(db, {
    ...{ id: 'n1', caseId, recipient: 'a5', cause: 'withdrawn', rectificationId: null, due: '2026-12-01' },
    ...{ raisedBy: listUsers(db)[0]!.id, raisedAt: '2026-11-24T09:00:00.000Z', disclosures: [disclosureId] },
  })
  const ids = {
    caseId,
    entryId: list.entries[0]?.id ?? '',
    contributionId: contributions[0]?.id ?? '',
    packId: pack.packId,
    disclosureId,
    noticeId: 'n1',
  }
  return { first, ids }
}

describe('permissions', () => {
  it('covers every action that needs a vault', () => {
    const needing = Object.entries(contract).filter(([, action]) => action.permission !== 'public')
    expect(new Set(needing.map(([name]) => name))).toEqual(new Set(actions))
  })

  it.each(roles.map((role, column) => [role, column] as const))(
    'lets a %s do exactly what the table says, on the team and off it',
    async (role: Role, column) => {
      const { first, ids } = await prepare()
      await addUser(first, 'Off Team', role)
      const second = await addUser(first, 'On Team', role).catch(() => null)
      if (second !== null) await first.act('case.team-add', { caseId: ids.caseId, userId: second })
      const offTeam = await reopenedAs(first, 'Off Team', passphraseOf(role))
      for (const onTeam of [false, true]) {
        const workspace: Workspace = onTeam
          ? await reopenedAs(offTeam, 'On Team', passphraseOf(role))
          : offTeam
        const given = inputs(ids)
        for (const name of actions) {
          if (name === 'vault.lock' || name === 'sample.load') continue
          const reach = expected[name][column]
          const touchesCase = contract[name].caseFrom !== 'none'
          const allowed = reach === 'a' || (reach === 't' && (onTeam || !touchesCase))
          expect([name, await isRefused(workspace.host, name, given[name])]).toEqual([name, !allowed])
        }
      }
    },
  )

  it('writes a refusal to the audit', async () => {
    const { first, ids } = await prepare()
    await addUser(first, 'Pat Member', 'panel-member')
    const panel = await reopenedAs(first, 'Pat Member', passphraseOf('panel-member'))
    expect(await isRefused(panel.host, 'people-key.list', { caseId: ids.caseId })).toBe(true)
    const manager = await reopenedAs(panel, 'Robin Vale', 'gravel thimble orbit lantern')
    const { rows } = await manager.act('audit.list', {})
    const refused = rows.find((row) => row.action === 'people-key.list' && row.user === 'Pat Member')
    expect(refused?.detail).toEqual({ refused: true })
  })

  it('asks for an open vault first', async () => {
    const { host, act } = await aWorkspace()
    await act('vault.lock', {})
    for (const name of actions) {
      const result = await dispatchUnknown(
        host,
        name,
        inputs({
          caseId: 'c',
          entryId: 'e',
          contributionId: 'b',
          packId: 'p',
          disclosureId: 'd',
          noticeId: 'n',
        })[name],
      )
      expect([name, result.ok || result.error.code]).toEqual([name, 'locked'])
    }
  })
})
