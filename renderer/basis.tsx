import type { UseFormRegisterReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { packBasisSchema } from '../workspace/contract/packs.ts'
import { TextAreaField, TextField } from './ui/field.tsx'

type Basis = z.output<typeof packBasisSchema>

/** By what right something leaves, as fields of `basis` in a form. */
export const BasisFields = ({
  register,
  power,
  errorOf,
  basisRows = 1,
  necessity = { label: 'Necessity and proportionality' },
}: {
  readonly register: (name: `basis.${Exclude<keyof Basis, 'power'>}`) => UseFormRegisterReturn
  /** Absent where the form names the legal power in fields of its own. */
  readonly power?: UseFormRegisterReturn
  readonly errorOf: (path: string) => string | undefined
  /** Lines for the lawful basis. */
  readonly basisRows?: number
  readonly necessity?: { readonly label: string; readonly hint?: string }
}) => {
  const field = (registered: UseFormRegisterReturn) => ({
    ...{ id: registered.name, error: errorOf(registered.name) },
    ...registered,
  })
  const lawfulBasis = { label: 'Lawful basis', ...field(register('basis.lawfulBasis')) }
  return (
    <>
      <TextAreaField label="Purpose" rows={2} {...field(register('basis.purpose'))} />
      {basisRows === 1 ? <TextField {...lawfulBasis} /> : <TextAreaField rows={basisRows} {...lawfulBasis} />}
      {power && <TextField label="Legal power" {...field(power)} />}
      <TextAreaField {...necessity} {...field(register('basis.necessity'))} />
    </>
  )
}

/** The same as rows of a list of facts. */
export const BasisFacts = ({ basis }: { readonly basis: Basis }) => (
  <>
    <dt>Purpose</dt>
    <dd>{basis.purpose}</dd>
    <dt>Lawful basis</dt>
    <dd>{basis.lawfulBasis}</dd>
    <dt>Legal power</dt>
    <dd>{basis.power}</dd>
    <dt>Necessity</dt>
    <dd>{basis.necessity}</dd>
  </>
)
