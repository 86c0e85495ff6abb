import { writeDay } from '../dates/calendar.ts'
import type { PackDocument } from './pack-document.ts'

/** One line of the log as it leaves: no name of a person, records by reference and version. Texts may be empty. */
export type LoggedDisclosure = {
  readonly reference: string
  /** YYYY-MM-DD. */
  readonly on: string
  readonly review: string
  readonly recipient: string
  readonly sentTo: string
  readonly kind: string
  readonly profile: string
  readonly choices: string
  readonly purpose: string
  readonly lawfulBasis: string
  readonly power: string
  readonly necessity: string
  readonly approvedBy: string
  readonly releasedBy: string
  readonly method: string
  readonly receipt: string
  readonly state: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly records: readonly { readonly reference: string; readonly version: number }[]
}

/** The disclosure log as a document (requirements section 4, "Sharing log"), oldest first, each with its files and records. */
export const disclosureLogDocument = (
  logged: readonly LoggedDisclosure[],
  heading: { readonly board: string; readonly timestamp: string },
): PackDocument => ({
  title: 'Disclosure log',
  subtitle: `${heading.board}. ${writeDay(heading.timestamp.slice(0, 10))}`,
  marking: 'Official – sensitive. Says to whom records were disclosed.',
  language: 'en-GB',
  timestamp: heading.timestamp,
  blocks: [
    {
      type: 'table',
      caption: 'Disclosures',
      columns: [
        ...['Reference', 'Date', 'Review'].map((title) => ({ heading: title, weight: 2 })),
        ...['Recipient', 'Sent to', 'What', 'Purpose', 'Lawful basis', 'Legal power', 'Necessity'].map(
          (title) => ({ heading: title, weight: 3 }),
        ),
        ...['Approved by', 'Released by', 'Method', 'Receipt', 'State'].map((title) => ({
          heading: title,
          weight: 2,
        })),
      ],
      rows: logged.map((one) => [
        ...[one.reference, writeDay(one.on), one.review, one.recipient, one.sentTo],
        [one.kind, one.profile, one.choices].filter((text) => text !== '').join('. '),
        ...[one.purpose, one.lawfulBasis, one.power, one.necessity],
        ...[one.approvedBy, one.releasedBy, one.method, one.receipt, one.state],
      ]),
    },
    {
      type: 'table',
      caption: 'Files',
      columns: [
        { heading: 'Disclosure', weight: 3 },
        { heading: 'File', weight: 2 },
        { heading: 'SHA-256', weight: 6 },
      ],
      rows: logged.flatMap(({ reference, files }) =>
        files.map(({ name, sha256 }) => [reference, name, sha256]),
      ),
    },
    {
      type: 'table',
      caption: 'Records',
      columns: [
        { heading: 'Disclosure', weight: 4 },
        { heading: 'Record', weight: 4 },
        { heading: 'Version', weight: 1 },
      ],
      rows: logged.flatMap(({ reference, records }) =>
        records.map((record) => [reference, record.reference, String(record.version)]),
      ),
    },
  ],
})
