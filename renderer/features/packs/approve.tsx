import { useState } from 'react'
import type { PackView } from '../../../workspace/views.ts'
import { heldBy, useMay } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/words.ts'
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
    ...(pack.openSearches === 0
      ? []
      : [
          {
            met: false,
            text: `${counted(pack.openSearches, 'thing')} somebody could search for to be answered`,
          },
        ]),
    ...(pack.secondReading.isAsked
      ? [
          {
            met: pack.secondReading.left === 0,
            text:
              pack.secondReading.left === 0
                ? 'It has been read a second time, and every difference is settled'
                : `${counted(pack.secondReading.left, 'question')} to be read a second time or settled`,
          },
        ]
      : []),
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
