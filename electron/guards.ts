import { app, type Session, type WebContents, type WebFrameMain } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** Refuses everything a page might ask of the system, and every way out of the application. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_, __, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = details.url.startsWith(`${appOrigin}/`) || details.url.startsWith('devtools://')
    answer({ cancel: !allowed })
  })
}

const guardContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Applies to every page the application will ever hold. */
export const guardAllContents = (): void =>
  void app.on('web-contents-created', (_, contents) => guardContents(contents))

/** Whether a message comes from the top frame of our own page. */
export const isOurPage = (frame: WebFrameMain | null): boolean => {
  if (!frame || frame.parent !== null) return false
  try {
    const url = new URL(frame.url)
    return `${url.protocol}//${url.host}` === appOrigin
  } catch {
    return false
  }
}
