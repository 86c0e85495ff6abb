import { useState } from 'react'
import type { TableChoice } from '../../../../workspace/contract/import.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge, Notice } from '../../../ui/notice.tsx'
import { counted } from '../../../ui/words.ts'
import {
  columnValues,
  headingsOf,
  missingIn,
  type Sheet,
  tablesAlike,
  valueOfColumn,
  valueTitle,
} from './choices.ts'
import { SheetGrid } from './sheet-grid.tsx'
import type { ImportFile } from './slice.ts'
import { TableList } from './table-list.tsx'

const isDate = (value: string): boolean => value.startsWith('date')

const ColumnSelect = ({
  file,
  sheet,
  choice,
  index,
}: {
  readonly file: ImportFile
  readonly sheet: Sheet
  readonly choice: TableChoice
  readonly index: number
}) => {
  const chooseColumn = useStore((state) => state.chooseColumn)
  const heading = headingsOf(sheet, choice.headingRows)[index] ?? ''
  const value = valueOfColumn(choice, index)
  const by =
    file.mappedBy === 'kept'
      ? 'as before'
      : value === valueOfColumn(sheet.guess, index)
        ? 'guessed'
        : 'chosen'
  return (
    <span className="column-head">
      <select
        className={value === 'ignore' ? 'input column-select column-unused' : 'input column-select'}
        aria-label={`What column ${sheet.columns[index]?.label ?? index + 1}${heading === '' ? ', without a heading,' : `, ${heading},`} holds`}
        value={value}
        onChange={(event) => {
          const chosen = columnValues.find((one) => one === event.target.value)
          if (chosen) chooseColumn(file.path, choice.table, index, chosen)
        }}
      >
        <optgroup label="Date and time">
          {[...columnValues.filter(isDate), 'time' as const].map((one) => (
            <option key={one} value={one}>
              {valueTitle(one)}
            </option>
          ))}
        </optgroup>
        <optgroup label="The entry">
          {columnValues
            .filter((one) => !isDate(one) && one !== 'time' && one !== 'ignore')
            .map((one) => (
              <option key={one} value={one}>
                {valueTitle(one)}
              </option>
            ))}
        </optgroup>
        <option value="ignore">{valueTitle('ignore')}</option>
      </select>
      <span className="small column-by">{by}</span>
    </span>
  )
}

/** What each column holds: guessed, and put right above the column itself. */
export const ColumnsStep = ({ file }: { readonly file: ImportFile }) => {
  const guessAgain = useStore((state) => state.guessAgain)
  const used = file.choices.findIndex(({ use }) => use)
  const wanting = file.choices.findIndex((choice) => missingIn(choice) !== null)
  const [shown, setShown] = useState(wanting >= 0 ? wanting : used)
  const { look } = file
  const at = file.choices[shown]?.use ? shown : used
  const sheet = look?.tables[at]
  const choice = file.choices[at]
  if (!look || !sheet || !choice)
    return (
      <Notice tone="warn" title="No table takes part">
        Go back to the file and say which of its tables is the chronology.
      </Notice>
    )
  const missing = missingIn(choice)
  const alike = tablesAlike(look, file.choices, choice.table).size - 1
  return (
    <>
      {file.choices.filter(({ use }) => use).length > 1 && (
        <section className="section" aria-label="Tables">
          <TableList sheets={look.tables} choices={file.choices} shown={at} onShow={setShown} />
        </section>
      )}
      <section className="section">
        <h3>What the columns of {sheet.name} hold</h3>
        <p className="small quiet">
          Say it above each column. A date may be spread over several: day, month and year, or a date and a
          time. Every column is kept as imported, whatever is chosen.
          {alike > 0 && ` What you choose holds for ${counted(alike, 'more table')} with the same headings.`}
        </p>
        <div className="row" role="status">
          {missing === null ? (
            <Badge tone="good">Date and event are known</Badge>
          ) : (
            <Badge tone="warn">{missing}</Badge>
          )}
          {file.mappedBy !== 'guess' && (
            <Button kind="quiet" onPress={() => guessAgain(file.path)}>
              Guess again
            </Button>
          )}
        </div>
        <SheetGrid
          key={choice.table}
          sheet={sheet}
          caption={`Columns of ${sheet.name}`}
          headingRows={choice.headingRows}
          laterHeadingRows={sheet.laterHeadingRows}
          columnHead={(index) => <ColumnSelect file={file} sheet={sheet} choice={choice} index={index} />}
        />
      </section>
    </>
  )
}
