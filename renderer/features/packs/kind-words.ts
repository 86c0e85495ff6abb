import type { IdentifierKind, RedactionSpan } from '../../../domain/redaction/redaction.ts'

export const kindWords: Readonly<Record<IdentifierKind, string>> = {
  PERSON: 'person',
  PLACE: 'place',
  ORGANISATION: 'organisation',
  ADDRESS: 'address',
  POSTCODE: 'postcode',
  PHONE: 'telephone number',
  EMAIL: 'email address',
  NHS_NUMBER: 'NHS number',
  CHI_NUMBER: 'CHI number',
  NI_NUMBER: 'National Insurance number',
  VEHICLE: 'vehicle registration',
  CRIME_NUMBER: 'crime number',
  COLLAR_NUMBER: 'collar number',
  PROFESSIONAL_ID: 'professional registration',
  CASE_NUMBER: 'case number',
  PASSPORT: 'passport number',
  DRIVING_LICENCE: 'driving licence number',
  BANK_ACCOUNT: 'bank account',
  CARD: 'card number',
  URL: 'web address',
  IP_ADDRESS: 'network address',
  UPRN: 'property reference',
  COORDINATES: 'coordinates',
  DATE_OF_BIRTH: 'date of birth',
  DATE: 'date',
  AGE: 'age',
}

export const sourceWords: Readonly<Record<RedactionSpan['source'], string>> = {
  roster: 'in the people key',
  pattern: 'has the shape of one',
  'name-model': 'looks like a name',
  decision: 'decided in review',
}

export const reasonOf = (span: RedactionSpan): string =>
  `${kindWords[span.kind]}: ${sourceWords[span.source]}`
