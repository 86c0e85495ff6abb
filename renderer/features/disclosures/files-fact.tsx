import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { bytesInWords } from '../../ui/words.ts'

/** The files that left, as a row of a list of facts; none where there were none. */
export const FilesFact = ({ files }: Pick<DisclosureView, 'files'>) =>
  files.length > 0 && (
    <>
      <dt>Files</dt>
      <dd>
        <ul>
          {files.map((file) => (
            <li key={file.name}>
              {file.name} <span className="quiet">{bytesInWords(file.bytes)}</span>{' '}
              <code className="small faint">{fingerprintOf(file.sha256)}</code>
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
