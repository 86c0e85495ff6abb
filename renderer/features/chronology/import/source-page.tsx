import { useEffect, useState } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { usePseudonyms } from '../../../permit.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge } from '../../../ui/notice.tsx'
import { counted, instantInWords } from '../../../ui/words.ts'
import { Announcements } from './announcements.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import './import.css'

const pageSize = 200

/** A file of the case, its tables as they were imported. */
export const SourcePage = ({ one, sourceId }: { readonly one: CaseView; readonly sourceId: string }) => {
  const file = useStore((state) => state.sourceFile)
  const load = useStore((state) => state.loadSourceFile)
  const back = useStore((state) => state.back)
  const pseudonyms = usePseudonyms()
  const [table, setTable] = useState(0)
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    void load({ caseId: one.id, sourceId, table, offset, limit: pageSize, pseudonyms })
  }, [load, one.id, sourceId, table, offset, pseudonyms])
  return (
    <div className="page import-page">
      <RemoteView remote={file} waiting="Reading the file">
        {({ source, tables, rows, table: shown }) => {
          const sheet = tables[shown]
          const last = Math.min(offset + pageSize, sheet?.rowCount ?? 0)
          return (
            <>
              <header className="page-head">
                <div>
                  <h2 data-page-title tabIndex={-1}>
                    {source.fileName}
                  </h2>
                  <p>
                    {source.agencyName}. Imported {instantInWords(source.importedAt)} by {source.importedBy}.{' '}
                    {pseudonyms ? 'As imported, with names hidden on screen.' : 'As imported, never altered.'}
                  </p>
                </div>
                <Button kind="quiet" icon="back" onPress={back}>
                  Back
                </Button>
              </header>
              <div className="row">
                {source.supersededBy === null ? (
                  <Badge tone="good">Current</Badge>
                ) : (
                  <Badge tone="plain" icon="clock">
                    Replaced by a later version
                  </Badge>
                )}
                <span className="small quiet numbers">
                  {counted(source.rows.read, 'row')} read: {counted(source.rows.entries, 'entry', 'entries')},{' '}
                  {counted(source.rows.headings, 'heading')}, {source.rows.blank} blank,{' '}
                  {source.rows.declared} declared.
                </span>
              </div>
              {tables.length > 1 && (
                <nav className="file-bar" aria-label="Tables of the file">
                  {tables.map(({ name, visible }, index) => (
                    <button
                      type="button"
                      className="file-tab"
                      key={`${index} ${name}`}
                      aria-current={index === shown ? 'true' : undefined}
                      onClick={() => {
                        setTable(index)
                        setOffset(0)
                      }}
                    >
                      {name}
                      {!visible && ' (hidden)'}
                    </button>
                  ))}
                </nav>
              )}
              {sheet && (
                <SheetGrid
                  sheet={{ ...sheet, rows }}
                  caption={`${sheet.name}, as imported`}
                  headingRows={[]}
                />
              )}
              {sheet && sheet.rowCount > pageSize && (
                <nav className="row" aria-label="Pages of rows">
                  <Button
                    icon="left"
                    isDisabled={offset === 0}
                    onPress={() => setOffset(Math.max(0, offset - pageSize))}
                  >
                    Earlier rows
                  </Button>
                  <span className="numbers" role="status">
                    {offset + 1} to {last} of {sheet.rowCount}
                  </span>
                  <Button
                    icon="right"
                    isDisabled={last >= sheet.rowCount}
                    onPress={() => setOffset(offset + pageSize)}
                  >
                    Later rows
                  </Button>
                </nav>
              )}
              <section className="section">
                <h3>What its import told</h3>
                <Announcements announced={source.announced} />
              </section>
            </>
          )
        }}
      </RemoteView>
    </div>
  )
}
