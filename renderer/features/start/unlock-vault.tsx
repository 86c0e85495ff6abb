import { useEffect, useState } from 'react'
import type { Failure } from '../../../domain/result.ts'
import type { VaultPeek } from '../../../workspace/views.ts'
import { fromResult, idle, type Remote } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Refusal, RefusedVault } from './refused-vault.tsx'
import type { Unlock } from './slice.ts'

export const UnlockVault = ({ dir, name }: { readonly dir: string; readonly name: string }) => {
  const peekVault = useStore((state) => state.peekVault)
  const openVault = useStore((state) => state.openVault)
  const [peek, setPeek] = useState<Remote<VaultPeek>>(idle)
  const [user, setUser] = useState('')
  const [secret, setSecret] = useState('')
  const [byKey, setByKey] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [wrong, setWrong] = useState(0)
  const [refused, setRefused] = useState<Refusal | null>(null)
  useEffect(() => {
    let gone = false
    void peekVault(dir).then((result) => {
      if (gone) return
      setPeek(fromResult(result))
      if (result.ok) setUser(result.value.users[0] ?? '')
    })
    return () => {
      gone = true
    }
  }, [dir, peekVault])

  const refuse = (error: Failure): void => {
    setFailure(error)
    setAttempt((n) => n + 1)
    if (error.code === 'wrong-passphrase') setWrong((n) => n + 1)
  }
  const credentials = (words: string): Unlock => ({
    dir,
    ...(byKey ? { recoveryKey: words.trim() } : { passphrase: words, ...(user === '' ? {} : { user }) }),
  })
  const unlock = async (): Promise<void> => {
    if (busy) return
    setRefused(null)
    const words = secret.trim() === '' ? '' : secret
    if (words === '') {
      const message = byKey ? 'Enter the recovery key' : 'Enter your passphrase'
      return refuse({ code: 'invalid', message, fields: [{ path: 'secret', message }] })
    }
    setBusy(true)
    const error = await openVault(credentials(words))
    setBusy(false)
    if (!error) return
    if (error.code === 'refused') return setRefused({ why: error.message, unlock: credentials(words) })
    setSecret('')
    refuse(error)
  }

  if (peek.state === 'failed')
    return (
      <div className="stack">
        <h1 data-page-title tabIndex={-1}>
          {name}
        </h1>
        <Notice tone="danger" title="This folder could not be opened as a vault" live>
          <p>{peek.error.message}</p>
        </Notice>
      </div>
    )
  const users = peek.state === 'ready' ? peek.value.users : []
  if (refused)
    return (
      <RefusedVault
        name={peek.state === 'ready' ? peek.value.name : name}
        refusal={refused}
        onBack={() => {
          setRefused(null)
          setSecret('')
        }}
      />
    )
  // Its sentence says who has the vault open and since when; its fields only name them.
  const message =
    failure?.code === 'invalid' ? (failure.fields[0]?.message ?? failure.message) : failure?.message
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <header>
        <h1 data-page-title tabIndex={-1}>
          Open {peek.state === 'ready' ? peek.value.name : name}
        </h1>
        <p className="small faint start-path">{dir}</p>
      </header>
      <ErrorSummary
        attempt={attempt}
        problems={message === undefined ? [] : [{ field: 'secret', message }]}
      />
      {users.length > 1 && !byKey && (
        <SelectField
          id="user"
          label="Who are you?"
          value={user}
          onChange={(event) => setUser(event.target.value)}
        >
          {users.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </SelectField>
      )}
      {byKey ? (
        <TextField
          id="secret"
          label="Recovery key"
          hint="As printed when the vault was made. Spaces and hyphens do not matter."
          autoComplete="off"
          spellCheck={false}
          value={secret}
          error={message}
          onChange={(event) => setSecret(event.target.value)}
          autoFocus
        />
      ) : (
        <TextField
          id="secret"
          label={users.length === 1 && users[0] ? `Passphrase of ${users[0]}` : 'Passphrase'}
          type="password"
          autoComplete="current-password"
          value={secret}
          error={message}
          onChange={(event) => setSecret(event.target.value)}
          autoFocus
        />
      )}
      {wrong >= 2 && (
        <p className="small quiet" role="status">
          After each wrong passphrase the next one is checked later than the one before.
        </p>
      )}
      <div className="form-actions">
        <Button kind="primary" type="submit" icon="key" busy={busy}>
          {busy ? 'Checking' : 'Open the vault'}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setByKey(!byKey)
            setSecret('')
            setFailure(null)
          }}
        >
          {byKey ? 'Use a passphrase instead' : 'Use the recovery key instead'}
        </Button>
      </div>
    </form>
  )
}
