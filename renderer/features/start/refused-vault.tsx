import { useState } from 'react'
import type { Result } from '../../../domain/result.ts'
import type { VaultCheck } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/words.ts'
import type { Unlock } from './slice.ts'

/** Why a vault was not opened, and what opened it as far as it went. */
export type Refusal = { readonly why: string; readonly unlock: Unlock }

const Found = ({ check }: { readonly check: VaultCheck }) => (
  <Notice
    tone={check.ok ? 'good' : 'danger'}
    title={check.ok ? 'Nothing wrong was found' : `Found: ${counted(check.problems.length, 'problem')}`}
    live
  >
    <p className="numbers">
      {counted(check.pages, 'page')} and {counted(check.auditEntries, 'audit entry', 'audit entries')} were
      checked.
    </p>
    <ul>
      {check.problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  </Notice>
)

/** A vault that opening refuses. It can be looked at, never changed, until somebody knows what happened to it. */
export const RefusedVault = ({
  name,
  refusal,
  onBack,
}: {
  readonly name: string
  readonly refusal: Refusal
  readonly onBack: () => void
}) => {
  const openVault = useStore((state) => state.openVault)
  const verifyClosed = useStore((state) => state.verifyClosed)
  const [busy, setBusy] = useState<'open' | 'check' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [check, setCheck] = useState<Result<VaultCheck> | null>(null)
  const inspect = async (): Promise<void> => {
    setBusy('open')
    setProblem(null)
    const error = await openVault({ ...refusal.unlock, forInspection: true })
    if (!error) return
    setBusy(null)
    setProblem(error.message)
  }
  const verify = async (): Promise<void> => {
    setBusy('check')
    setCheck(await verifyClosed(refusal.unlock))
    setBusy(null)
  }
  return (
    <div className="stack">
      <h1 data-page-title tabIndex={-1}>
        {name} was not opened
      </h1>
      <Notice tone="danger" title="Something is wrong with this vault" live>
        <p>{refusal.why}</p>
      </Notice>
      <p className="reading">
        Nothing was changed. Keep the folder as it is and tell whoever looks after your backups. You can open
        it for inspection: what was found and the audit record are shown, its cases stay closed, and nothing
        can be changed.
      </p>
      {problem && (
        <Notice tone="danger" title="It could not be opened for inspection either" live>
          <p>{problem}</p>
        </Notice>
      )}
      {check &&
        (check.ok ? (
          <Found check={check.value} />
        ) : (
          <Notice tone="danger" live>
            <p>{check.error.message}</p>
          </Notice>
        ))}
      <div className="form-actions">
        <Button kind="primary" icon="eye" busy={busy === 'open'} onPress={() => void inspect()}>
          Open for inspection only
        </Button>
        <Button icon="shield" busy={busy === 'check'} onPress={() => void verify()}>
          Check what is wrong
        </Button>
        <Button kind="quiet" icon="back" onPress={onBack}>
          Back
        </Button>
      </div>
    </div>
  )
}
