import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Stretch } from '../../../domain/chronology/account-for-silences.ts'
import type { Failure } from '../../../domain/result.ts'
import type { LetterView } from '../../../workspace/contract/no-contact.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { Paper } from '../../paper.tsx'
import { useStore } from '../../store.ts'
import { dayFrom } from '../../date-words.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { Choice, ChoiceGroup, TextAreaField, TextField } from '../../ui/field.tsx'
import { counted, dayInWords } from '../../ui/words.ts'
import { useDraft } from '../../use-draft.ts'
import { WordsFindings } from '../../words-findings.tsx'
import { spanInWords, stretchTitles } from './silence-words.ts'
import { useLetterPreview } from './use-letter-preview.ts'

type Values = {
  stretches: string[]
  replyBy: string
  /** The day the words name, so that they can follow another. */
  replyDayInWords: string
  before: string
  after: string
  namesNobody: string[]
}

const keyOf = ({ from, to }: Pick<Stretch, 'from' | 'to'>): string => `${from} ${to}`
const spanOf = (key: string) => ({ from: key.slice(0, 10), to: key.slice(11) })

/** A query written beside what the agency will read, and saved to a folder once it names nobody. */
export const LetterForm = ({
  caseId,
  agencyId,
  agency,
  parts,
  chosen,
  first,
  onDone,
}: {
  readonly caseId: string
  readonly agencyId: string
  readonly agency: string
  /** Everything silent and unstated, to choose from. */
  readonly parts: readonly Stretch[]
  readonly chosen: readonly Stretch[]
  readonly first: LetterView
  readonly onDone: () => void
}) => {
  const sendLetter = useStore((state) => state.sendLetter)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const toast = useStore((state) => state.toast)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const defaults: Values = {
    stretches: chosen.map(keyOf),
    replyBy: dayInWords(first.replyBy),
    replyDayInWords: first.replyBy,
    ...first.words,
    namesNobody: [],
  }
  const form = useForm<Values>({ defaultValues: defaults })
  const draft = useDraft(form, `query-letter/${caseId}/${agencyId}`)
  const { stretches, replyBy, before, after, namesNobody } = {
    ...defaults,
    ...useWatch({ control: form.control }),
  }
  const replyDay = dayFrom(replyBy, 'earliest')
  const order = {
    caseId,
    agencyId,
    stretches: stretches.filter((key) => parts.some((part) => keyOf(part) === key)).map(spanOf),
    ...(replyDay === '' ? {} : { replyBy: replyDay }),
  }
  const words = { before, after }
  const { letter, failure } = useLetterPreview({ ...order, words }, first, (next) => {
    form.setValue('before', next.before)
    form.setValue('after', next.after)
  })
  const found = letter.found.filter(({ text }) => !namesNobody.includes(text))
  const told = refused ?? failure
  const problems: readonly Problem[] = [
    ...(order.stretches.length === 0
      ? [{ field: 'stretches', message: 'Choose a period to ask about' }]
      : []),
    ...(replyDay === ''
      ? [{ field: 'replyBy', message: 'Enter the day to answer by, such as 4 March 2024' }]
      : []),
    ...(told?.fields ?? []).map(({ path, message }) => ({ field: path.replace('words.', ''), message })),
    ...(told && told.fields.length === 0 ? [{ field: null, message: told.message }] : []),
    ...(found.length > 0
      ? [{ field: found[0]?.part ?? 'before', message: 'Something in the letter may identify somebody' }]
      : []),
  ]
  const errorOf = (field: string): string | undefined =>
    attempt === 0 ? undefined : problems.find((one) => one.field === field)?.message

  /** Edited words hold the day in words; it follows the day that is chosen. */
  const followReplyDay = (): void => {
    const { replyDayInWords } = form.getValues()
    if (replyDay === '' || replyDay === replyDayInWords) return
    const [was, is] = [dayInWords(replyDayInWords), dayInWords(replyDay)]
    form.setValue('replyDayInWords', replyDay)
    form.setValue('after', after.replaceAll(was, is))
    form.setValue('before', before.replaceAll(was, is))
  }
  const save = async (): Promise<void> => {
    setRefused(null)
    setAttempt((n) => n + 1)
    if (problems.some(({ field }) => field !== null) || replyDay === '') return
    const folder = await chooseFolder('Choose the folder for the letter', true)
    if (!folder) return
    setBusy(true)
    const result = await sendLetter({ ...order, replyBy: replyDay, words, namesNobody, out: folder.path })
    setBusy(false)
    if (!result.ok) {
      setRefused(result.error)
      return setAttempt((n) => n + 1)
    }
    draft.discard()
    toast(
      'good',
      `Letter ${result.value.letter} is saved as ${result.value.files.map(({ name }) => name).join(' and ')}.`,
    )
    onDone()
  }
  return (
    <div className="nc-letter">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ErrorSummary problems={attempt === 0 ? [] : problems} attempt={attempt} />
        <DraftNotice
          restoredAt={draft.restoredAt}
          onDiscard={() => {
            draft.discard()
            form.reset(defaults)
          }}
        />
        <ChoiceGroup id="stretches" legend="Periods to ask about" error={errorOf('stretches')}>
          {parts.map((part) => (
            <Choice
              key={keyOf(part)}
              type="checkbox"
              value={keyOf(part)}
              label={`${spanInWords(part)}, ${counted(part.days, 'day')}`}
              {...(part.state === 'open' ? {} : { hint: `${stretchTitles[part.state]} before` })}
              {...form.register('stretches')}
            />
          ))}
        </ChoiceGroup>
        <TextField
          id="replyBy"
          label="Answer by"
          autoComplete="off"
          error={errorOf('replyBy')}
          {...form.register('replyBy', { onBlur: followReplyDay })}
        />
        <TextAreaField
          id="before"
          label="Before the table of periods"
          hint="An empty line begins a paragraph; lines beginning with “- ” make a list."
          rows={9}
          error={errorOf('before')}
          {...form.register('before')}
        />
        <TextAreaField
          id="after"
          label="After the table of periods"
          rows={14}
          error={errorOf('after')}
          {...form.register('after')}
        />
        <WordsFindings
          found={found}
          where="in the letter"
          onReplace={({ part, text, replacement }) =>
            form.setValue(part, form.getValues(part).replaceAll(text, replacement ?? ''))
          }
          onKeep={(text) => form.setValue('namesNobody', [...namesNobody, text])}
        />
        <section className="section" aria-label="Before this leaves">
          <h3>Before this leaves</h3>
          <ul className="consequences">
            <li>
              One letter to {agency} about {counted(order.stretches.length, 'period')}, as a Word file and a
              PDF with neutral names. It says the case reference and code name, and nobody’s name.
            </li>
            <li>
              Both files are opened again and searched for everything in the people key. Then they are
              written.
            </li>
            <li>
              The letter, its text and the day to answer by are kept here, and it is logged as a disclosure.
            </li>
            <li>
              The files are no longer encrypted by the vault. How they travel from the folder is up to you.
            </li>
          </ul>
        </section>
        <div className="form-actions">
          <Button kind="primary" type="submit" icon="send" busy={busy}>
            Choose a folder and save the letter
          </Button>
          <Button
            kind="quiet"
            onPress={() => {
              draft.discard()
              onDone()
            }}
          >
            Cancel
          </Button>
        </div>
      </form>
      <div className="nc-letter-paper">
        <Paper paper={letter.document} label="What the agency will read" />
      </div>
    </div>
  )
}
