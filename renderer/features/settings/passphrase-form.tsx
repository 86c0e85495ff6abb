import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Failure } from '../../../domain/result.ts'
import { changePassphraseSchema } from '../../../workspace/contract/vault.ts'
import { problemsOf } from '../../form-problems.ts'
import { PassphraseStrength, useStrength } from '../../passphrase-strength.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'

const formSchema = changePassphraseSchema
  .extend({ again: z.string() })
  .refine((form) => form.next === form.again, { message: 'The two new passphrases differ', path: ['again'] })

const wordsFor = {
  current: 'Enter your passphrase as it is now',
  next: 'Enter a new passphrase',
  again: 'Enter the new passphrase again',
}

export const PassphraseForm = () => {
  const change = useStore((state) => state.changePassphrase)
  const session = useStore((state) => state.session)
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm({
    resolver: zodResolver(formSchema),
    shouldFocusError: false,
    defaultValues: { current: '', next: '', again: '' },
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const next = useWatch({ control: form.control, name: 'next' })
  const strength = useStrength(next, session ? [session.userName, session.vaultName] : [])
  const problems = problemsOf(errors, failure, undefined, wordsFor)
  const errorOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.message
  return (
    <section className="section settings-section" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">Your passphrase</h2>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          setFailure(null)
          void form.handleSubmit(async (values) => {
            const error = await change(values.current, values.next)
            setFailure(error)
            if (!error) form.reset()
          })(event)
        }}
      >
        <ErrorSummary problems={problems} attempt={submitCount} />
        <TextField
          id="current"
          label="Passphrase now"
          type="password"
          autoComplete="current-password"
          error={errorOf('current')}
          {...form.register('current')}
        />
        <TextField
          id="next"
          label="New passphrase"
          type="password"
          hint="At least 12 characters."
          autoComplete="new-password"
          error={errorOf('next')}
          {...form.register('next')}
        />
        <PassphraseStrength strength={strength} />
        <TextField
          id="again"
          label="New passphrase again"
          type="password"
          autoComplete="new-password"
          error={errorOf('again')}
          {...form.register('again')}
        />
        <div>
          <Button type="submit" icon="key" busy={isSubmitting}>
            Change the passphrase
          </Button>
        </div>
      </form>
    </section>
  )
}
