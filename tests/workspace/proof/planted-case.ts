import { writeDocument } from '../../../documents/write/write-document.ts'
import type { PackDocument, PackFormat } from '../../../domain/packs/pack-document.ts'
import { rosterSchema } from '../../../domain/people/roster.ts'
import { prepareRoster } from '../../../domain/redaction/prepare-roster.ts'

/** One person and her home, in nobody's real key. */
export const roster = rosterSchema.parse({
  entries: [
    {
      ...{ id: 'p1', kind: 'person', name: 'Perpetua Quillgarth', pseudonym: 'Adult A' },
      ...{ aliases: ['Peppy Quillgarth'], date_of_birth: '1948-03-14' },
      identifiers: [
        { type: 'NHS number', value: '943 476 5919' },
        { type: 'email', value: 'pep.quill@example.org' },
      ],
      addresses: ['l1'],
    },
    { id: 'l1', kind: 'place', name: '17 Thornwick Lane, Wexcombe, WX4 7QT', pseudonym: 'Home 1' },
  ],
})

export const gateKey = { roster, prepared: prepareRoster(roster), decisions: [] }

/** A pack in which nothing is planted. */
export const cleanDocument: PackDocument = {
  title: 'Adult A: safeguarding adult review',
  subtitle: 'Partner agency pack for Council',
  marking: 'Official – sensitive. Pseudonymised, and still personal data.',
  language: 'en-GB',
  timestamp: '2026-01-02T03:04:05.000Z',
  blocks: [
    { type: 'heading', level: 1, text: 'Combined chronology' },
    { type: 'paragraph', text: 'Two entries in date order.' },
    {
      type: 'table',
      caption: 'Entries',
      columns: [
        { heading: 'Entry', weight: 1 },
        { heading: 'Event', weight: 4 },
      ],
      rows: [
        ['E1', 'Adult A was seen at Home 1.'],
        ['E2', 'The nurse rang the office.'],
      ],
    },
  ],
}

const written = new Map<PackFormat, Promise<Uint8Array>>()

/** The clean pack as the product writes it. */
export const cleanFile = (format: PackFormat): Promise<Uint8Array> => {
  const known = written.get(format) ?? writeDocument(cleanDocument, format)
  written.set(format, known)
  return known
}
