import { useEffect } from 'react'
import { profiles } from '../../../domain/packs/profile.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { refusal, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { BuildForm } from './build-form.tsx'
import { CoronerForm } from './coroner-form.tsx'
import { PackPage } from './pack-page.tsx'
import { PackStateBadge } from './state-words.tsx'
import './packs.css'
import './review.css'

export const PacksPage = ({ one, item }: { readonly one: CaseView; readonly item: string | undefined }) => {
  const mayRead = useMay('pack:read')
  const mayBuild = useMay('pack:build')
  const packs = useStore((state) => state.packs)
  const load = useStore((state) => state.loadPacks)
  const go = useStore((state) => state.go)
  useEffect(() => {
    if (mayRead && item === undefined) void load(one.id)
  }, [load, one.id, mayRead, item])
  useListKeys('tbody th .button')
  const open = (id?: string): void =>
    go({ screen: 'case', caseId: one.id, tab: 'packs', ...(id === undefined ? {} : { item: id }) })
  if (!mayRead) return <Refused title="Packs are not shown to you" message={refusal('packs', 'pack:read')} />
  if (item === 'build') return <BuildForm one={one} onCancel={() => open()} />
  if (item === 'coroner') return <CoronerForm one={one} onBuilt={open} onCancel={() => open()} />
  if (item !== undefined) return <PackPage packId={item} one={one} onBack={() => open()} />
  const buildButton = mayBuild && (
    <div className="row">
      <Button icon="shield" onPress={() => open('coroner')}>
        For a coroner or court
      </Button>
      <Button kind="primary" icon="pack" onPress={() => open('build')}>
        Build a pack
      </Button>
    </div>
  )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Packs
          </h2>
          <p>
            What leaves this case: built for one recipient, reviewed, approved by a second person, then
            released.
          </p>
        </div>
        {buildButton}
      </header>
      <RemoteView remote={packs} waiting="Reading the packs" retry={() => void load(one.id)}>
        {(found) =>
          found.length === 0 ? (
            <StatePanel icon="pack" title="Nothing has been prepared to leave this case">
              <p>
                A pack takes only what its profile names, replaces every person in the people key by a
                pseudonym, and asks you about anything that might identify somebody.
              </p>
              {!mayBuild && (
                <p>{refusal('building packs', 'pack:build').replace('can be opened', 'is done')}</p>
              )}
            </StatePanel>
          ) : (
            <div className="table-wrap">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Recipient</th>
                    <th scope="col">State</th>
                    <th scope="col">Profile</th>
                    <th scope="col" className="number">
                      Replaced
                    </th>
                    <th scope="col" className="number">
                      To decide
                    </th>
                    <th scope="col">Built</th>
                  </tr>
                </thead>
                <tbody>
                  {found.map((pack) => (
                    <tr key={pack.id}>
                      <th scope="row">
                        <Button kind="quiet" className="button-link" onPress={() => open(pack.id)}>
                          {pack.recipient.name}
                        </Button>
                      </th>
                      <td>
                        <PackStateBadge state={pack.state} />
                      </td>
                      <td>{profiles[pack.profile].title}</td>
                      <td className="number">{pack.replacements.toLocaleString('en-GB')}</td>
                      <td className="number">
                        {pack.undecided === 0 ? 'None' : counted(pack.undecided, 'question')}
                      </td>
                      <td>
                        {instantInWords(pack.builtAt)} by {pack.builtBy}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </RemoteView>
    </div>
  )
}
