import { writeDay } from '../dates/calendar.ts'
import type { PackBlock, PackDocument } from '../packs/pack-document.ts'
import { assertNever } from '../result.ts'
import { correctionLabels, type CorrectionKind } from './correction.ts'
import type { NoticeCause } from './notice.ts'

/** What the recipient was sent, as it can tell it from others. Days are `YYYY-MM-DD`. */
export type SentPack = {
  /** The reference in the manifest beside its files. */
  readonly reference: string
  readonly sentOn: string
  /** Where the record stands in that pack, such as "Entry E12"; empty where the notice is about the whole of it. */
  readonly place: string
}

export type NoticeFacts = {
  /** As it stands now: the successor, where there is one. */
  readonly addressee: { readonly name: string; readonly contactRole: string; readonly address: string }
  /** Those in whose place the addressee stands, the one that was sent the pack first. */
  readonly insteadOf: readonly string[]
  readonly board: string
  readonly caseReference: string
  readonly codeName: string
  readonly packs: readonly SentPack[]
  readonly why: string
  readonly replacement: { readonly reference: string; readonly sentOn: string } | null
  /** What was corrected, if the recipient was sent that part of the record; no name of a person stands in it. */
  readonly correction: {
    readonly kind: CorrectionKind
    readonly field: string
    readonly stands: string
  } | null
  readonly writtenOn: string
  readonly answerBy: string
  /** Fixed instant (ISO) for the formats that demand one. */
  readonly timestamp: string
}

const titles: Readonly<Record<NoticeCause, string>> = {
  withdrawn: 'Notice that a pack is withdrawn',
  corrected: 'Notice that a pack is replaced',
  rectified: 'Notice of rectification',
}

const begin = (cause: NoticeCause, { codeName, insteadOf }: NoticeFacts): string => {
  const to = insteadOf[0] === undefined ? 'you' : `${insteadOf[0]}, in whose place you stand,`
  switch (cause) {
    case 'withdrawn':
      return `We sent ${to} what is listed below for the review about ${codeName}. It is withdrawn and must not be relied on.`
    case 'corrected':
      return `We sent ${to} what is listed below for the review about ${codeName}. A corrected pack takes its place.`
    case 'rectified':
      return `We sent ${to} what is listed below for the review about ${codeName}. A record in it has been rectified. We tell every recipient of it, as Article 19 of the UK GDPR requires.`
    default:
      return assertNever(cause)
  }
}

const middle = (cause: NoticeCause, facts: NoticeFacts): readonly PackBlock[] => {
  const paragraph = (text: string): PackBlock => ({ type: 'paragraph', text })
  switch (cause) {
    case 'withdrawn':
      return [paragraph(`Why: ${facts.why}`)]
    case 'corrected':
      return [
        paragraph(`Why: ${facts.why}`),
        ...(facts.replacement
          ? [
              paragraph(
                `The corrected pack has the reference ${facts.replacement.reference} and was sent on ${writeDay(facts.replacement.sentOn)}.`,
              ),
            ]
          : []),
      ]
    case 'rectified':
      return facts.correction
        ? [
            { type: 'heading', level: 1, text: 'What was rectified' },
            paragraph(`Part of the record: ${facts.correction.field}`),
            paragraph(`${correctionLabels[facts.correction.kind]}${facts.correction.stands}`),
          ]
        : [
            paragraph(
              'The part that was rectified is not one you were sent in full. A pack built anew can be asked for.',
            ),
          ]
    default:
      return assertNever(cause)
  }
}

const requests = (cause: NoticeCause): readonly string[] =>
  cause === 'rectified'
    ? ['Put the rectification beside the record wherever you hold it.', 'Tell anyone you passed it on to.']
    : [
        'Stop using it, and delete every copy or send it back.',
        'Tell anyone you passed it on to, and ask the same of them.',
      ]

/** The letter that tells a recipient (UK GDPR Art 19; requirements section 4). Not for editing: it says what the log says. */
export const noticeLetter = (cause: NoticeCause, facts: NoticeFacts): PackDocument => {
  const { addressee, board, caseReference, packs, writtenOn, answerBy } = facts
  const hasPlaces = packs.some(({ place }) => place !== '')
  return {
    title: titles[cause],
    subtitle: `Case reference ${caseReference}. ${writeDay(writtenOn)}`,
    marking: 'Official – sensitive. Pseudonymised, and still personal data.',
    language: 'en-GB',
    timestamp: facts.timestamp,
    blocks: [
      {
        type: 'paragraph',
        text: [`To: ${addressee.name}`, addressee.contactRole, addressee.address]
          .filter((line) => line !== '')
          .join('\n'),
      },
      { type: 'paragraph', text: `From: ${board}` },
      { type: 'paragraph', text: begin(cause, facts) },
      {
        type: 'table',
        caption: 'What was sent',
        columns: [
          { heading: 'Sent on', weight: 2 },
          { heading: 'Disclosure reference', weight: 5 },
          ...(hasPlaces ? [{ heading: 'Where in it', weight: 2 }] : []),
        ],
        rows: packs.map(({ sentOn, reference, place }) => [
          writeDay(sentOn),
          reference,
          ...(hasPlaces ? [place] : []),
        ]),
      },
      ...middle(cause, facts),
      { type: 'heading', level: 1, text: 'What we ask of you' },
      {
        type: 'list',
        items: [...requests(cause), `Confirm to us by ${writeDay(answerBy)} that this is done.`],
      },
      {
        type: 'paragraph',
        text: `Please give the case reference ${caseReference} in your answer, and no name or date of birth in the subject of an email.`,
      },
    ],
  }
}
