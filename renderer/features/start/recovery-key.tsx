import { useState } from 'react'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Shown once, straight after a vault is made. */
export const RecoveryKey = () => {
  const recovery = useStore((state) => state.recovery)
  const stored = useStore((state) => state.recoveryStored)
  const copy = useStore((state) => state.copy)
  const [safe, setSafe] = useState(false)
  if (!recovery) return null
  return (
    <div className="stack">
      <h1 data-page-title tabIndex={-1}>
        Keep this recovery key
      </h1>
      <p className="reading">
        It opens the vault if every passphrase is lost, and it is shown only now. Print it and put it where
        your organisation keeps sealed envelopes, not beside this computer.
      </p>
      <div className="recovery print-sheet">
        <p className="small">Recovery key of the vault “{recovery.vaultName}”</p>
        <p className="recovery-key" data-testid="recovery-key">
          {recovery.key}
        </p>
      </div>
      <div className="row">
        <Button icon="print" onPress={() => window.print()}>
          Print
        </Button>
        <Button icon="copy" onPress={() => void copy(recovery.key, 'Recovery key')}>
          Copy
        </Button>
      </div>
      <Notice tone="warn">
        <p>
          Without a passphrase or this key nobody can read the vault: not you, not the people who made this
          program.
        </p>
      </Notice>
      <Choice
        type="checkbox"
        label="The recovery key is stored somewhere safe, apart from this computer"
        checked={safe}
        onChange={(event) => setSafe(event.target.checked)}
      />
      <div className="form-actions">
        <Button kind="primary" isDisabled={!safe} onPress={() => void stored()}>
          Go on to the vault
        </Button>
      </div>
    </div>
  )
}
