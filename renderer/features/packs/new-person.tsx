import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { rosterEntrySchema } from '../../../domain/people/roster.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, TextField } from '../../ui/field.tsx'

const schema = z.object({
  kind: rosterEntrySchema.shape.kind,
  name: z.string().trim().min(1, 'Enter the name'),
  pseudonym: z.string().trim().min(1, 'Enter the pseudonym'),
  role: z.string().trim(),
})
type Values = z.input<typeof schema>

/** Somebody the people key does not have yet, added to it by the key's own action, without leaving the review. */
export const NewPerson = ({
  caseId,
  text,
  kind,
  onDone,
  onCancel,
}: {
  readonly caseId: string
  /** The words in question, which become a name of this person. */
  readonly text: string
  readonly kind: Values['kind']
  readonly onDone: (entity: string) => void
  readonly onCancel: () => void
}) => {
  const addPerson = useStore((state) => state.addPerson)
  const { form, errorOf, state } = useDraftForm<Values>({
    resolver: zodResolver(schema),
    defaults: { kind, name: text, pseudonym: '', role: '' },
    draftKey: `pack-person/${caseId}/${text.slice(0, 80)}`,
    idOf: (path) => `new-person-${path.replace(/^entry\./, '')}`,
    save: async (values) => {
      const answer = await addPerson(caseId, {
        ...{ kind: values.kind, name: values.name, pseudonym: values.pseudonym },
        role: values.role === '' ? null : values.role,
        aliases: values.name === text ? [] : [text],
      })
      if ('error' in answer) return answer.error
      onDone(answer.entity)
      return null
    },
  })
  return (
    <div className="question-more">
      <DraftForm state={state} className="new-person" send="Add to the key and replace" onCancel={onCancel}>
        <ChoiceGroup id="new-person-kind" legend="What is it?" inline>
          {(['person', 'place', 'organisation'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              value={one}
              label={one.charAt(0).toUpperCase() + one.slice(1)}
              {...form.register('kind')}
            />
          ))}
        </ChoiceGroup>
        <TextField
          id="new-person-name"
          label="Full name"
          autoComplete="off"
          error={errorOf('new-person-name')}
          {...form.register('name')}
        />
        <TextField
          id="new-person-pseudonym"
          label="Pseudonym"
          hint="Unique in this case, no real initials"
          autoComplete="off"
          autoFocus
          error={errorOf('new-person-pseudonym')}
          {...form.register('pseudonym')}
        />
        <TextField
          id="new-person-role"
          label="Role"
          optional
          autoComplete="off"
          error={errorOf('new-person-role')}
          {...form.register('role')}
        />
      </DraftForm>
    </div>
  )
}
