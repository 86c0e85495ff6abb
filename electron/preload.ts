import { contextBridge, ipcRenderer } from 'electron'

/** The whole of what a window can do: one call and one channel of events. */
contextBridge.exposeInMainWorld('sar', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('sar:call', name, input),
  onEvent: (listener: (event: unknown) => void): (() => void) => {
    const handler = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on('sar:event', handler)
    return () => void ipcRenderer.removeListener('sar:event', handler)
  },
})
