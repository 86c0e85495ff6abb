import { useEffect } from 'react'
import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import { type ProfileId, profiles } from '../../../domain/packs/profile.ts'
import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { refusal, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Badge } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { bytesInWords, counted, instantInWords } from '../../ui/words.ts'
import './disclosures.css'

const isProfile = (id: string): id is ProfileId => Object.hasOwn(profiles, id)

const Disclosure = ({ one }: { readonly one: DisclosureView }) => (
  <li className="disclosure">
    <details>
      <summary>
        <span className="disclosure-to">
          <strong>{one.recipient}</strong>
          <span className="small quiet">
            {one.caseTitle},{' '}
            {isProfile(one.profile) ? profiles[one.profile].title.toLowerCase() : one.profile}
          </span>
        </span>
        <span className="numbers">{instantInWords(one.at)}</span>
        <span className="numbers quiet">
          {counted(one.records, 'record')}, {counted(one.files.length, 'file')}
        </span>
        {one.state === 'done' ? (
          <Badge tone="good">Released</Badge>
        ) : (
          <Badge tone="warn" icon="clock">
            Begun, not finished
          </Badge>
        )}
      </summary>
      <dl className="facts">
        <dt>Reference</dt>
        <dd className="numbers">{fingerprintOf(one.id)}</dd>
        <dt>Purpose</dt>
        <dd>{one.basis.purpose}</dd>
        <dt>Lawful basis</dt>
        <dd>{one.basis.lawfulBasis}</dd>
        <dt>Legal power</dt>
        <dd>{one.basis.power}</dd>
        <dt>Necessity</dt>
        <dd>{one.basis.necessity}</dd>
        <dt>Built, approved, released</dt>
        <dd>
          {one.builtBy}, {one.approvedBy}, {one.releasedBy}
        </dd>
        <dt>Files</dt>
        <dd>
          <ul>
            {one.files.map((file) => (
              <li key={file.name}>
                {file.name} <span className="quiet">{bytesInWords(file.bytes)}</span>{' '}
                <code className="small faint">{fingerprintOf(file.sha256)}</code>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </details>
  </li>
)

export const DisclosuresPage = () => {
  useListKeys('.disclosure summary')
  const may = useMay('disclosure:read')
  const disclosures = useStore((state) => state.disclosures)
  const load = useStore((state) => state.loadDisclosures)
  useEffect(() => {
    if (may) void load()
  }, [load, may])
  if (!may)
    return (
      <Refused
        title="The disclosure log is not shown to you"
        message={refusal('the disclosure log', 'disclosure:read')}
      />
    )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 data-page-title tabIndex={-1}>
            Disclosures
          </h1>
          <p>Everything that has left this vault: to whom, why, on what basis, and who agreed.</p>
        </div>
      </header>
      <RemoteView remote={disclosures} waiting="Reading the disclosure log" retry={() => void load()}>
        {(found) =>
          found.length === 0 ? (
            <StatePanel icon="send" title="Nothing has left this vault">
              <p>
                When an approved pack is released from a case, it is logged here before its files are written.
              </p>
            </StatePanel>
          ) : (
            <ul className="disclosures">
              {found.map((one) => (
                <Disclosure one={one} key={one.id} />
              ))}
            </ul>
          )
        }
      </RemoteView>
    </div>
  )
}
