import { identifierMakers, pick, type Make } from './identifiers.ts'
import type { IdentifierKind } from '../../../../domain/redaction/redaction.ts'
import { thirdStreets, thirdTowns } from './third-names.ts'

/** Other sentences around the values of the first measure, and a few other ways to write them. "@" is the value. */
const otherFrames: Readonly<Partial<Record<IdentifierKind, readonly string[]>>> = {
  NHS_NUMBER: [
    'NHS No: @ | DNACPR: Y',
    'Pt ID (NHS) @ checked x2.',
    'Wrong pt record opened, @, closed again.',
    'nhs @ - allergy status unknown',
  ],
  CHI_NUMBER: ['CHI: @, transferred in from a Scottish practice.', 'chi no @'],
  NI_NUMBER: ['NI No. @ (from DWP letter).', 'UC claim, NINO: @', 'nino @ given over phone'],
  POSTCODE: ['Last known p/code @.', 'Incident location: @', 'Bus stop near @, CCTV requested.'],
  PHONE: ['mob @', 'Call back no. @', 'Txt sent to @.', 'NOK tel @ (works nights)', 'Tried @ x3, rings out.'],
  EMAIL: ['E: @', 'fwd to @ pls', 'Sent by secure mail to @ at 16.02.'],
  VEHICLE: [
    'VRM @ seen leaving.',
    'Blue Corsa, index @, no insurance.',
    'mobility scooter and car (@) on drive',
  ],
  CRIME_NUMBER: ['CRN: @', 'crime ref no. @ given to caller', 'Linked to OIC enquiry @.'],
  COLLAR_NUMBER: ['PC @ on scene.', 'Log updated by PCSO @.', 'OIC: DC @', 'Sgt @ authorised.'],
  PASSPORT: ['UK passport no. @ seen for ID.', 'Passport: @'],
  DRIVING_LICENCE: ['DL no @ seen.', 'Driver number @ revoked on medical grounds.'],
  CARD: ['Debit card @ found in bin.', 'card no. @ used online'],
  UPRN: ['UPRN: @', 'Gazetteer, UPRN @'],
  URL: ['Fundraiser: @', 'see @ for the post'],
  IP_ADDRESS: ['IP @ resolved to a library.', 'login from @ at 02:11'],
  COORDINATES: ['AVL shows vehicle at @.', 'Helicopter directed to @.'],
  DATE_OF_BIRTH: ['D.O.B: @', 'dob @', 'Male, born @, no fixed abode.', 'DOB - @'],
  AGE: ['@ yo F', 'Pt is a @ year old lady.', 'lady aged @, usually independent'],
  ADDRESS: ['O/A @', 'HA: @', 'Delivered to @ by mistake.', `Moved to @, ${thirdTowns[1] ?? ''}.`],
}

const streetMaker = (make: Make): Make =>
  make.kind === 'ADDRESS'
    ? {
        ...make,
        make: (r) =>
          `${pick(r, ['', '', 'Flat 7, ', 'Room 4, '])}${2 + Math.floor(r() * 197)}${pick(r, ['', '', 'b'])} ${pick(r, thirdStreets)}`,
      }
    : make

/** What the other frames leave as it was: numbers whose label says what they are. */
const kept = new Set<IdentifierKind>(['PROFESSIONAL_ID', 'CASE_NUMBER', 'BANK_ACCOUNT'])

export const thirdIdentifiers: readonly Make[] = identifierMakers.flatMap((make) => {
  const frames = otherFrames[make.kind]
  if (frames === undefined) return kept.has(make.kind) ? [make] : []
  return [{ ...streetMaker(make), frames }]
})
