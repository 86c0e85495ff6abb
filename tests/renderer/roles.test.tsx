import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Role, roleTitles } from '../../domain/permissions/permissions.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from '../workspace/builders.ts'
import { expectAccessible, showApp } from './window.tsx'

const asRole = async (role: Role) => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('sample.load', {})
  const userId = await addUser(workspace, 'Asha Moor', role)
  await workspace.act('case.team-add', { caseId, userId })
  return showApp(await reopenedAs(workspace, 'Asha Moor', passphraseOf(role)))
}

/** Places and parts of a case that each role is offered: issue section 4, requirements section 0. */
const offered: readonly (readonly [Role, readonly string[], readonly string[]])[] = [
  [
    'review-author',
    ['Cases', 'Attention', 'Mentions', 'People and organisations', 'Disclosures', 'Settings'],
    ['Overview', 'Chronology', 'Contributions', 'People key', 'Analysis', 'Packs', 'Reports'],
  ],
  ['panel-member', ['Cases', 'Mentions', 'Settings'], ['Overview', 'Chronology', 'Analysis', 'Reports']],
  [
    'chair',
    ['Cases', 'Attention', 'Mentions', 'People and organisations', 'Disclosures', 'Statistics', 'Settings'],
    ['Overview', 'Chronology', 'Contributions', 'Analysis', 'Packs', 'Reports'],
  ],
  [
    'data-protection-officer',
    ['Cases', 'Attention', 'People and organisations', 'Disclosures', 'Statistics', 'Audit', 'Settings'],
    ['Overview', 'Chronology', 'Contributions', 'People key', 'Analysis', 'Packs', 'Reports'],
  ],
  ['statistics', ['Statistics', 'Settings'], []],
  ['audit-reader', ['Attention', 'Disclosures', 'Audit', 'Settings'], []],
]

const settled = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('heading', { name: 'This could not be shown' })).toBeNull()
    expect(document.querySelector('main .waiting')).toBeNull()
  })

describe('each role', () => {
  it.each(offered)('%s is offered what it may do, and nothing it is refused', async (role, places, parts) => {
    const shown = await asRole(role)
    const rail = await screen.findByRole('navigation', { name: 'Places' })
    const names = [...rail.querySelectorAll('.rail-label')].map((label) => label.textContent)
    expect(names.filter((name) => !/this list/.test(name))).toEqual(places)
    expect(screen.getByText(roleTitles[role])).toBeTruthy()
    for (const place of places) {
      await shown.user.click(within(rail).getByRole('button', { name: place }))
      await settled()
      await expectAccessible()
    }
    if (parts.length > 0) {
      await shown.user.click(within(rail).getByRole('button', { name: 'Cases' }))
      await shown.user.click(await screen.findByRole('button', { name: /^Adult A/ }))
      const tabs = await screen.findByRole('navigation', { name: 'Parts of Adult A' })
      expect(
        within(tabs)
          .getAllByRole('button')
          .map((tab) => tab.textContent),
      ).toEqual(parts)
      for (const part of parts) {
        await shown.user.click(within(tabs).getByRole('button', { name: part }))
        await settled()
        await expectAccessible()
      }
    }
    expect(shown.refused).toEqual([])
    expect(screen.queryByText('Not yours to open')).toBeNull()
  })
})
