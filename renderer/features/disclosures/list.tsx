import { methodInWords } from '../../../domain/packs/disclosure-words.ts'
import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { BasisFacts } from '../../basis.tsx'
import { Button } from '../../ui/button.tsx'
import { counted, dayInWords, instantInWords } from '../../ui/words.ts'
import { FilesFact } from './files-fact.tsx'
import { StateBadge } from './state-badge.tsx'
import { recipientOf, whatLeft } from './words.ts'

export const DisclosureItem = ({
  one,
  pseudonyms,
  onOpen,
}: {
  readonly one: DisclosureView
  readonly pseudonyms: boolean
  readonly onOpen: () => void
}) => (
  <li className="disclosure">
    <details>
      <summary>
        <span className="disclosure-to">
          <strong>{recipientOf(one, pseudonyms)}</strong>
          <span className="small quiet">
            {one.caseTitle}. {whatLeft(one)}
            {one.sentTo !== '' && `. Sent to ${one.sentTo} in its place`}
          </span>
        </span>
        <span className="numbers">
          {one.kind === 'by-hand' ? dayInWords(one.at, true) : instantInWords(one.at)}
        </span>
        <span className="numbers quiet">
          {one.kind === 'by-hand'
            ? methodInWords(one.method)
            : `${counted(one.records, 'record')}, ${counted(one.files.length, 'file')}`}
        </span>
        <StateBadge one={one} />
      </summary>
      <dl className="facts">
        <dt>Reference</dt>
        <dd className="numbers">{fingerprintOf(one.id)}</dd>
        <BasisFacts basis={one.basis} />
        <dt>{one.kind === 'pack' ? 'Built, approved, released' : 'Let go by'}</dt>
        <dd>
          {one.kind === 'pack' ? `${one.builtBy}, ${one.approvedBy}, ${one.releasedBy}` : one.releasedBy}
        </dd>
        <FilesFact files={one.files} />
      </dl>
      <p className="disclosure-more">
        <Button icon="right" onPress={onOpen}>
          Records, receipt and notices
        </Button>
      </p>
    </details>
  </li>
)
