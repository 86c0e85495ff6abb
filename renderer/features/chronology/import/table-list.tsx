import type { TableChoice } from '../../../../workspace/contract/import.ts'
import { Badge } from '../../../ui/notice.tsx'
import { counted } from '../../../ui/words.ts'
import { missingIn, type Sheet } from './choices.ts'

/** The tables of a file: which is looked at, and, where it can be said, which take part. */
export const TableList = ({
  sheets,
  choices,
  shown,
  onShow,
  onUse,
}: {
  readonly sheets: readonly Sheet[]
  readonly choices: readonly TableChoice[]
  readonly shown: number
  readonly onShow: (index: number) => void
  readonly onUse?: (table: string, use: boolean) => void
}) => (
  <ul className="raw-list" aria-label="Tables of the file">
    {sheets.map((sheet, index) => {
      const choice = choices[index]
      if (!choice || (!onUse && !choice.use)) return null
      return (
        <li
          key={sheet.guess.table}
          className={index === shown ? 'raw-list-row raw-list-shown' : 'raw-list-row'}
        >
          {onUse && (
            <input
              type="checkbox"
              className="choice-input"
              aria-label={`${sheet.name} is part of the chronology`}
              checked={choice.use}
              onChange={(event) => onUse(choice.table, event.target.checked)}
            />
          )}
          <button
            type="button"
            className="raw-list-name"
            aria-current={index === shown ? 'true' : undefined}
            onClick={() => onShow(index)}
          >
            {sheet.name}
          </button>
          <span className="small quiet numbers">{counted(sheet.rowCount, 'row')}</span>
          {!sheet.visible && (
            <Badge tone="warn" icon="eye-off">
              Hidden
            </Badge>
          )}
          {!choice.use ? (
            <span className="small quiet">left out</span>
          ) : missingIn(choice) === null ? (
            <Badge tone="good">Columns known</Badge>
          ) : (
            <Badge tone="warn">Columns missing</Badge>
          )}
        </li>
      )
    })}
  </ul>
)
