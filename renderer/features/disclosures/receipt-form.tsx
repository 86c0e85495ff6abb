import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { receiptSchema } from '../../../workspace/contract/disclosures.ts'
import { dayFrom } from '../../date-words.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { TextField } from '../../ui/field.tsx'

const schema = receiptSchema.omit({ disclosureId: true }).extend({
  receivedOn: z
    .string()
    .transform((text) => dayFrom(text, 'earliest'))
    .refine((day) => day !== '', 'Enter the day, such as 4 March 2026'),
})
type Values = z.input<typeof schema>

const wordsFor = {
  receivedOn: 'Enter the day it arrived',
  how: 'Say how it is known to have arrived',
  confirmedBy: 'Say who there confirmed it, by role',
}

export const ReceiptForm = ({
  disclosureId,
  onDone,
}: {
  readonly disclosureId: string
  readonly onDone: () => void
}) => {
  const save = useStore((state) => state.recordReceipt)
  const { form, errorOf, state } = useDraftForm<Values, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaults: { receivedOn: '', how: '', confirmedBy: '' },
    draftKey: `receipt/${disclosureId}`,
    wordsFor,
    save: (values) => save({ disclosureId, ...values }),
    onDone,
  })
  return (
    <DraftForm state={state} send="Record the receipt" onCancel={onDone}>
      <div className="form-pair">
        <TextField
          id="receivedOn"
          label="Received on"
          hint="For example: 4 March 2026"
          autoComplete="off"
          error={errorOf('receivedOn')}
          {...form.register('receivedOn')}
        />
        <TextField
          id="how"
          label="How it is known"
          hint="For example: answer by secure email"
          autoComplete="off"
          error={errorOf('how')}
          {...form.register('how')}
        />
      </div>
      <TextField
        id="confirmedBy"
        label="Confirmed by"
        hint="A role, for example: records manager"
        autoComplete="off"
        error={errorOf('confirmedBy')}
        {...form.register('confirmedBy')}
      />
    </DraftForm>
  )
}
