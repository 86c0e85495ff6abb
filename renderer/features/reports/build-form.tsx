import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { publicId } from '../../../domain/recipients/recipient.ts'
import { reportKindTitles } from '../../../domain/reports/report.ts'
import { packBasisSchema } from '../../../workspace/contract/packs.ts'
import { publicationBasis } from '../../../workspace/contract/reports.ts'
import type { ReportView } from '../../../workspace/contract/reports.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { BasisFields } from '../../basis.tsx'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { refusal, useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup } from '../../ui/field.tsx'
import { Refused } from '../../ui/state-panel.tsx'

const formats = ['docx', 'pdf'] as const
const formatTitles = { docx: 'Word', pdf: 'PDF' } as const

const formSchema = z.object({
  formats: z.array(z.enum(formats)).min(1, 'Choose at least one format'),
  basis: packBasisSchema,
})
type Values = z.input<typeof formSchema>

/** A report goes out as a pack: the same review, two people, gate and log. */
export const BuildReport = ({
  one,
  report,
  onCancel,
}: {
  readonly one: CaseView
  readonly report: ReportView
  readonly onCancel: () => void
}) => {
  const may = useMay('pack:build')
  const buildPack = useStore((state) => state.buildPack)
  const { form, errorOf, state } = useDraftForm<Values>({
    resolver: zodResolver(formSchema),
    defaults: { formats: [...formats], basis: publicationBasis },
    draftKey: `report-build/${one.id}/${report.id}`,
    save: (values) =>
      buildPack({
        ...values,
        ...{ caseId: one.id, recipient: publicId, profile: 'publication', report: report.id },
      }),
  })
  if (!may)
    return (
      <Refused
        title="Building packs is not part of your role"
        message={refusal('the building of packs', 'pack:build')}
      />
    )
  return (
    <div className="page">
      <DraftForm
        state={state}
        heading={
          <header>
            <h2 data-page-title tabIndex={-1}>
              Build a pack of the {reportKindTitles[report.kind].toLowerCase()}
            </h2>
            <p className="quiet">
              For the public. Nothing leaves yet: you review what everybody will read, somebody else approves
              it, and it is released when its publication allows.
            </p>
          </header>
        }
        send="Build the pack"
        icon="pack"
        onCancel={onCancel}
      >
        <ChoiceGroup id="formats" legend="Formats" inline error={errorOf('formats')}>
          {formats.map((format) => (
            <Choice
              key={format}
              type="checkbox"
              value={format}
              label={formatTitles[format]}
              {...form.register('formats')}
            />
          ))}
        </ChoiceGroup>
        <BasisFields
          register={form.register}
          power={form.register('basis.power')}
          errorOf={errorOf}
          basisRows={2}
          necessity={{ label: 'Why this is needed, and no more than is needed' }}
        />
      </DraftForm>
    </div>
  )
}
