import type { ReactNode } from 'react'
import { Popover } from 'react-aria-components'

/** What opens below a button of the list’s tools: a dialog named after its button, closed by Escape. */
export const MenuPanel = ({ children }: { readonly children: ReactNode }) => (
  <Popover className="popover reading-popover" placement="bottom end" offset={4}>
    <div className="dialog">{children}</div>
  </Popover>
)
