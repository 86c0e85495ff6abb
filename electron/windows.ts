import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { WindowEvent } from '../workspace/contract.ts'
import { appOrigin } from './app-protocol.ts'

export type Windows = {
  readonly open: () => BrowserWindow
  readonly send: (event: WindowEvent) => void
  /** New windows in the old ones' places; the old pages and all they held are destroyed. */
  readonly replaceAll: () => void
}

const createWindow = (bounds?: Electron.Rectangle): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#f7f4ee',
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
  replaceAll: () => {
    const old = BrowserWindow.getAllWindows()
    const places = old.map((window) => window.getBounds())
    if (places.length === 0) return
    createWindow(places[0])
    old.forEach((window) => window.destroy())
  },
})
