import { type UseFormReturn, useWatch } from 'react-hook-form'
import { wordsOfReport, wordsOfSection, type ReportState } from '../../../domain/reports/report.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/words.ts'

/** The sections in order with their words: where one is, and the way there. */
export const Outline = ({ form }: { readonly form: UseFormReturn<ReportState> }) => {
  const [sections, recommendations] = useWatch({
    control: form.control,
    name: ['sections', 'recommendations'],
  })
  return (
    <nav className="report-outline" aria-label="Outline">
      <h3>Outline</h3>
      <p className="quiet numbers" role="status">
        {counted(wordsOfReport({ ...form.getValues(), sections, recommendations }), 'word')} in all
      </p>
      <ol>
        {sections.map((section, at) => (
          <li key={section.id} data-out={section.included ? undefined : true}>
            <Button
              kind="quiet"
              className="button-link"
              onPress={() => document.getElementById(`sections.${at}.text`)?.focus()}
            >
              {section.heading === '' ? 'No heading yet' : section.heading}
            </Button>
            <span className="small quiet numbers">
              {section.included
                ? wordsOfSection(section, recommendations).toLocaleString('en-GB')
                : 'Left out'}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
