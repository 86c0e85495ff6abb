import { useEffect, useState } from 'react'
import { nextStates, noticeCauseTitles } from '../../../domain/rights/notice.ts'
import type { NoticeLetter, NoticeView } from '../../../workspace/contract/disclosures.ts'
import { Paper } from '../../paper.tsx'
import { heldBy, useMay } from '../../permit.ts'
import { fromResult, idle, type Remote } from '../../remote.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dayInWords } from '../../ui/words.ts'
import { WordsFindings } from '../../words-findings.tsx'
import { NoticeBadge } from './notice-badge.tsx'
import { SettleForm } from './settle-form.tsx'

const Letter = ({ notice, letter }: { readonly notice: NoticeView; readonly letter: NoticeLetter }) => {
  const send = useStore((state) => state.sendNotice)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const toast = useStore((state) => state.toast)
  const [namesNobody, setNamesNobody] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const found = letter.found.filter((text) => !namesNobody.includes(text))
  const maySend = nextStates(notice.state).includes('sent')
  const save = async (): Promise<void> => {
    setProblem(null)
    const folder = await chooseFolder('Choose the folder for the letter', true)
    if (!folder) return
    setBusy(true)
    const result = await send({
      ...{ noticeId: notice.id, version: notice.version, out: folder.path },
      namesNobody: [...namesNobody],
    })
    setBusy(false)
    if (!result.ok) return setProblem(result.error.message)
    toast('good', `The letter is saved as ${result.value.files.map(({ name }) => name).join(' and ')}.`)
  }
  return (
    <div className="notice-letter">
      <div className="section">
        <h2>The letter</h2>
        {notice.address === '' && notice.email === '' && (
          <Notice tone="warn" title="The register has no address">
            <p>Add one under People and organisations, or the letter says none.</p>
          </Notice>
        )}
        <WordsFindings
          found={found.map((text) => ({
            ...{ text, kind: 'PERSON' as const, replacement: null },
            why: 'May be a name, and nobody has decided about it.',
          }))}
          where="in the letter"
          onReplace={() => undefined}
          onKeep={(text) => setNamesNobody([...namesNobody, text])}
        />
        {problem !== null && (
          <Notice tone="danger" title="The letter was not saved" live>
            <p>{problem}</p>
          </Notice>
        )}
        {maySend && (
          <>
            <ul className="consequences">
              <li>A Word file and a PDF with neutral names, for {letter.to}.</li>
              <li>Both are opened again and searched for everything in the people key.</li>
              <li>The letter is logged as a disclosure, and this notice is marked as sent.</li>
            </ul>
            <div>
              <Button
                kind="primary"
                icon="send"
                busy={busy}
                isDisabled={found.length > 0}
                onPress={() => void save()}
              >
                Choose a folder and save the letter
              </Button>
            </div>
          </>
        )}
      </div>
      <Paper paper={letter.document} label="What the recipient will read" />
    </div>
  )
}

/** One notice: to whom it goes today, the letter, and what became of it. */
export const NoticePage = ({
  notice,
  onBack,
}: {
  readonly notice: NoticeView
  readonly onBack: () => void
}) => {
  const may = useMay('disclosure:record')
  const draft = useStore((state) => state.noticeLetter)
  const [letter, setLetter] = useState<Remote<NoticeLetter>>(idle)
  useEffect(() => {
    let current = true
    if (may)
      void draft(notice.id).then((result) => {
        if (current) setLetter(fromResult(result))
      })
    return () => {
      current = false
    }
  }, [draft, may, notice.id, notice.version])
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 data-page-title tabIndex={-1}>
            Notice {notice.n} to {notice.recipient}
          </h1>
          <p>
            {noticeCauseTitles[notice.cause]}. {notice.caseTitle}. Due {dayInWords(notice.due)}.{' '}
            <NoticeBadge notice={notice} />
          </p>
        </div>
        <Button kind="quiet" icon="back" onPress={onBack}>
          Back to Attention
        </Button>
      </header>
      <dl className="facts">
        <dt>Goes to</dt>
        <dd>
          {notice.sendTo === '' ? notice.recipient : `${notice.sendTo}, in the place of ${notice.recipient}`}
        </dd>
        {notice.address !== '' && (
          <>
            <dt>Address</dt>
            <dd className="as-written">{notice.address}</dd>
          </>
        )}
        {notice.email !== '' && (
          <>
            <dt>Secure email</dt>
            <dd>{notice.email}</dd>
          </>
        )}
        {notice.why !== '' && (
          <>
            <dt>Outcome</dt>
            <dd>{notice.why}</dd>
          </>
        )}
      </dl>
      {may ? (
        <>
          <SettleForm key={`${notice.id} ${notice.version}`} notice={notice} />
          <RemoteView remote={letter} waiting="Drafting the letter">
            {(drafted) => <Letter notice={notice} letter={drafted} />}
          </RemoteView>
        </>
      ) : (
        <p className="quiet">Notices are sent and settled by {heldBy('disclosure:record')}.</p>
      )}
    </div>
  )
}
