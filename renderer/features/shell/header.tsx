import { roleTitles } from '../../../domain/permissions/permissions.ts'
import { useMay, usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

const NamesSwitch = () => {
  const mayRead = useMay('people-key:read')
  const pseudonyms = usePseudonyms()
  const showNames = useStore((state) => state.showNames)
  if (!mayRead)
    return (
      <span className="top-state">
        <Icon name="eye-off" /> Pseudonyms only
      </span>
    )
  return (
    <span role="status">
      <Button
        kind="quiet"
        className={pseudonyms ? 'names-switch' : 'names-switch names-shown'}
        icon={pseudonyms ? 'eye-off' : 'eye'}
        aria-pressed={!pseudonyms}
        onPress={() => showNames(pseudonyms)}
      >
        {pseudonyms ? 'Names hidden' : 'Names shown'}
      </Button>
    </span>
  )
}

export const Header = () => {
  const session = useStore((state) => state.session)
  const idleMinutes = useStore((state) => state.idleMinutes)
  const openPalette = useStore((state) => state.openPalette)
  const openShortcuts = useStore((state) => state.openShortcuts)
  const lockNow = useStore((state) => state.lockNow)
  if (!session) return null
  return (
    <header className="top">
      <p className="top-vault">
        <Icon name="shield" />
        <strong>{session.vaultName}</strong>
      </p>
      <Button
        kind="plain"
        className="top-search"
        icon="search"
        keys="Ctrl K"
        onPress={() => openPalette(true)}
      >
        Find a command or a case
      </Button>
      <div className="top-right">
        <NamesSwitch />
        <span className="top-who">
          <strong>{session.userName}</strong> {roleTitles[session.role]}
        </span>
        <span className="top-lock">
          {idleMinutes !== null && <span className="top-idle">Locks after {idleMinutes} minutes idle</span>}
          <Button kind="plain" icon="lock" onPress={() => void lockNow()} aria-keyshortcuts="Control+L">
            Lock now
          </Button>
        </span>
        <IconButton icon="help" label="Keyboard shortcuts" keys="?" onPress={() => openShortcuts(true)} />
      </div>
    </header>
  )
}
