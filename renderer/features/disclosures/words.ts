import { profiles, type ProfileId } from '../../../domain/packs/profile.ts'
import { disclosureKindTitles } from '../../../domain/packs/disclosure-words.ts'
import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'

const isProfile = (id: string): id is ProfileId => Object.hasOwn(profiles, id)

/** "Pack, partner agency": what left. */
export const whatLeft = ({ kind, profile }: Pick<DisclosureView, 'kind' | 'profile'>): string =>
  isProfile(profile)
    ? `${disclosureKindTitles[kind]}, ${profiles[profile].title.toLowerCase()}`
    : disclosureKindTitles[kind]

/** A person's name stands only where names are shown. */
export const recipientOf = (
  { recipient, isNamed }: Pick<DisclosureView, 'recipient' | 'isNamed'>,
  pseudonyms: boolean,
): string => (isNamed && pseudonyms ? 'A person of this review' : recipient)
