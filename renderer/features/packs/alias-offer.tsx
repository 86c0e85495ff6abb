import { useState } from 'react'
import type { PeopleKeyEntry } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'

/** Words decided to be somebody, which the key does not list among their names: proposed to the key, for a person to add. */
export const AliasOffer = ({
  caseId,
  people,
  entity,
  text,
}: {
  readonly caseId: string
  readonly people: readonly PeopleKeyEntry[]
  readonly entity: string | null | undefined
  readonly text: string
}) => {
  const may = useMay('people-key:edit')
  const addAlias = useStore((state) => state.addAlias)
  const [problem, setProblem] = useState<string | null>(null)
  const person = people.find(({ id }) => id === entity)
  if (!person || !may || [person.name, ...person.aliases].includes(text)) return null
  return (
    <div className="alias-offer">
      <p className="small quiet">
        The people key does not list these words among the names of {person.pseudonym}.
      </p>
      <div>
        <Button
          icon="key"
          onPress={() =>
            void addAlias(caseId, person, text).then((error) => setProblem(error?.message ?? null))
          }
        >
          Add them to the key
        </Button>
      </div>
      {problem && <p className="field-error small">{problem}</p>}
    </div>
  )
}
