import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import type { ReportState } from '../../../domain/reports/report.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'

/** Recommendations, each with who owns it and how it is measured. */
export const RecommendationFields = ({
  form,
  errorOf,
}: {
  readonly form: UseFormReturn<ReportState>
  readonly errorOf: (path: string) => string | undefined
}) => {
  const rows = useFieldArray({ control: form.control, name: 'recommendations', keyName: 'key' })
  return (
    <div className="report-recommendations">
      {rows.fields.map((field, at) => {
        const path = `recommendations.${at}` as const
        return (
          <fieldset key={field.key} className="report-recommendation">
            <legend className="row">
              <strong>Recommendation {at + 1}</strong>
              <Button
                kind="quiet"
                icon="up"
                aria-label={`Move recommendation ${at + 1} up`}
                isDisabled={at === 0}
                onPress={() => rows.move(at, at - 1)}
              />
              <Button
                kind="quiet"
                icon="close"
                aria-label={`Remove recommendation ${at + 1}`}
                onPress={() => rows.remove(at)}
              />
            </legend>
            <TextAreaField
              id={`${path}.text`}
              label="What is recommended"
              rows={2}
              error={errorOf(`${path}.text`)}
              {...form.register(`${path}.text`)}
            />
            <div className="form-pair">
              <TextField
                id={`${path}.owner`}
                label="Owner"
                optional
                autoComplete="off"
                {...form.register(`${path}.owner`)}
              />
              <TextField
                id={`${path}.measure`}
                label="How we will know, and by when"
                optional
                autoComplete="off"
                {...form.register(`${path}.measure`)}
              />
            </div>
          </fieldset>
        )
      })}
      <Button icon="plus" onPress={() => rows.append({ text: '', owner: '', measure: '' })}>
        Add a recommendation
      </Button>
    </div>
  )
}
