import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { isPersonKind, recipientKinds, recipientKindTitles } from '../../../domain/recipients/recipient.ts'
import type { RecipientView } from '../../../workspace/contract/recipients.ts'
import { dayFrom } from '../../date-words.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { detailsOf, recipientFormSchema, type RecipientForm, valuesOf } from './form-values.ts'

export const RecipientFormView = ({
  one,
  others,
  onDone,
}: {
  readonly one: RecipientView | null
  /** Organisations that may stand in its place. */
  readonly others: readonly RecipientView[]
  readonly onDone: () => void
}) => {
  const add = useStore((state) => state.addRecipient)
  const save = useStore((state) => state.saveRecipient)
  const load = useStore((state) => state.loadRegister)
  const loadCases = useStore((state) => state.loadCases)
  const cases = useStore((state) => state.cases)
  useEffect(() => {
    void loadCases()
  }, [loadCases])
  const { form, errorOf, state } = useDraftForm<RecipientForm>({
    resolver: zodResolver(recipientFormSchema),
    defaults: valuesOf(one),
    draftKey: `recipient/${one?.id ?? 'new'}`,
    idOf: (path) => (path === 'successor' ? 'successorId' : path),
    save: (values) => {
      const { kind, caseId, successorId, succeededOn } = values
      return one
        ? save({
            ...{ recipientId: one.id, version: one.version, ...detailsOf(values) },
            successor: successorId === '' ? null : { id: successorId, on: dayFrom(succeededOn, 'earliest') },
          })
        : add({ kind, ...detailsOf(values), caseId: isPersonKind(kind) ? caseId : null })
    },
    onDone,
    reload: { what: 'this entry', load: () => void load() },
  })
  const kind = form.watch('kind')
  const successorId = form.watch('successorId')
  const isPerson = isPersonKind(kind)
  return (
    <DraftForm
      state={state}
      heading={
        <h1 data-page-title tabIndex={-1}>
          {one ? `Edit ${one.name}` : 'Add a person or organisation'}
        </h1>
      }
      send="Save"
      onCancel={onDone}
    >
      {!one && (
        <ChoiceGroup id="kind" legend="Who is it?" inline>
          {recipientKinds.map((value) => (
            <Choice
              key={value}
              type="radio"
              value={value}
              label={recipientKindTitles[value]}
              {...form.register('kind')}
            />
          ))}
        </ChoiceGroup>
      )}
      {!one && isPerson && (
        <SelectField
          id="caseId"
          label="Review"
          hint="A person is seen only by those who may open this review."
          error={errorOf('caseId')}
          {...form.register('caseId')}
        >
          <option value="">Choose a review</option>
          {(valueOf(cases) ?? []).map(({ id, title, ref }) => (
            <option key={id} value={id}>
              {title}, {ref}
            </option>
          ))}
        </SelectField>
      )}
      <div className="form-pair">
        <TextField
          id="name"
          label="Name"
          autoComplete="off"
          error={errorOf('name')}
          {...form.register('name')}
        />
        <TextField
          id="contactRole"
          label={isPerson ? 'Relation or role' : 'Who there reads it'}
          hint={isPerson ? 'For example: sister' : 'A role, for example: information governance lead'}
          optional
          autoComplete="off"
          error={errorOf('contactRole')}
          {...form.register('contactRole')}
        />
      </div>
      <TextAreaField
        id="address"
        label="Postal address"
        optional
        rows={4}
        error={errorOf('address')}
        {...form.register('address')}
      />
      <TextField
        id="email"
        label="Secure email"
        optional
        type="email"
        autoComplete="off"
        error={errorOf('email')}
        {...form.register('email')}
      />
      {one && !isPerson && (
        <div className="form-pair">
          <SelectField
            id="successorId"
            label="Now stands in its place"
            hint="After a merger, a new name or the end of a body: notices go to the successor."
            optional
            error={errorOf('successorId')}
            {...form.register('successorId')}
          >
            <option value="">Nobody: it stands itself</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          {successorId !== '' && (
            <TextField
              id="succeededOn"
              label="Since"
              hint="For example: 1 April 2026"
              autoComplete="off"
              error={errorOf('succeededOn')}
              {...form.register('succeededOn')}
            />
          )}
        </div>
      )}
    </DraftForm>
  )
}
