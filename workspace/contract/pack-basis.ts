import type { ProfileId } from '../../domain/packs/profile.ts'
import { defaultPackBasis } from './packs.ts'

type Basis = Readonly<Record<keyof typeof defaultPackBasis, string>>

/** The usual ground for each kind of pack, for its builder to check (requirements sections 1, 4 and 5). */
const grounds: Readonly<Record<ProfileId, Partial<Basis>>> = {
  'partner-agency': {},
  panel: {
    purpose: 'To carry out a safeguarding adult review: for the panel that reads and weighs the accounts.',
    necessity: 'The panel needs the combined account to analyse it. Names and identifiers are replaced.',
  },
  family: {
    purpose: 'To involve the family in a safeguarding adult review and to check facts with them.',
    power: 'Care Act 2014 section 44; statutory guidance, chapter 14',
    necessity: 'The family needs the account of what happened. Whatever is not theirs to know is withheld.',
  },
  coroner: {
    purpose: 'To disclose to a coroner or court what it has required.',
    power: '',
    necessity: '',
  },
  publication: {
    purpose: 'To publish what a safeguarding adult review has found.',
    power: 'Care Act 2014 section 44 and Schedule 2',
    necessity: 'The public learns what happened by month and role; nobody is named.',
  },
  research: {
    purpose: 'Research and statistics about abuse and neglect.',
    lawfulBasis:
      'UK GDPR Article 6(1)(e) and Article 9(2)(j); Data Protection Act 2018 Schedule 1 paragraph 4',
    power: 'Care Act 2014 section 43',
    necessity: 'Researchers need what happened and in which order, not who, when or where.',
  },
  dsar: {
    purpose: 'To answer a request for access to personal data.',
    lawfulBasis: 'UK GDPR Article 6(1)(c) and Article 15',
    power: 'UK GDPR Article 15; Data Protection Act 2018 Schedule 2',
    necessity:
      'The person receives their own data. What would tell about others is withheld by its exemption.',
  },
}

export const basisFor = (profile: ProfileId): Basis => ({ ...defaultPackBasis, ...grounds[profile] })
