import { useState } from 'react'
import type { PeopleKeyEntry } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { Combo } from '../../ui/combo.tsx'

/** Who of the people key it is; the likely ones stand first. */
export const PersonChoice = ({
  people,
  likely,
  busy,
  onChoose,
}: {
  readonly people: readonly PeopleKeyEntry[]
  readonly likely: readonly string[]
  readonly busy: boolean
  readonly onChoose: (entity: string) => void
}) => {
  const [entity, setEntity] = useState<string | null>(null)
  const options = [...people]
    .sort((a, b) => Number(likely.includes(b.id)) - Number(likely.includes(a.id)))
    .map((one) => ({ id: one.id, label: one.pseudonym, detail: one.name }))
  return (
    <div className="question-more">
      <Combo label="Who or what is it?" options={options} value={entity} onChange={setEntity} autoFocus />
      <Button
        kind="primary"
        isDisabled={entity === null || busy}
        onPress={() => {
          if (entity !== null) onChoose(entity)
        }}
      >
        Replace by the pseudonym
      </Button>
    </div>
  )
}
