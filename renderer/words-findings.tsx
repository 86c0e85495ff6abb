import type { WordsFinding } from '../workspace/contract/words-finding.ts'
import { Button } from './ui/button.tsx'
import { Notice } from './ui/notice.tsx'
import { counted } from './ui/words.ts'
import './words-findings.css'

/** What in words that are to leave may identify somebody, with the way out of each; nothing where there is none. */
export const WordsFindings = <Finding extends WordsFinding>({
  found,
  where,
  onReplace,
  onKeep,
}: {
  readonly found: readonly Finding[]
  /** "in the letter". */
  readonly where: string
  readonly onReplace: (finding: Finding) => void
  readonly onKeep: (text: string) => void
}) =>
  found.length === 0 ? null : (
    <Notice
      tone="warn"
      title={`${counted(found.length, 'place')} ${where} may identify somebody. It cannot leave like this.`}
      live
    >
      <ul className="words-found">
        {found.map((finding, index) => (
          <li key={`${index} ${finding.text}`}>
            <span className="grow">
              <strong>{finding.text}</strong> <span className="small quiet">{finding.why}</span>
            </span>
            {finding.replacement === null ? (
              <Button onPress={() => onKeep(finding.text)}>It names nobody</Button>
            ) : (
              <Button onPress={() => onReplace(finding)}>Write “{finding.replacement}”</Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
