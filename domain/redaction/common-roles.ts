import { healthAndCareWords } from './field-words.ts'

/** Roles, teams and things that notes write with a capital. */
export const commonRoles: ReadonlySet<string> = new Set([
  ...healthAndCareWords,
  ...`manager management worker workers officer nurse nurses doctor family daughter son sister brother wife husband partner
  social adult adults children health district community mental safeguarding senior deputy director lead head chair staff
  reception receptionist duty ambulance emergency legal finance income repairs police fire rescue probation benefits
  adviser advisor solicitor advocate interpreter chaplain assistant therapist therapy consultant registrar matron sister
  patient client resident tenant customer provider agency parents mother father neighbour friend visitor caller commissioning
  complaints quality governance environmental planning licensing trading occupational speech language intermediate rapid
  crisis memory falls stroke diabetes respiratory continence tissue palliative specialist general practice primary secondary
  acute site bed discharge hub access customer contact single point local authority national`.split(/\s+/),
])
