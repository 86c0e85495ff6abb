import type { Input } from '../../../workspace/contract.ts'
import { PassphraseStrength, useStrength } from '../../passphrase-strength.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, ChoiceGroup, TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

type Seal = NonNullable<Input<'pack.release'>['seal']>

/** How a pack is to leave, as far as it has been said. What is typed here is kept nowhere, not even as a draft. */
export type Sealing =
  | { readonly kind: 'none' }
  | { readonly kind: 'zip' | 'age'; readonly passphrase: string }
  | { readonly kind: 'age-keys'; readonly keys: string }

const keysIn = (text: string): string[] => text.split(/[\s,]+/u).filter((key) => key !== '')

export const sealOf = (sealing: Sealing): Seal | undefined => {
  if (sealing.kind === 'none') return undefined
  return sealing.kind === 'age-keys' ? { kind: 'age-keys', keys: keysIn(sealing.keys) } : sealing
}

export const isComplete = (sealing: Sealing): boolean => {
  const seal = sealOf(sealing)
  if (seal === undefined) return true
  return seal.kind === 'age-keys' ? seal.keys.length > 0 : seal.passphrase !== ''
}

const Passphrase = ({
  value,
  hint,
  onChange,
}: {
  readonly value: string
  readonly hint: string
  readonly onChange: (passphrase: string) => void
}) => {
  const make = useStore((state) => state.makeSealPassphrase)
  const strength = useStrength(value, [hint])
  return (
    <>
      <TextField
        id="seal-passphrase"
        label="Passphrase"
        hint="It is shown again once, after the release. Give it by telephone or another channel, never with the file. It is not kept in the vault."
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <PassphraseStrength strength={strength} />
      <div className="row">
        <Button onPress={() => void make().then(onChange)}>
          {value === '' ? 'Make a passphrase' : 'Make another'}
        </Button>
      </div>
    </>
  )
}

/** Files in a folder, or one sealed file and what opens it. */
export const SealChoice = ({
  value,
  onChange,
  hint,
}: {
  readonly value: Sealing
  readonly onChange: (sealing: Sealing) => void
  /** Words a passphrase must not be made of. */
  readonly hint: string
}) => {
  const choose = (sealing: Sealing) => ({
    type: 'radio' as const,
    name: 'seal',
    checked: value.kind === sealing.kind,
    onChange: () => onChange(sealing),
  })
  const passphrase = 'passphrase' in value ? value.passphrase : ''
  return (
    <div className="stack">
      <ChoiceGroup id="seal" legend="How the files leave">
        <Choice {...choose({ kind: 'none' })} label="As files in a folder" />
        <Choice
          {...choose({ kind: 'zip', passphrase })}
          label="Sealed, as a zip with a passphrase"
          hint="AES-256. 7-Zip opens it; Windows by itself does not."
        />
        <Choice
          {...choose({ kind: 'age', passphrase })}
          label="Sealed, as an age file with a passphrase"
          hint="For recipients who use age."
        />
        <Choice
          {...choose({ kind: 'age-keys', keys: '' })}
          label="Sealed, as an age file for the recipient’s own keys"
          hint="No passphrase has to travel."
        />
      </ChoiceGroup>
      {(value.kind === 'zip' || value.kind === 'age') && (
        <Passphrase
          value={value.passphrase}
          hint={hint}
          onChange={(typed) => onChange({ kind: value.kind, passphrase: typed })}
        />
      )}
      {value.kind === 'age-keys' && (
        <TextAreaField
          id="seal-keys"
          label="The recipient’s age keys"
          hint="One a line, each beginning with age1. Check them with the recipient by telephone."
          spellCheck={false}
          value={value.keys}
          onChange={(event) => onChange({ kind: 'age-keys', keys: event.target.value })}
        />
      )}
    </div>
  )
}

/** The passphrase of a pack that has just left, until the person says that it was passed on. */
export const PassphraseOnce = ({
  passphrase,
  onSent,
}: {
  readonly passphrase: string
  readonly onSent: () => void
}) => (
  <Notice
    tone="warn"
    title="Give the recipient this passphrase by another channel"
    live
    actions={<Button onPress={onSent}>I have it, do not show it again</Button>}
  >
    <p>
      <code className="seal-passphrase">{passphrase}</code>
    </p>
    <p>It is kept nowhere and cannot be shown again. Without it nobody opens the file.</p>
  </Notice>
)
