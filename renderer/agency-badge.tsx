import { agencyMarks, type AgencyName } from '../domain/case/agency-marks.ts'
import './agency-badge.css'

export const AgencyBadge = ({
  agencyId,
  agencies,
}: {
  readonly agencyId: string
  readonly agencies: readonly AgencyName[]
}) => {
  const mark = agencyMarks(agencies).get(agencyId)
  return (
    <span className={`agency-badge agency-${mark?.colour ?? 8}`} aria-hidden="true">
      {mark?.letter ?? '?'}
    </span>
  )
}
