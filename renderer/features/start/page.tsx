import { useEffect, useState } from 'react'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { instantInWords } from '../../ui/words.ts'
import { CreateVault } from './create-vault.tsx'
import { RecoveryKey } from './recovery-key.tsx'
import { SampleCase } from './sample-case.tsx'
import { UnlockVault } from './unlock-vault.tsx'
import './start.css'

type Mode =
  | { readonly kind: 'unlock'; readonly dir: string; readonly name: string }
  | { readonly kind: 'create' }
  | { readonly kind: 'sample' }

const VaultList = ({ mode, onMode }: { readonly mode: Mode; readonly onMode: (mode: Mode) => void }) => {
  const recent = useStore((state) => state.recentVaults)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const chooseOther = async (): Promise<void> => {
    const folder = await chooseFolder('Choose the folder of a vault')
    if (folder) onMode({ kind: 'unlock', dir: folder.path, name: folder.name })
  }
  return (
    <nav className="start-list" aria-label="Vaults">
      <h2>Vaults on this computer</h2>
      {recent.length === 0 ? (
        <p className="quiet">None has been opened here yet.</p>
      ) : (
        <ul>
          {recent.map((vault) => (
            <li key={vault.path}>
              <button
                type="button"
                className="start-vault"
                aria-current={mode.kind === 'unlock' && mode.dir === vault.path ? 'true' : undefined}
                onClick={() => onMode({ kind: 'unlock', dir: vault.path, name: vault.name })}
              >
                <Icon name="lock" />
                <span>
                  <strong>{vault.name}</strong>
                  <span className="small faint">Last opened {instantInWords(vault.lastOpened)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="start-ways">
        <Button kind="quiet" icon="cases" onPress={() => void chooseOther()}>
          Open another vault
        </Button>
        <Button kind="quiet" icon="plus" onPress={() => onMode({ kind: 'create' })}>
          Create a vault
        </Button>
        <Button kind="quiet" icon="eye" onPress={() => onMode({ kind: 'sample' })}>
          Explore a sample case
        </Button>
      </div>
    </nav>
  )
}

const Welcome = ({ onMode }: { readonly onMode: (mode: Mode) => void }) => (
  <div className="stack">
    <h1 data-page-title tabIndex={-1}>
      A vault for Safeguarding Adult Reviews
    </h1>
    <p className="reading">
      A vault is one encrypted folder on this computer or a drive of your choosing. It holds the agencies’
      chronologies and reports, the key to who is who, and a record of everything that was looked at or sent
      out.
    </p>
    <div className="row">
      <Button kind="primary" onPress={() => onMode({ kind: 'create' })}>
        Create a vault
      </Button>
      <Button onPress={() => onMode({ kind: 'sample' })}>Explore a sample case</Button>
    </div>
  </div>
)

export const StartPage = () => {
  const recent = useStore((state) => state.recentVaults)
  const recovery = useStore((state) => state.recovery)
  const [latest] = recent
  const [mode, setMode] = useState<Mode | null>(
    latest ? { kind: 'unlock', dir: latest.path, name: latest.name } : null,
  )
  useEffect(() => {
    document.title = 'SAR Workspace'
  }, [])
  return (
    <div className="start">
      <aside className="start-side">
        <p className="start-brand">
          <Icon name="shield" />
          SAR Workspace
        </p>
        {!recovery && <VaultList mode={mode ?? { kind: 'create' }} onMode={setMode} />}
        <p className="small start-foot">
          Everything stays on this computer. Nothing is sent anywhere unless you release it.
        </p>
      </aside>
      <main className="start-main">
        <div className="start-panel">
          {recovery ? (
            <RecoveryKey />
          ) : mode === null ? (
            <Welcome onMode={setMode} />
          ) : mode.kind === 'unlock' ? (
            <UnlockVault key={mode.dir} dir={mode.dir} name={mode.name} />
          ) : mode.kind === 'create' ? (
            <CreateVault />
          ) : (
            <SampleCase />
          )}
        </div>
      </main>
    </div>
  )
}
