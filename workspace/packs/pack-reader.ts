import type { PackChoices } from '../../domain/packs/choices.ts'
import { notToBeTold } from '../../domain/packs/do-not-disclose.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import type { PackReader } from '../../domain/packs/project-pack.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Recipient } from './recipient.ts'

type Addressed = {
  /** Null where none is chosen yet. */
  readonly recipient: Recipient | null
  readonly profile: ProfileId
  readonly choices: PackChoices
}

/**
 * Who reads a pack: what they must not be told, and whether a text is about them. Texts are looked through with the case's
 * whole key, as for the public, and a name in doubt counts as named. `blocked` is whether the reader is a person who must not be
 * told something of the case.
 */
export const packReader = (
  roster: Roster,
  { recipient, profile, choices }: Addressed,
): PackReader & { readonly blocked: boolean } => {
  const { person } = choices
  const { entries, blocked } = notToBeTold(roster, { agencyId: recipient?.agencyId ?? null, person })
  const prepared = prepareRoster(roster)
  const named = (text: string): ReadonlySet<string> => {
    const { spans, candidates } = redact(text, prepared, { audience: 'public' })
    return new Set([
      ...spans.flatMap(({ entity }) => entity ?? []),
      ...candidates.flatMap(({ entities }) => entities ?? []),
    ])
  }
  const subject = profiles[profile].person === 'about' ? person : null
  return {
    blocked,
    agencyId: recipient?.agencyId ?? null,
    mustNotRead:
      entries.size === 0 ? () => false : (text) => [...named(text)].some((entity) => entries.has(entity)),
    concerns: subject === null ? () => true : (text) => named(text).has(subject),
  }
}

export const refuseBlocked = ({ blocked }: { readonly blocked: boolean }): void => {
  if (blocked)
    throw new ExpectedError(
      'refused',
      'This person is on a “do not disclose to” list of the people key. No pack of this case can be made for them.',
      [{ path: 'choices.person', message: 'This person is on a “do not disclose to” list.' }],
    )
}
