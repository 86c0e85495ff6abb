import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** Shown after the label, e.g. "Ctrl K". */
  readonly keys?: string
  readonly busy?: boolean
  readonly className?: string
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export const Button = ({
  kind = 'plain',
  icon,
  keys,
  busy = false,
  className,
  children,
  onPress,
  type,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    {...(busy || onPress === undefined ? {} : { onPress })}
    // While it works the button keeps the focus and does nothing more.
    type={busy ? 'button' : (type ?? 'button')}
    data-pending={busy || undefined}
    className={`button button-${kind}${className ? ` ${className}` : ''}`}
  >
    {icon && <Icon name={icon} />}
    {children !== undefined && <span className="button-label">{children}</span>}
    {keys && <kbd aria-hidden="true">{keys}</kbd>}
  </AriaButton>
)

export const IconButton = ({
  icon,
  label,
  keys,
  ...rest
}: Omit<ButtonProps, 'children' | 'icon'> & { readonly icon: IconName; readonly label: string }) => {
  const button = <Button kind="quiet" {...rest} icon={icon} aria-label={label} className="button-square" />
  // Escape would close the tooltip, and have to be pressed again for what the button is there for.
  if (keys === 'Esc') return button
  return (
    <TooltipTrigger delay={500}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {label} {keys && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
