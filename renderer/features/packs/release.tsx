import { useState } from 'react'
import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { PackView, ReleaseReport } from '../../../workspace/views.ts'
import { heldBy, useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { isComplete, PassphraseOnce, SealChoice, sealOf, type Sealing } from './seal.tsx'

/** What was released a moment ago, and what opens it, until the person has passed that on. */
type Done = { readonly report: ReleaseReport; readonly passphrase: string | null }

export const Release = ({ pack }: { readonly pack: PackView }) => {
  const may = useMay('pack:release')
  const chooseFolder = useStore((state) => state.chooseFolder)
  const release = useStore((state) => state.releasePack)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const [sealing, setSealing] = useState<Sealing>({ kind: 'none' })
  const go = async (): Promise<void> => {
    const folder = await chooseFolder('Choose the folder to release into', true)
    if (!folder) return
    setBusy(true)
    const seal = sealOf(sealing)
    const answer = await release(pack.id, folder.path, seal)
    setBusy(false)
    if ('error' in answer) return setProblem(answer.error.message)
    setProblem(null)
    const opens = seal && 'passphrase' in seal ? seal.passphrase : null
    setDone({ report: answer.report, passphrase: opens })
    setSealing({ kind: 'none' })
  }
  if (pack.state === 'released')
    return (
      <div className="stack">
        <Notice tone="good" title={`Released to ${pack.recipient.name}`} live>
          <p>
            {pack.releasedBy} released it{pack.releasedAt ? ` on ${instantInWords(pack.releasedAt)}` : ''}.
            {done
              ? ` Disclosure reference ${fingerprintOf(done.report.disclosureId)}.`
              : ' It stands in the disclosure log.'}
          </p>
        </Notice>
        {done !== null && done.passphrase !== null && (
          <PassphraseOnce
            passphrase={done.passphrase}
            onSent={() => setDone({ ...done, passphrase: null })}
          />
        )}
      </div>
    )
  const documents = pack.files.filter((file) => file.format !== 'manifest')
  return (
    <section className="section pack-step" aria-label="Release">
      <h3>Before this leaves</h3>
      <dl className="facts">
        <dt>Goes to</dt>
        <dd>{pack.recipient.name}</dd>
        <dt>Files</dt>
        <dd>
          {counted(documents.length, 'document')} ({documents.map((file) => file.format).join(', ')}) and a
          manifest
        </dd>
        <dt>Replaced</dt>
        <dd>{counted(pack.replacements, 'name or identifier', 'names and identifiers')}</dd>
        <dt>Approved by</dt>
        <dd>
          {pack.approvedBy}
          {pack.approvedAt ? `, ${instantInWords(pack.approvedAt)}` : ''}
        </dd>
        <dt>Purpose</dt>
        <dd>{pack.basis.purpose}</dd>
      </dl>
      <ul className="consequences">
        <li>The disclosure is logged first, with this basis and both names. Then the files are written.</li>
        <li>
          {sealing.kind === 'none'
            ? 'The files are no longer encrypted by the vault. How they travel from the folder is up to you.'
            : 'One sealed file is written, opened again and compared before the release counts.'}
        </li>
        <li>
          A release cannot be taken back. A correction needs a new pack, and the recipient must be told.
        </li>
      </ul>
      {!may && <p className="quiet">Packs are released by {heldBy('pack:release')}.</p>}
      {problem && (
        <Notice tone="danger" title="Nothing was released" live>
          <p>{problem}</p>
        </Notice>
      )}
      {may && <SealChoice value={sealing} onChange={setSealing} hint={pack.caseTitle} />}
      {may && (
        <div className="row">
          <Button
            kind="primary"
            icon="send"
            busy={busy}
            isDisabled={!isComplete(sealing)}
            onPress={() => void go()}
          >
            Choose a folder and release
          </Button>
        </div>
      )}
    </section>
  )
}
