import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { DisclosureInFull } from '../../../workspace/contract/disclosures.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { SelectField, TextAreaField } from '../../ui/field.tsx'
import { instantInWords } from '../../ui/words.ts'

const schema = z.object({
  why: z.string().trim().min(1, 'Say why it must not be relied on any more').max(4_000),
  replacedBy: z.string(),
})
type Values = z.input<typeof schema>

/** Calls a released pack back: what will happen is said before it does. */
export const WithdrawForm = ({
  one,
  onDone,
}: {
  readonly one: DisclosureInFull
  readonly onDone: () => void
}) => {
  const withdraw = useStore((state) => state.withdrawDisclosure)
  const { form, errorOf, state } = useDraftForm<Values>({
    resolver: zodResolver(schema),
    defaults: { why: '', replacedBy: '' },
    draftKey: `withdraw/${one.id}`,
    save: ({ why, replacedBy }) =>
      withdraw({ disclosureId: one.id, why, replacedBy: replacedBy === '' ? null : replacedBy }),
    onDone,
  })
  return (
    <DraftForm state={state} send="Withdraw and raise the notice" onCancel={onDone}>
      <ul className="consequences">
        <li>The log says from now on that it is withdrawn, by whom and why. This cannot be undone.</li>
        <li>
          A notice to {one.sentTo === '' ? one.recipient : one.sentTo} stands under Attention, due in a week,
          with the letter ready to be looked over.
        </li>
        <li>Files that have left cannot be unsent: the letter asks for every copy to be deleted.</li>
      </ul>
      <TextAreaField
        id="why"
        label="Why"
        hint="The recipient reads this. Use no name."
        error={errorOf('why')}
        {...form.register('why')}
      />
      {one.replacements.length > 0 && (
        <SelectField
          id="replacedBy"
          label="The corrected pack that takes its place"
          optional
          error={errorOf('replacedBy')}
          {...form.register('replacedBy')}
        >
          <option value="">None: it is withdrawn</option>
          {one.replacements.map(({ id, at }) => (
            <option key={id} value={id}>
              Released {instantInWords(at)}, {fingerprintOf(id).slice(0, 11)}
            </option>
          ))}
        </SelectField>
      )}
    </DraftForm>
  )
}
