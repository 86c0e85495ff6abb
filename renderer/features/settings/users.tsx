import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { roles, roleTitles } from '../../../domain/permissions/permissions.ts'
import type { Failure } from '../../../domain/result.ts'
import { addUserSchema } from '../../../workspace/contract/vault.ts'
import { problemsOf } from '../../form-problems.ts'
import { PassphraseStrength, useStrength } from '../../passphrase-strength.tsx'
import { heldBy, useInspection, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

/** An empty passphrase asks for one to be made. */
const formSchema = addUserSchema.extend({ passphrase: z.string() })
type Values = z.input<typeof formSchema>

const wordsFor = { 'new-user': 'Enter their name' }

const AddUser = () => {
  const addUser = useStore((state) => state.addUser)
  const [open, setOpen] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [made, setMade] = useState<{ readonly user: string; readonly passphrase: string } | null>(null)
  const copy = useStore((state) => state.copy)
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(formSchema),
    shouldFocusError: false,
    defaultValues: { user: '', role: 'review-author', passphrase: '' },
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const passphrase = useWatch({ control: form.control, name: 'passphrase' })
  const strength = useStrength(passphrase, [])
  const problems = problemsOf(errors, failure, (path) => `new-${path}`, wordsFor)
  const errorOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.message
  if (!open)
    return (
      <div className="stack">
        {made && (
          <Notice
            tone="info"
            title={`A first passphrase for ${made.user}, shown only now`}
            live
            actions={
              <>
                <Button icon="copy" onPress={() => void copy(made.passphrase, 'Passphrase')}>
                  Copy
                </Button>
                <Button kind="quiet" onPress={() => setMade(null)}>
                  I have passed it on
                </Button>
              </>
            }
          >
            <p>
              <strong>{made.passphrase}</strong>
            </p>
            <p>Give it to them in person. They change it in Settings when they first open the vault.</p>
          </Notice>
        )}
        <div>
          <Button icon="plus" onPress={() => setOpen(true)}>
            Add a user
          </Button>
        </div>
      </div>
    )
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        setFailure(null)
        void form.handleSubmit(async ({ user, role, passphrase: words }) => {
          const answer = await addUser(user, role, words)
          if ('error' in answer) return setFailure(answer.error)
          if (answer.made !== null) setMade({ user, passphrase: answer.made })
          form.reset()
          setOpen(false)
        })(event)
      }}
    >
      <ErrorSummary problems={problems} attempt={submitCount} />
      <div className="form-pair">
        <TextField
          id="new-user"
          label="Name"
          autoComplete="off"
          autoFocus
          error={errorOf('new-user')}
          {...form.register('user')}
        />
        <SelectField id="new-role" label="Role" {...form.register('role')}>
          {roles.map((role) => (
            <option value={role} key={role}>
              {roleTitles[role]}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        id="new-passphrase"
        label="First passphrase"
        optional
        type="password"
        hint="Let them type it here. Left empty, one is made and shown to you once."
        autoComplete="new-password"
        error={errorOf('new-passphrase')}
        {...form.register('passphrase')}
      />
      <PassphraseStrength strength={strength} />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={isSubmitting}>
          Add the user
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            form.reset()
            setFailure(null)
            setOpen(false)
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}

export const UsersSection = () => {
  const mayManage = useMay('vault:manage')
  const inspection = useInspection()
  const users = useStore((state) => state.users)
  const load = useStore((state) => state.loadUsers)
  useEffect(() => void load(), [load])
  return (
    <section className="section settings-section" aria-labelledby="users-title">
      <h2 id="users-title">Users of this vault</h2>
      <RemoteView remote={users} waiting="Reading the users" retry={() => void load()}>
        {(found) => (
          <ul className="plain-list">
            {found.map((user) => (
              <li key={user.id}>
                {user.name} <span className="quiet">{roleTitles[user.role]}</span>
              </li>
            ))}
          </ul>
        )}
      </RemoteView>
      {mayManage ? (
        <AddUser />
      ) : inspection ? null : (
        <p className="small quiet">Users are added by {heldBy('vault:manage')}.</p>
      )}
    </section>
  )
}
