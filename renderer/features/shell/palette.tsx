import { Autocomplete, Input, Menu, MenuItem, TextField, useFilter } from 'react-aria-components'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type Command, keysInWords } from './commands.ts'

/** Everything this person may do, found by typing. */
export const Palette = ({
  commands,
  open,
  onClose,
}: {
  readonly commands: readonly Command[]
  readonly open: boolean
  readonly onClose: () => void
}) => {
  const { contains } = useFilter({ sensitivity: 'base' })
  const matches = (text: string, wanted: string): boolean =>
    wanted.split(/\s+/).every((word) => contains(text, word))
  return (
    <Dialog title="Commands" open={open} onClose={onClose} bare>
      <div className="palette">
        <Autocomplete filter={matches}>
          <TextField className="palette-field" aria-label="Type a command or a case" autoFocus>
            <Icon name="search" />
            <Input
              className="palette-input"
              placeholder="Type a command or a case"
              role="combobox"
              aria-expanded
              aria-haspopup="menu"
            />
            <kbd>Esc</kbd>
          </TextField>
          <Menu
            className="palette-list"
            aria-label="Commands"
            items={commands}
            onAction={(key) => {
              onClose()
              commands.find((command) => command.id === key)?.run()
            }}
            renderEmptyState={() => <p className="palette-none">Nothing by that name that you may do.</p>}
          >
            {(command) => (
              <MenuItem
                className="palette-item"
                id={command.id}
                textValue={`${command.title} ${command.group}`}
              >
                <Icon name={command.icon} />
                <span className="grow">{command.title}</span>
                <span className="palette-group">{command.group}</span>
                {command.keys && <kbd>{keysInWords(command.keys)}</kbd>}
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  )
}
