import { describe, expect, it } from 'vitest'
import { profileIds, profiles } from '../../domain/packs/profile.ts'
import { aFolder } from '../db/builders.ts'
import { aWorkspace } from './builders.ts'
import { addSmallCase, basis, unknownName, writeSmallFiles } from './small-case.ts'

const aCase = async () => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  const order = { caseId, recipient: 'a2', formats: ['csv', 'json'] as const, basis }
  return { ...workspace, caseId, order: { ...order, formats: [...order.formats] } }
}

/** A pack built and everything asked in it decided. */
const decided = async ({ act, order }: Awaited<ReturnType<typeof aCase>>, more: object) => {
  const built = await act('pack.build', { ...order, ...more } as never)
  const open = built.candidates.filter(({ decision }) => decision === null)
  const report =
    open.length === 0
      ? built
      : await act('pack.review', {
          packId: built.packId,
          decisions: open.map(({ id }) => ({
            candidate: id,
            decision: 'replace' as const,
            replacement: 'a neighbour',
          })),
        })
  const view = await act('pack.show', { packId: built.packId })
  return { report, view, text: JSON.stringify(view.document) }
}

describe('packs by profile, through the door and the gate', () => {
  it.each(profileIds.filter((id) => profiles[id].redacted))(
    '%s passes the gate and names nobody it must not',
    async (profile) => {
      const workspace = await aCase()
      const choices = {
        ...(profiles[profile].person === 'none' ? {} : { person: 'p02' }),
        ...(profiles[profile].dates[0] === 'relative' ? { dayZero: '2023-06-12' } : {}),
      }
      const { report, view, text } = await decided(workspace, { profile, choices })
      expect(report).toMatchObject({ state: 'ready', leaks: [] })
      expect(text).not.toContain(unknownName)
      expect(text).not.toMatch(/Marjorie|01632/)
      expect(text.includes('Toby Quillfeather')).toBe(profile === 'dsar')
      expect(view.choices).toMatchObject(choices)
      if (profile === 'dsar') expect(text).toContain('Sch 2 para 16')
    },
  )

  it('two publication packs of one case bear other codes and no working pseudonym', async () => {
    const workspace = await aCase()
    const codes: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const { text } = await decided(workspace, { profile: 'publication' })
      expect(text).not.toMatch(/Adult B\b|Son 1/)
      codes.push(/Son [A-Z]/.exec(text)?.[0] ?? '')
    }
    expect(codes).not.toContain('')
    expect(new Set(codes).size).toBeGreaterThan(1)
  })

  it('refuses what a profile does not allow, and what goes to a coroner as a pack', async () => {
    const { act, order } = await aCase()
    const refused = async (more: object, words: RegExp): Promise<void> =>
      expect(act('pack.build', { ...order, profile: 'publication', ...more })).rejects.toThrow(words)
    await refused({ choices: { dates: 'exact' } }, /^invalid: /)
    await refused({ choices: { professionals: 'name' } }, /^invalid: /)
    await refused({ choices: { sensitive: [{ flag: 'health', basis: 'b' }] } }, /^invalid: /)
    await refused({ choices: { dates: 'relative' } }, /^invalid: /)
    await refused({ profile: 'family' }, /^invalid: /)
    await refused({ profile: 'coroner' }, /^refused: /)
  })

  it('builds nothing for a person on a “do not disclose to” list, and says so beforehand', async () => {
    const { act, order, caseId } = await aCase()
    const entry = {
      ...{ id: 'pl1', kind: 'place', name: '27 Larkfield Rise', pseudonym: 'Address withheld' },
      do_not_disclose: [{ what: 'address', entry: 'pl1', not_to: ['p02'], reason: 'Safe address' }],
    } as const
    await act('people-key.save', { caseId, version: 0, entry } as never)
    const asked = { caseId, profile: 'family' as const, choices: { person: 'p02' } }
    expect(await act('pack.withheld', asked)).toMatchObject({ blocked: true })
    await expect(act('pack.build', { ...order, ...asked })).rejects.toThrow(/^refused: /)
  })
})
