import { useEffect, useState } from 'react'
import { fieldTitle } from '../../../../domain/chronology/field-titles.ts'
import { correctionTitles } from '../../../../domain/rights/correction.ts'
import type { RectificationView } from '../../../../workspace/contract/rectifications.ts'
import { useMay, usePseudonyms } from '../../../permit.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { counted, instantInWords } from '../../../ui/words.ts'
import { CorrectionForm } from './form.tsx'
import './corrections.css'

const Correction = ({ one }: { readonly one: RectificationView }) => (
  <li className="correction">
    <p className="small quiet">
      {correctionTitles[one.kind]}: {fieldTitle(one.field).toLowerCase()}
    </p>
    <p className="reading as-written">{one.stands}</p>
    <p className="small quiet">
      {one.reason}. Evidence: {one.evidence}. Asked for by {one.askedBy}. Recorded by {one.recordedBy},{' '}
      {instantInWords(one.recordedAt)}.{' '}
      {one.notices > 0 && `${one.settled} of ${counted(one.notices, 'notice')} sent or settled.`}
    </p>
  </li>
)

/** Who was sent this entry, as the person it is about may ask to know (Article 19). */
const Recipients = ({ entryId }: { readonly entryId: string }) => {
  const recipients = useStore((state) => state.entryRecipients)
  const load = useStore((state) => state.loadEntryRecipients)
  if (recipients.state === 'idle')
    return (
      <div>
        <Button kind="quiet" icon="people" onPress={() => void load(entryId)}>
          Who was sent this entry?
        </Button>
      </div>
    )
  return (
    <RemoteView remote={recipients} waiting="Looking through what left" retry={() => void load(entryId)}>
      {(found) =>
        found.length === 0 ? (
          <p className="quiet" role="status">
            No pack has carried this entry to anybody.
          </p>
        ) : (
          <ul className="sent-to" aria-label="Who was sent this entry">
            {found.map(({ recipient, at, version }) => (
              <li key={`${recipient} ${at}`}>
                {recipient}{' '}
                <span className="quiet numbers">
                  {instantInWords(at)}, version {version}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </RemoteView>
  )
}

/** What stands beside an entry as recorded, and the way to add to it. */
export const Corrections = ({ entryId }: { readonly entryId: string }) => {
  const mayRectify = useMay('record:rectify')
  const pseudonyms = usePseudonyms()
  const corrections = useStore((state) => state.corrections)
  const of = useStore((state) => state.correctionsOf)
  const load = useStore((state) => state.loadCorrections)
  const [adding, setAdding] = useState(false)
  useEffect(() => {
    setAdding(false)
  }, [entryId])
  useEffect(() => {
    void load(entryId)
  }, [load, entryId, pseudonyms])
  if (of !== entryId) return null
  return (
    <RemoteView remote={corrections} waiting="Reading corrections" retry={() => void load(entryId)}>
      {(found) =>
        found.length === 0 && !mayRectify ? null : (
          <section className="section corrections" aria-label="Corrections">
            {found.length > 0 && <h3>Beside the record</h3>}
            <ul>
              {found.map((one) => (
                <Correction key={one.id} one={one} />
              ))}
            </ul>
            {adding ? (
              <CorrectionForm entryId={entryId} onDone={() => setAdding(false)} />
            ) : (
              mayRectify && (
                <div className="row">
                  <Button kind="quiet" icon="edit" onPress={() => setAdding(true)}>
                    Record a correction
                  </Button>
                  <Recipients entryId={entryId} />
                </div>
              )
            )}
          </section>
        )
      }
    </RemoteView>
  )
}
