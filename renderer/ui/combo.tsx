import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Icon } from './icon.tsx'

export type Option = { readonly id: string; readonly label: string; readonly detail?: string }

/** A select one can type into. */
export const Combo = ({
  label,
  options,
  value,
  onChange,
  autoFocus,
}: {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly autoFocus?: boolean
}) => (
  <ComboBox
    className="field"
    defaultItems={options}
    value={value}
    onChange={(key) => onChange(key === null ? null : String(key))}
    menuTrigger="focus"
    autoFocus={autoFocus ?? false}
  >
    <Label className="field-label">{label}</Label>
    <span className="select">
      <Input className="input" />
      <Button className="combo-button" aria-label="Show all">
        <Icon name="down" />
      </Button>
    </span>
    <Popover className="popover" offset={4}>
      <ListBox className="list-box">
        {(option: Option) => (
          <ListBoxItem
            className="list-option"
            id={option.id}
            textValue={`${option.label} ${option.detail ?? ''}`}
          >
            <span>{option.label}</span>
            {option.detail && <span className="faint small">{option.detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </ComboBox>
)
