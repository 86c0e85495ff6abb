import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import {
  statementKinds,
  statementMeans,
  type StatementKind,
} from '../../../domain/chronology/contact-statement.ts'
import type { Span } from '../../../domain/dates/calendar.ts'
import type { Failure } from '../../../domain/result.ts'
import { statementSchema } from '../../../workspace/contract/no-contact.ts'
import { dayFrom } from '../../date-words.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { dayInWords, sentence } from '../../ui/words.ts'
import { kindWords, meansWords } from './silence-words.ts'

const dayWanted = 'Enter a day, such as 4 March 2024'
const day = (side: 'earliest' | 'latest') =>
  z
    .string()
    .transform((text) => dayFrom(text, side))
    .refine((iso) => iso !== '', dayWanted)

const formSchema = z.object({
  kind: z.enum(statementKinds),
  from: day('earliest'),
  to: day('latest'),
  saidBy: z.string().trim().min(1, 'Say who at the agency said so').max(500),
  saidOn: day('earliest'),
  means: statementSchema.shape.means,
  note: statementSchema.shape.note,
})

type Values = z.input<typeof formSchema>
export type Statement = z.output<typeof formSchema>

const kindHints: Readonly<Record<StatementKind, string>> = {
  'no-contact': 'The period then counts as stated.',
  'records-to-follow': 'The query stays open until an import fills the period.',
  'records-received': 'They are here and still to be imported; the import closes the query by itself.',
}

/** What an agency said of a period: of its own accord, or in answer to a query, whose period stands fast. */
export const StatementForm = ({
  draftKey,
  span,
  answers,
  save,
  onDone,
  onCancel,
}: {
  readonly draftKey: string
  readonly span: Span
  /** Whether this answers a query. */
  readonly answers: boolean
  readonly save: (statement: Statement) => Promise<Failure | null>
  readonly onDone: () => void
  readonly onCancel: () => void
}) => {
  const defaults: Values = {
    kind: 'no-contact',
    from: dayInWords(span.from),
    to: dayInWords(span.to),
    saidBy: '',
    saidOn: '',
    means: 'letter',
    note: '',
  }
  const { form, errorOf, state } = useDraftForm<Values, Statement>({
    resolver: zodResolver(formSchema),
    ...{ defaults, draftKey, save, onDone },
  })
  return (
    <DraftForm
      state={state}
      send={answers ? 'Record the answer' : 'Record the statement'}
      icon="check"
      onCancel={onCancel}
    >
      {answers ? (
        <ChoiceGroup
          id="kind"
          legend={`What did the agency answer about ${dayInWords(span.from)} to ${dayInWords(span.to)}?`}
        >
          {statementKinds.map((kind) => (
            <Choice
              key={kind}
              type="radio"
              value={kind}
              label={kindWords[kind]}
              hint={kindHints[kind]}
              {...form.register('kind')}
            />
          ))}
        </ChoiceGroup>
      ) : (
        <div className="form-pair">
          <TextField
            id="from"
            label="No contact from"
            autoComplete="off"
            error={errorOf('from')}
            {...form.register('from')}
          />
          <TextField id="to" label="to" autoComplete="off" error={errorOf('to')} {...form.register('to')} />
        </div>
      )}
      <TextField
        id="saidBy"
        label="Who at the agency said so"
        hint="A role is enough, such as records manager."
        autoComplete="off"
        error={errorOf('saidBy')}
        {...form.register('saidBy')}
      />
      <div className="form-pair">
        <TextField
          id="saidOn"
          label="When"
          hint="For example 4 March 2024"
          autoComplete="off"
          error={errorOf('saidOn')}
          {...form.register('saidOn')}
        />
        <SelectField id="means" label="How" {...form.register('means')}>
          {statementMeans.map((means) => (
            <option value={means} key={means}>
              {sentence(meansWords[means])}
            </option>
          ))}
        </SelectField>
      </div>
      <TextAreaField
        id="note"
        label="Note"
        optional
        hint="Which letter or call, and which records were searched."
        error={errorOf('note')}
        {...form.register('note')}
      />
    </DraftForm>
  )
}
