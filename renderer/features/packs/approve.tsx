import { useState } from 'react'
import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { PackView } from '../../../workspace/views.ts'
import { heldBy, useMay } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { Sample } from './sample.tsx'

type Condition = { readonly met: boolean; readonly text: string }

const Conditions = ({ conditions }: { readonly conditions: readonly Condition[] }) => (
  <ul className="conditions">
    {conditions.map((condition) => (
      <li key={condition.text} data-met={condition.met || undefined}>
        <Icon name={condition.met ? 'check' : 'close'} label={condition.met ? 'Done' : 'Not yet'} />
        {condition.text}
      </li>
    ))}
  </ul>
)

export const Approve = ({ pack, onRead }: { readonly pack: PackView; readonly onRead: () => void }) => {
  const may = useMay('pack:approve')
  const session = useStore((state) => state.session)
  const sample = useStore((state) => valueOf(state.packSample))
  const approve = useStore((state) => state.approvePack)
  const [problem, setProblem] = useState<string | null>(null)
  const built = pack.builtBy === session?.userName || pack.builtBy === session?.userId
  const sampled = may && pack.state === 'ready' && !built
  const left = sampled ? sample?.left : undefined
  const conditions: readonly Condition[] = [
    {
      met: pack.undecided === 0,
      text:
        pack.undecided === 0
          ? 'Every question is decided'
          : `${counted(pack.undecided, 'question')} to decide`,
    },
    {
      met: pack.files.length > 0 && pack.leaks.length === 0,
      text:
        pack.leaks.length > 0
          ? 'The gate found something in the files'
          : pack.files.length > 0
            ? 'The gate opened every file and found nothing'
            : 'The gate has not opened the files yet',
    },
    {
      met: !built,
      text: built
        ? 'Somebody other than you must approve: you built this pack'
        : `Built by ${pack.builtBy}, approved by somebody else`,
    },
    {
      met: left === 0,
      text:
        left === undefined
          ? 'The approver opens a sample of it, chosen by the product'
          : left === 0
            ? `You have opened all ${sample?.items.length ?? 0} parts of the sample`
            : `${left} of ${counted(sample?.items.length ?? 0, 'part')} of the sample still to be opened`,
    },
  ]
  const open = sampled && conditions.every((condition) => condition.met)
  return (
    <>
      <section className="section pack-step" aria-label="Approval">
        <h3>Approval</h3>
        <Conditions conditions={conditions} />
        {!may && <p className="quiet">Packs are approved by {heldBy('pack:approve')}.</p>}
        {problem && (
          <Notice tone="danger" title="The pack was not approved" live>
            <p>{problem}</p>
          </Notice>
        )}
        <div className="row">
          {may && (
            <Button
              kind="primary"
              icon="check"
              className="pack-approve"
              isDisabled={!open}
              onPress={() => void approve(pack.id).then((error) => setProblem(error?.message ?? null))}
            >
              Approve for {pack.recipient.name}
            </Button>
          )}
          <Button onPress={onRead}>Open all that the recipient will read</Button>
        </div>
      </section>
      {sampled && <Sample packId={pack.id} />}
    </>
  )
}

export const Release = ({ pack }: { readonly pack: PackView }) => {
  const may = useMay('pack:release')
  const chooseFolder = useStore((state) => state.chooseFolder)
  const release = useStore((state) => state.releasePack)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [reference, setReference] = useState<string | null>(null)
  const go = async (): Promise<void> => {
    const folder = await chooseFolder('Choose the folder to release into', true)
    if (!folder) return
    setBusy(true)
    const answer = await release(pack.id, folder.path)
    setBusy(false)
    if ('error' in answer) return setProblem(answer.error.message)
    setProblem(null)
    setReference(answer.report.disclosureId)
  }
  if (pack.state === 'released')
    return (
      <Notice tone="good" title={`Released to ${pack.recipient.name}`} live>
        <p>
          {pack.releasedBy} released it{pack.releasedAt ? ` on ${instantInWords(pack.releasedAt)}` : ''}.
          {reference
            ? ` Disclosure reference ${fingerprintOf(reference)}.`
            : ' It stands in the disclosure log.'}
        </p>
      </Notice>
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
        <li>The files are no longer encrypted by the vault. How they travel from the folder is up to you.</li>
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
      {may && (
        <div className="row">
          <Button kind="primary" icon="send" busy={busy} onPress={() => void go()}>
            Choose a folder and release
          </Button>
        </div>
      )}
    </section>
  )
}
