import { useEffect, useState } from 'react'
import { type PackFormat, packFormats } from '../../../domain/packs/pack-document.ts'
import { refusal, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Choice, ChoiceGroup, SelectField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted, listed } from '../../ui/words.ts'
import { AnnualTable } from './annual-table.tsx'
import './statistics.css'

const PublishForm = ({ year, onClose }: { readonly year: string; readonly onClose: () => void }) => {
  const publish = useStore((state) => state.publishStatistics)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const toast = useStore((state) => state.toast)
  const [formats, setFormats] = useState<readonly PackFormat[]>(['xlsx', 'csv'])
  const [problem, setProblem] = useState<string | null>(null)
  const go = async (): Promise<void> => {
    if (formats.length === 0) return setProblem('Choose at least one format')
    const folder = await chooseFolder('Choose the folder to publish into', true)
    if (!folder) return
    const answer = await publish(year, formats, folder.path)
    if ('error' in answer) return setProblem(answer.error.message)
    toast(
      'good',
      `${counted(answer.files.length, 'file')} written: ${listed(answer.files.map((file) => file.name))}.`,
    )
    onClose()
  }
  return (
    <div className="stack">
      <ul className="consequences">
        <li>
          The tables of {year} are written as they stand on this page, rounded and with small counts hidden.
        </li>
        <li>
          The release is recorded. Later releases are compared with it, so that two together do not give a
          count away.
        </li>
        <li>No case, name or date of a review is in the files.</li>
      </ul>
      <ChoiceGroup id="stat-formats" legend="Formats" inline error={problem ?? undefined}>
        {packFormats.map((format) => (
          <Choice
            key={format}
            type="checkbox"
            label={format.toUpperCase()}
            checked={formats.includes(format)}
            onChange={(event) =>
              setFormats(
                event.target.checked ? [...formats, format] : formats.filter((one) => one !== format),
              )
            }
          />
        ))}
      </ChoiceGroup>
      <div className="form-actions">
        <Button kind="primary" icon="send" onPress={() => void go()}>
          Choose a folder and publish
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

export const StatisticsPage = () => {
  const mayRead = useMay('statistics:read')
  const mayImport = useMay('history:import')
  const mayPublish = useMay('statistics:publish')
  const statistics = useStore((state) => state.statistics)
  const load = useStore((state) => state.loadStatistics)
  const chooseFiles = useStore((state) => state.chooseFiles)
  const importHistory = useStore((state) => state.importHistory)
  const [problem, setProblem] = useState<string | null>(null)
  const [publishing, setPublishing] = useState(false)
  useEffect(() => {
    if (mayRead) void load()
  }, [load, mayRead])
  if (!mayRead)
    return (
      <Refused title="Statistics are not shown to you" message={refusal('statistics', 'statistics:read')} />
    )
  const bringIn = async (): Promise<void> => {
    const [file] = await chooseFiles('Choose a file of earlier years', ['json'])
    if (file) setProblem((await importHistory(file.path))?.message ?? null)
  }
  const importButton = mayImport && (
    <Button icon="import" onPress={() => void bringIn()}>
      Import earlier years
    </Button>
  )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 data-page-title tabIndex={-1}>
            Statistics
          </h1>
          <p>Annual tables as they would be published. No case is shown here.</p>
        </div>
        {importButton}
      </header>
      {problem && (
        <Notice tone="danger" title="Nothing was imported" live>
          <p>{problem}</p>
        </Notice>
      )}
      <RemoteView remote={statistics} waiting="Counting" retry={() => void load()}>
        {(view) =>
          view.years.length === 0 ? (
            <StatePanel icon="chart" title="No concluded review is counted yet">
              <p>
                Tables count the reviews concluded in each year, 1 April to 31 March. Import the Board’s
                earlier years to begin.
              </p>
            </StatePanel>
          ) : (
            <>
              <div className="statistics-bar">
                <SelectField
                  id="year"
                  label="Year"
                  value={view.year}
                  onChange={(event) => void load(event.target.value)}
                >
                  {view.years.map((year) => (
                    <option key={year}>{year}</option>
                  ))}
                </SelectField>
                <p className="statistics-rule">
                  <strong>Safeguarding Adults Collection rule.</strong> Counts of 0 to 4 are hidden and shown
                  as [c], so that 0 and 4 look alike. Others are rounded to the nearest 5. Each total is
                  rounded from its own exact count, so columns need not add up.
                </p>
                {mayPublish && (
                  <Button kind="primary" icon="send" onPress={() => setPublishing(true)}>
                    Publish {view.year}
                  </Button>
                )}
              </div>
              <div className="statistics-tables">
                {view.tables.map((table) => (
                  <AnnualTable table={table} key={table.id} />
                ))}
              </div>
              <Dialog title={`Publish ${view.year}`} open={publishing} onClose={() => setPublishing(false)}>
                <PublishForm year={view.year} onClose={() => setPublishing(false)} />
              </Dialog>
            </>
          )
        }
      </RemoteView>
    </div>
  )
}
