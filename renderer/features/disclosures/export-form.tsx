import { useState } from 'react'
import { ownUseNecessity } from '../../../workspace/contract/action.ts'
import { logFormats } from '../../../workspace/contract/disclosures.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { Choice, ChoiceGroup, TextAreaField } from '../../ui/field.tsx'

const formatTitles = { xlsx: 'Excel file', csv: 'CSV file', pdf: 'PDF', docx: 'Word file' } as const
type Format = (typeof logFormats)[number]

export const ExportForm = ({ onDone }: { readonly onDone: () => void }) => {
  const exportLog = useStore((state) => state.exportDisclosures)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const toast = useStore((state) => state.toast)
  const [formats, setFormats] = useState<readonly Format[]>(['xlsx'])
  const [necessity, setNecessity] = useState<string>(ownUseNecessity)
  const [refused, setRefused] = useState<Problem | null>(null)
  const [attempt, setAttempt] = useState(0)
  const problems: readonly Problem[] = [
    ...(formats.length === 0 ? [{ field: 'formats', message: 'Choose at least one format' }] : []),
    ...(necessity.trim() === ''
      ? [{ field: 'necessity', message: 'Say why the log has to leave the vault' }]
      : []),
  ]
  const errorOf = (field: string): string | undefined =>
    attempt === 0 ? undefined : problems.find((one) => one.field === field)?.message
  const save = async (): Promise<void> => {
    setRefused(null)
    setAttempt((n) => n + 1)
    if (problems.length > 0) return
    const folder = await chooseFolder('Choose the folder for the log', true)
    if (!folder) return
    const result = await exportLog({ formats: [...formats], necessity, out: folder.path })
    if (!result.ok) {
      setRefused({ field: null, message: result.error.message })
      return setAttempt((n) => n + 1)
    }
    toast('good', `The log is saved as ${result.value.files.map(({ name }) => name).join(' and ')}.`)
    onDone()
  }
  return (
    <div className="page">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <h1 data-page-title tabIndex={-1}>
          Export the disclosure log
        </h1>
        <ErrorSummary
          problems={attempt === 0 ? [] : [...problems, ...(refused ? [refused] : [])]}
          attempt={attempt}
        />
        <ChoiceGroup id="formats" legend="Formats" error={errorOf('formats')}>
          {logFormats.map((format) => (
            <Choice
              key={format}
              type="checkbox"
              label={formatTitles[format]}
              checked={formats.includes(format)}
              onChange={(event) =>
                setFormats(
                  event.target.checked ? [...formats, format] : formats.filter((one) => one !== format),
                )
              }
            />
          ))}
        </ChoiceGroup>
        <TextAreaField
          id="necessity"
          label="Why it has to leave the vault"
          error={errorOf('necessity')}
          value={necessity}
          onChange={(event) => setNecessity(event.target.value)}
        />
        <section className="section" aria-label="Before this leaves">
          <h2>Before this leaves</h2>
          <ul className="consequences">
            <li>
              Every disclosure of every review, with purpose, power, files and their hashes, and records by
              reference. Persons stand as what they are, names of the people key as pseudonyms.
            </li>
            <li>Every file is opened again and searched for every name of every key before it is written.</li>
            <li>That the log was exported is in the log of each review.</li>
          </ul>
        </section>
        <div className="form-actions">
          <Button kind="primary" type="submit" icon="send">
            Choose a folder and save the log
          </Button>
          <Button kind="quiet" onPress={onDone}>
            Cancel
          </Button>
        </div>
      </form>
    </div>
  )
}
