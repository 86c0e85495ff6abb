import { useEffect, useState } from 'react'
import { roleTitles } from '../../../domain/permissions/permissions.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'

/** Puts a user of the vault on the case's team. */
export const TeamForm = ({ one }: { readonly one: CaseView }) => {
  const may = useMay('case:team')
  const users = useStore((state) => state.users)
  const loadUsers = useStore((state) => state.loadUsers)
  const addToTeam = useStore((state) => state.addToTeam)
  const toast = useStore((state) => state.toast)
  const [userId, setUserId] = useState('')
  useEffect(() => {
    if (may) void loadUsers()
  }, [may, loadUsers])
  const others = (valueOf(users) ?? []).filter((user) => !one.team.some((member) => member.id === user.id))
  if (!may || others.length === 0) return null
  const add = async (): Promise<void> => {
    if (userId === '') return
    const error = await addToTeam(userId)
    if (error) return toast('danger', error.message)
    toast('good', 'The team now has one more person, who can see this case.')
    setUserId('')
  }
  return (
    <section className="section">
      <h2>Team</h2>
      <SelectField
        id="team-user"
        label="Add somebody to the team"
        hint="They will see this case as far as their role allows."
        value={userId}
        onChange={(event) => setUserId(event.target.value)}
      >
        <option value="">Choose a person</option>
        {others.map((user) => (
          <option value={user.id} key={user.id}>
            {user.name}, {roleTitles[user.role].toLowerCase()}
          </option>
        ))}
      </SelectField>
      <div>
        <Button isDisabled={userId === ''} onPress={() => void add()}>
          Add to the team
        </Button>
      </div>
    </section>
  )
}
