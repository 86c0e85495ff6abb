import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { roles, roleTitles } from '../../../domain/permissions/permissions.ts'
import type { Failure } from '../../../domain/result.ts'
import { createVaultSchema } from '../../../workspace/contract/vault.ts'
import { problemsOf } from '../../form-problems.ts'
import { PassphraseStrength, useStrength } from '../../passphrase-strength.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FieldMessage, SelectField, TextField } from '../../ui/field.tsx'

const formSchema = createVaultSchema
  .extend({ again: z.string() })
  .refine((vault) => vault.passphrase === vault.again, {
    message: 'The two passphrases differ',
    path: ['again'],
  })

const wordsFor = {
  name: 'Enter a name for the vault',
  dir: 'Choose a folder for the vault',
  user: 'Enter your name',
  passphrase: 'Enter a passphrase',
  again: 'Enter the passphrase again',
}

export const CreateVault = () => {
  const createVault = useStore((state) => state.createVault)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const [folderName, setFolderName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm({
    resolver: zodResolver(formSchema),
    shouldFocusError: false,
    defaultValues: {
      dir: '',
      name: '',
      user: '',
      role: 'business-manager' as const,
      passphrase: '',
      again: '',
    },
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const passphrase = useWatch({ control: form.control, name: 'passphrase' })
  const name = useWatch({ control: form.control, name: 'name' })
  const user = useWatch({ control: form.control, name: 'user' })
  const strength = useStrength(passphrase, [name, user])
  const problems = problemsOf(errors, failure, undefined, wordsFor)
  const errorOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.message
  const choose = async (): Promise<void> => {
    const folder = await chooseFolder('Choose an empty folder for the vault', true)
    if (!folder) return
    form.setValue('dir', folder.path, { shouldValidate: submitCount > 0 })
    setFolderName(folder.path)
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        setFailure(null)
        void form.handleSubmit(async ({ dir, name, user, role, passphrase }) => {
          setFailure(await createVault({ dir, name, user, role, passphrase }))
        })(event)
      }}
    >
      <h1 data-page-title tabIndex={-1}>
        Create a vault
      </h1>
      <ErrorSummary problems={problems} attempt={submitCount} />
      <TextField
        id="name"
        label="Name of the vault"
        hint="For example, the Board’s name. It is shown before the vault is open, so no person’s name."
        error={errorOf('name')}
        {...form.register('name')}
      />
      <div className="field" data-invalid={errorOf('dir') ? true : undefined}>
        <span className="field-label" id="dir-label">
          Folder
        </span>
        {errorOf('dir') && <FieldMessage id="dir" message={errorOf('dir') ?? ''} />}
        <div className="row">
          <Button id="dir" icon="cases" onPress={() => void choose()}>
            Choose a folder
          </Button>
          <span className="small quiet start-path">{folderName || 'An empty folder, or a new one'}</span>
        </div>
      </div>
      <div className="form-pair">
        <TextField
          id="user"
          label="Your name"
          autoComplete="off"
          error={errorOf('user')}
          {...form.register('user')}
        />
        <SelectField id="role" label="Your role" {...form.register('role')}>
          {roles.map((role) => (
            <option value={role} key={role}>
              {roleTitles[role]}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        id="passphrase"
        label="Passphrase"
        type="password"
        hint="At least 12 characters. Four or five unrelated words are easy to remember and hard to guess."
        autoComplete="new-password"
        error={errorOf('passphrase')}
        {...form.register('passphrase')}
      />
      <PassphraseStrength strength={strength} />
      <TextField
        id="again"
        label="The passphrase again"
        type="password"
        autoComplete="new-password"
        error={errorOf('again')}
        {...form.register('again')}
      />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={isSubmitting}>
          {isSubmitting ? 'Creating' : 'Create the vault'}
        </Button>
        <span className="small quiet">Next you are given a recovery key to print.</span>
      </div>
    </form>
  )
}
