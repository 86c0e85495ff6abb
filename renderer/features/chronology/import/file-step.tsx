import { useState } from 'react'
import { useStore } from '../../../store.ts'
import { Notice } from '../../../ui/notice.tsx'
import { counted } from '../../../ui/words.ts'
import { Announcements } from './announcements.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import type { ImportFile } from './slice.ts'
import { TableList } from './table-list.tsx'

/** The file as it is: its tables, what in them are headings, and what it holds besides. */
export const FileStep = ({ file }: { readonly file: ImportFile }) => {
  const takeTable = useStore((state) => state.takeTable)
  const toggleRow = useStore((state) => state.toggleHeadingRow)
  const first = file.choices.findIndex(({ use }) => use)
  const [shown, setShown] = useState(Math.max(0, first))
  const { look } = file
  const sheet = look?.tables[shown]
  const choice = file.choices[shown]
  if (!look) return null
  if (!sheet || !choice)
    return (
      <Notice tone="warn" title="The file has no table">
        A chronology is a table with a row for each entry. Ask the agency for one, or send it the template.
      </Notice>
    )
  return (
    <>
      <section className="section" aria-label="Tables">
        <h3>Which tables are the chronology?</h3>
        <TableList
          sheets={look.tables}
          choices={file.choices}
          shown={shown}
          onShow={setShown}
          onUse={(table, use) => takeTable(file.path, table, use)}
        />
      </section>
      <section className="section">
        <h3>{sheet.name}, as it is in the file</h3>
        <p className="small quiet">
          {choice.use
            ? 'Rows marked “headings” name the columns. Press the number of a row to change that.'
            : 'This table is left out: none of its rows become entries.'}
          {sheet.rows.length < sheet.rowCount &&
            ` The first ${sheet.rows.length} of ${counted(sheet.rowCount, 'row')} are shown; all are read.`}
        </p>
        <SheetGrid
          key={sheet.guess.table}
          sheet={sheet}
          caption={`${sheet.name}, as it is in the file`}
          headingRows={choice.headingRows}
          laterHeadingRows={sheet.laterHeadingRows}
          faded={!choice.use}
          {...(choice.use ? { onToggleRow: (row: number) => toggleRow(file.path, choice.table, row) } : {})}
        />
      </section>
      <section className="section">
        <h3>What the file holds besides</h3>
        <Announcements announced={look.announced} />
      </section>
    </>
  )
}
