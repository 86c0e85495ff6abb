import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { z } from 'zod'
import { nextStates, noticeStateTitles } from '../../../domain/rights/notice.ts'
import type { NoticeView } from '../../../workspace/contract/disclosures.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, ChoiceGroup, TextAreaField } from '../../ui/field.tsx'

const schema = z
  .object({
    state: z.enum(['acknowledged', 'impossible', 'disproportionate'], 'Choose what became of it'),
    why: z.string().trim().max(2_000),
  })
  .refine(({ state, why }) => state === 'acknowledged' || why !== '', {
    message: 'Say why this recipient is not notified',
    path: ['why'],
  })
type Values = z.input<typeof schema>

const hints = {
  acknowledged: 'The recipient has confirmed.',
  impossible: 'For example: the body has ended and nobody stands in its place.',
  disproportionate: 'The effort is out of proportion to what it would change. The reason is kept.',
} as const

/** What became of a notice other than by its letter. */
export const SettleForm = ({ notice }: { readonly notice: NoticeView }) => {
  const settle = useStore((state) => state.settleNotice)
  const [open, setOpen] = useState(false)
  const { form, errorOf, state } = useDraftForm<Values>({
    resolver: zodResolver(schema),
    defaults: { state: '' as Values['state'], why: '' },
    draftKey: `notice/${notice.id}`,
    save: (values) => settle({ noticeId: notice.id, version: notice.version, ...values }),
    onDone: () => setOpen(false),
  })
  const choices = nextStates(notice.state).filter(
    (next): next is keyof typeof hints => next !== 'sent' && next !== 'to-do',
  )
  if (choices.length === 0) return null
  if (!open)
    return (
      <div>
        <Button icon="check" onPress={() => setOpen(true)}>
          Record what became of it
        </Button>
      </div>
    )
  return (
    <DraftForm state={state} send="Record it" onCancel={() => setOpen(false)}>
      <ChoiceGroup id="state" legend="What became of it" error={errorOf('state')}>
        {choices.map((choice) => (
          <Choice
            key={choice}
            type="radio"
            value={choice}
            label={noticeStateTitles[choice]}
            hint={hints[choice]}
            {...form.register('state')}
          />
        ))}
      </ChoiceGroup>
      <TextAreaField
        id="why"
        label="Reason, or how it was acknowledged"
        error={errorOf('why')}
        {...form.register('why')}
      />
    </DraftForm>
  )
}
