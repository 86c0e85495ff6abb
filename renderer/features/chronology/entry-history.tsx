import { useEffect } from 'react'
import type { EntryVersion } from '../../../workspace/contract/import.ts'
import type { EntryView } from '../../../workspace/views.ts'
import { meaningOf } from '../../date-words.ts'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/notice.tsx'
import { instantInWords } from '../../ui/words.ts'
import { WordDiff } from './word-diff.tsx'

type File = EntryVersion['files'][number]

const FileLine = ({ file, said }: { readonly file: File; readonly said: string }) => {
  const go = useStore((state) => state.go)
  const route = useStore((state) => state.route)
  if (route.screen !== 'case') return null
  return (
    <li className="small">
      {said} {instantInWords(file.at)} by {file.by}, in{' '}
      <Button
        kind="quiet"
        className="button-link"
        onPress={() =>
          go({ screen: 'case', caseId: route.caseId, tab: 'chronology', item: `source ${file.sourceId}` })
        }
      >
        {file.file}
      </Button>
    </li>
  )
}

const State = ({ version }: { readonly version: EntryVersion }) => {
  if (version.state === 'current') return <Badge tone="good">Stands now</Badge>
  return version.state === 'removed' ? (
    <Badge tone="warn">Removed in a later version</Badge>
  ) : (
    <Badge tone="plain" icon="clock">
      Earlier wording
    </Badge>
  )
}

const Version = ({ version }: { readonly version: EntryVersion }) => {
  const [first, ...later] = version.files
  return (
    <section className="version" aria-label={`Version ${version.n}`}>
      <header className="row">
        <h3 className="grow">Version {version.n}</h3>
        <State version={version} />
      </header>
      <ul>
        {first && <FileLine file={first} said={version.returned ? 'Held again' : 'Imported'} />}
        {later.map((file) => (
          <FileLine file={file} said="Unchanged" key={file.sourceId} />
        ))}
        {version.endedBy && (
          <FileLine
            file={version.endedBy}
            said={version.state === 'removed' ? 'No longer held' : 'Changed'}
          />
        )}
      </ul>
      {version.changes.length > 0 && (
        <dl className="difference-fields">
          {version.changes.map(({ heading, before, after }, index) => (
            <div key={`${index} ${heading}`}>
              <dt>{heading === '' ? 'A column without a heading' : heading}</dt>
              <dd>
                <WordDiff before={before} after={after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary className="small">The whole row, {meaningOf(version.date)}</summary>
        <dl className="facts small">
          {version.cells
            .filter(({ text }) => text !== '')
            .map(({ heading, text }, index) => (
              <div className="facts-row" key={`${index} ${heading}`}>
                <dt>{heading === '' ? 'No heading' : heading}</dt>
                <dd className="as-written">{text}</dd>
              </div>
            ))}
        </dl>
      </details>
    </section>
  )
}

/** Every version of an entry, what each changed in the one before, and the files they came in. */
export const EntryHistory = ({ entry }: { readonly entry: EntryView }) => {
  const history = useStore((state) => state.entryHistory)
  const load = useStore((state) => state.loadEntryHistory)
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(entry.id, pseudonyms), [load, entry.id, pseudonyms])
  return (
    <RemoteView remote={history} waiting="Reading its versions">
      {(versions) => (
        <div className="stack">
          {versions.map((version) => (
            <Version version={version} key={version.entryId} />
          ))}
          {versions.length === 1 && (
            <p className="small quiet">No later file of the agency has changed this entry.</p>
          )}
        </div>
      )}
    </RemoteView>
  )
}
