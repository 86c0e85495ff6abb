import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The system menu: what the platform expects, and Lock. Everything else has its place and key in the window. */
export const applicationMenu = (actions: {
  readonly lock: () => void
  readonly newWindow: () => void
}): Menu => {
  const template: MenuItemConstructorOptions[] = [
    {
      label: '&File',
      submenu: [
        { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
        { label: 'Lock now', accelerator: 'CmdOrCtrl+L', click: actions.lock },
        { type: 'separator' },
        { role: 'quit', label: 'Exit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn', label: 'Larger' },
        { role: 'zoomOut', label: 'Smaller' },
        { role: 'resetZoom', label: 'Actual size' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Full screen' },
      ],
    },
  ]
  return Menu.buildFromTemplate(template)
}
