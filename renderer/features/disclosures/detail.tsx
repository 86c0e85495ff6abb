import { useEffect, useState } from 'react'
import { methodInWords } from '../../../domain/packs/disclosure-words.ts'
import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import { noticeStateTitles } from '../../../domain/rights/notice.ts'
import type { DisclosureInFull } from '../../../workspace/contract/disclosures.ts'
import { BasisFacts } from '../../basis.tsx'
import { useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted, dayInWords, instantInWords } from '../../ui/words.ts'
import { FilesFact } from './files-fact.tsx'
import { ReceiptForm } from './receipt-form.tsx'
import { RecordsSent } from './records-sent.tsx'
import { StateBadge } from './state-badge.tsx'
import { WithdrawForm } from './withdraw-form.tsx'
import { recipientOf, whatLeft } from './words.ts'

const SentTo = ({ one, pseudonyms }: { readonly one: DisclosureInFull; readonly pseudonyms: boolean }) => {
  const hidden = one.isNamed && pseudonyms
  return (
    <>
      {one.sentTo !== '' && <span>{one.sentTo}, which stood in its place. </span>}
      {one.contactRole !== '' && <span>{one.contactRole}. </span>}
      {!hidden && one.address !== '' && <span className="as-written">{one.address} </span>}
      {!hidden && one.email !== '' && <span>{one.email}</span>}
      {one.address === '' && one.email === '' && (
        <span className="quiet">No address was on the register then</span>
      )}
    </>
  )
}

const Facts = ({ one, pseudonyms }: { readonly one: DisclosureInFull; readonly pseudonyms: boolean }) => (
  <dl className="facts">
    <dt>Reference</dt>
    <dd className="numbers">{fingerprintOf(one.id)}</dd>
    <dt>Sent to</dt>
    <dd>
      <SentTo one={one} pseudonyms={pseudonyms} />
    </dd>
    <dt>What left</dt>
    <dd>{whatLeft(one)}</dd>
    {one.choices.map(({ what, chosen }) => (
      <div className="facts-row" key={what}>
        <dt>{what}</dt>
        <dd>{chosen}</dd>
      </div>
    ))}
    <BasisFacts basis={one.basis} />
    <dt>{one.kind === 'pack' ? 'Built, approved, released' : 'Let go by'}</dt>
    <dd>{one.kind === 'pack' ? `${one.builtBy}, ${one.approvedBy}, ${one.releasedBy}` : one.releasedBy}</dd>
    <dt>Method</dt>
    <dd>{methodInWords(one.method)}</dd>
    <FilesFact files={one.files} />
  </dl>
)

const Receipts = ({ one }: { readonly one: DisclosureInFull }) => {
  const mayRecord = useMay('disclosure:record')
  const [adding, setAdding] = useState(false)
  return (
    <section className="section" aria-labelledby="receipts-title">
      <h2 id="receipts-title">Receipt</h2>
      {one.receipts.length === 0 && <p className="quiet">Nobody has confirmed that it arrived.</p>}
      <ul className="plain-list">
        {one.receipts.map((receipt) => (
          <li key={`${receipt.receivedOn} ${receipt.how} ${receipt.confirmedBy}`}>
            Received on {dayInWords(receipt.receivedOn)}, {receipt.how}, confirmed by {receipt.confirmedBy}.{' '}
            <span className="quiet">Recorded by {receipt.recordedBy}.</span>
          </li>
        ))}
      </ul>
      {mayRecord && one.state === 'done' && !adding && (
        <div>
          <Button icon="plus" onPress={() => setAdding(true)}>
            Record a receipt
          </Button>
        </div>
      )}
      {adding && <ReceiptForm disclosureId={one.id} onDone={() => setAdding(false)} />}
    </section>
  )
}

const Notices = ({ one }: { readonly one: DisclosureInFull }) => {
  const go = useStore((state) => state.go)
  if (one.notices.length === 0) return null
  return (
    <section className="section" aria-labelledby="notices-title">
      <h2 id="notices-title">Notices to the recipient</h2>
      <ul className="plain-list">
        {one.notices.map((notice) => (
          <li key={notice.id} className="row">
            <Button icon="mention" onPress={() => go({ screen: 'attention', item: notice.id })}>
              Notice {notice.n}
            </Button>
            <span>
              {noticeStateTitles[notice.state]}, due {dayInWords(notice.due)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const DisclosureDetail = ({
  disclosureId,
  onBack,
}: {
  readonly disclosureId: string
  readonly onBack: () => void
}) => {
  const mayRecord = useMay('disclosure:record')
  const pseudonyms = usePseudonyms()
  const remote = useStore((state) => state.openDisclosure)
  const load = useStore((state) => state.loadDisclosure)
  const [withdrawing, setWithdrawing] = useState(false)
  useEffect(() => {
    void load(disclosureId)
  }, [load, disclosureId])
  return (
    <div className="page">
      <RemoteView remote={remote} waiting="Opening the entry" retry={() => void load(disclosureId)}>
        {(one) => (
          <>
            <header className="page-head">
              <div>
                <h1 data-page-title tabIndex={-1}>
                  {recipientOf(one, pseudonyms)}
                </h1>
                <p>
                  {one.caseTitle}. {one.kind === 'by-hand' ? dayInWords(one.at) : instantInWords(one.at)}.{' '}
                  <StateBadge one={one} />
                </p>
              </div>
              <Button kind="quiet" icon="back" onPress={onBack}>
                Back to the log
              </Button>
            </header>
            {one.withdrawn && (
              <Notice
                tone="danger"
                title={`Withdrawn by ${one.withdrawn.by}, ${instantInWords(one.withdrawn.at)}`}
              >
                <p>{one.withdrawn.why}</p>
                {one.withdrawn.replacedBy !== null && (
                  <p className="numbers">
                    In its place: disclosure {fingerprintOf(one.withdrawn.replacedBy)}
                  </p>
                )}
              </Notice>
            )}
            <Facts one={one} pseudonyms={pseudonyms} />
            <Receipts one={one} />
            <Notices one={one} />
            {mayRecord && one.kind === 'pack' && one.state === 'done' && !one.withdrawn && (
              <section className="section" aria-labelledby="withdraw-title">
                <h2 id="withdraw-title">Withdraw</h2>
                {withdrawing ? (
                  <WithdrawForm one={one} onDone={() => setWithdrawing(false)} />
                ) : (
                  <div>
                    <Button kind="danger" onPress={() => setWithdrawing(true)}>
                      Withdraw this pack
                    </Button>
                  </div>
                )}
              </section>
            )}
            {one.recordList.length > 0 && (
              <section className="section" aria-labelledby="records-title">
                <h2 id="records-title">
                  {counted(one.recordList.length, 'record')} at the version that left
                </h2>
                <RecordsSent records={one.recordList} />
              </section>
            )}
          </>
        )}
      </RemoteView>
    </div>
  )
}
