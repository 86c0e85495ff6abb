import { describe, expect, it } from 'vitest'
import { addresseeOf, findRecipient } from '../../workspace/packs/recipient.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'

const dbOf = ({ host }: Workspace) => host.session!.vault.db

const withSample = async () => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('sample.load', {})
  const add = async (name: string, address = ''): Promise<string> =>
    (await workspace.act('recipient.add', { kind: 'agency', name, address })).recipientId
  return { workspace, caseId, add, act: workspace.act }
}

describe('the register of recipients', () => {
  it('lists the agencies it does not know, proposes one of the same name, and links it when told', async () => {
    const { caseId, add, act } = await withSample()
    const id = await add('wharfstone homes', '1 Canal Street\nCalderwick')
    const before = await act('recipient.list', {})
    expect(before.unlinked).toHaveLength(6)
    const housing = before.unlinked.find(({ agencyId }) => agencyId === 'a5')
    expect(housing?.proposal).toBe(id)
    await act('recipient.link-agency', { caseId, agencyId: 'a5', recipientId: id })
    const after = await act('recipient.list', {})
    expect(after.unlinked).toHaveLength(5)
    expect(after.recipients[0]?.agencies.map(({ agencyId }) => agencyId)).toEqual(['a5'])
    await act('recipient.link-agency', { caseId, agencyId: 'a5', recipientId: null })
    expect((await act('recipient.list', {})).unlinked).toHaveLength(6)
  })

  it('sends what is for an agency to whoever stands in its place on the day', async () => {
    const { workspace, caseId, add, act } = await withSample()
    const old = await add('Wharfstone Homes', '1 Canal Street')
    const successor = await add('Calder Valley Housing', '9 Mill Road')
    await act('recipient.link-agency', { caseId, agencyId: 'a5', recipientId: old })
    await act('recipient.save', {
      ...{ recipientId: old, version: 1, name: 'Wharfstone Homes', address: '1 Canal Street' },
      successor: { id: successor, on: '2026-04-01' },
    })
    const db = dbOf(workspace)
    expect(addresseeOf(db, caseId, 'a5', '2026-03-31')).toMatchObject({
      name: 'Wharfstone Homes',
      address: '1 Canal Street',
      insteadOf: [],
    })
    expect(addresseeOf(db, caseId, 'a5', '2026-04-01')).toMatchObject({
      name: 'Calder Valley Housing',
      address: '9 Mill Road',
      insteadOf: ['Wharfstone Homes'],
    })
    // What must not be told to an agency must not be told to the body that took its place.
    expect(findRecipient(db, caseId, successor).agencyId).toBe('a5')
    expect(findRecipient(db, caseId, 'a5')).toEqual({
      id: 'a5',
      name: 'Wharfstone Homes',
      kind: 'agency',
      agencyId: 'a5',
    })
    expect(() => findRecipient(db, caseId, 'nobody')).toThrow('no such agency')
  })

  it('refuses rings, a person as a successor, a name twice, a stale change', async () => {
    const { caseId, add, act } = await withSample()
    const [first, second] = [await add('First'), await add('Second')]
    const save = (recipientId: string, name: string, successorId: string, version = 1) =>
      act('recipient.save', { recipientId, version, name, successor: { id: successorId, on: '2026-01-01' } })
    await save(first, 'First', second)
    await expect(save(second, 'Second', first)).rejects.toThrow('invalid')
    await expect(save(second, 'Second', second)).rejects.toThrow('invalid')
    const { recipientId: sister } = await act('recipient.add', { kind: 'family', name: 'A sister', caseId })
    await expect(save(second, 'Second', sister)).rejects.toThrow('invalid')
    await expect(add('SECOND')).rejects.toThrow('invalid')
    await expect(save(first, 'First', second, 1)).rejects.toThrow('conflict')
    await expect(act('recipient.add', { kind: 'family', name: 'Nobody’s' })).rejects.toThrow('invalid')
    await expect(act('recipient.add', { kind: 'court', name: 'A court', caseId })).rejects.toThrow('invalid')
  })

  it('shows a person only to those of the review, and by name only to those who may read its people key', async () => {
    const { workspace, caseId, act } = await withSample()
    await act('recipient.add', { kind: 'family', name: 'Joan Hargreave', address: '2 Elm Row', caseId })
    await addUser(workspace, 'An Author', 'review-author')
    const chairId = await addUser(workspace, 'A Chair', 'chair')
    await act('case.team-add', { caseId, userId: chairId })
    const chair = await reopenedAs(workspace, 'A Chair', passphraseOf('chair'))
    const [shown] = (await chair.act('recipient.list', {})).recipients
    expect(shown).toMatchObject({ name: 'Family member or friend', isNamed: false, address: '', email: '' })
    const author = await reopenedAs(chair, 'An Author', passphraseOf('review-author'))
    const register = await author.act('recipient.list', {})
    expect(register).toEqual({ recipients: [], unlinked: [] })
    await expect(author.act('recipient.add', { kind: 'family', name: 'Another', caseId })).rejects.toThrow(
      'not-permitted',
    )
  })
})
