import type { VaultCheck } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/words.ts'

const Outcome = ({ check }: { readonly check: VaultCheck }) => {
  const { independent } = check
  const problems = [...check.problems, ...(independent?.problems ?? [])]
  const whole = check.ok && (independent === undefined || !independent.available || independent.ok)
  return (
    <Notice
      tone={whole ? 'good' : 'danger'}
      title={whole ? 'The vault is whole' : 'The vault has problems'}
      live
    >
      <p className="numbers">
        {counted(check.pages, 'page')} and {counted(check.auditEntries, 'audit entry', 'audit entries')}{' '}
        checked.
      </p>
      {independent && (
        <p>
          {independent.available
            ? `SQLCipher’s own program (${independent.cipherVersion ?? 'version unknown'}) ${independent.ok ? 'opened the file and agrees' : 'disagrees'}.`
            : 'The independent check is not available on this computer; the vault’s own check stands alone.'}
        </p>
      )}
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

export const VerifySection = () => {
  const may = useMay('vault:verify')
  const check = useStore((state) => state.vaultCheck)
  const verify = useStore((state) => state.verifyVault)
  if (!may) return null
  const busy = check.state === 'loading'
  return (
    <section className="section settings-section" aria-labelledby="verify-title">
      <h2 id="verify-title">Is the vault whole?</h2>
      <p className="quiet">
        Reads every page and the whole audit record. The independent check opens the file with another
        program, so that your data is not held by ours alone.
      </p>
      <div className="row">
        <Button icon="shield" isDisabled={busy} onPress={() => void verify(false)}>
          Check the vault
        </Button>
        <Button isDisabled={busy} onPress={() => void verify(true)}>
          Check it independently too
        </Button>
      </div>
      {check.state === 'ready' && <Outcome check={check.value} />}
      {check.state === 'failed' && (
        <Notice tone="danger" live>
          {check.error.message}
        </Notice>
      )}
    </section>
  )
}
