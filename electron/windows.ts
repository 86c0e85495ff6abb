import path from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import type { WindowEvent } from '../workspace/contract/shell.ts'
import { appOrigin } from './app-protocol.ts'

export type Windows = {
  readonly open: () => BrowserWindow
  readonly send: (event: WindowEvent) => void
  readonly others: (window: BrowserWindow | null) => readonly BrowserWindow[]
  /** New windows in the old ones' places; the old pages and all they held are destroyed. */
  readonly replaceAll: () => void
}

/** The paper of renderer/ui/tokens.css, so that nothing flashes before the page is drawn. */
const paper = (): string => (nativeTheme.shouldUseDarkColors ? '#151412' : '#f7f4ee')

const createWindow = (bounds?: Electron.Rectangle): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: paper(),
    title: 'SAR Workspace',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(app.getAppPath(), 'dist', 'electron', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

export const createWindows = (): Windows => ({
  open: () => createWindow(),
  send: (event) =>
    BrowserWindow.getAllWindows().forEach((window) => window.webContents.send('sar:event', event)),
  others: (window) => BrowserWindow.getAllWindows().filter((one) => one !== window),
  replaceAll: () => {
    const old = BrowserWindow.getAllWindows()
    const [first] = old
    if (!first) return
    const next = createWindow(first.getNormalBounds())
    if (first.isMaximized()) next.maximize()
    if (first.isFullScreen()) next.setFullScreen(true)
    old.forEach((window) => window.destroy())
  },
})
