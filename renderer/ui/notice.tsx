import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'good' | 'warn' | 'danger' | 'info' | 'plain'

const icons: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  warn: 'warning',
  danger: 'error',
  info: 'info',
  plain: 'info',
}

/** A status in a word, with its own icon: never a colour alone. */
export const Badge = ({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}) => (
  <span className={`badge tone-${tone}`}>
    <Icon name={icon ?? icons[tone]} />
    {children}
  </span>
)

export const Notice = ({
  tone,
  title,
  live,
  actions,
  children,
}: {
  readonly tone: Tone
  readonly title?: string
  readonly live?: boolean
  readonly actions?: ReactNode
  readonly children?: ReactNode
}) => (
  <div className={`notice tone-${tone}`} role={live ? 'status' : undefined}>
    <Icon name={icons[tone]} />
    <div className="notice-body">
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
    {actions && <div className="notice-actions">{actions}</div>}
  </div>
)
