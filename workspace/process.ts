import { dispatchUnknown } from './dispatch.ts'
import { createHost } from './host.ts'
import type { FromWorkspace, ToWorkspace } from './messages.ts'
import { nodeEnvironment } from './node-environment.ts'

/** The process that owns the vault. It answers calls one message each, and ends when its parent goes. */
type ParentPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: ToWorkspace }) => void) => void
  readonly postMessage: (message: FromWorkspace) => void
}

const parentPort = (process as unknown as { readonly parentPort?: ParentPort }).parentPort
const send = (message: FromWorkspace): void => {
  if (parentPort) parentPort.postMessage(message)
  else if (process.connected) process.send?.(message)
}

const host = createHost(nodeEnvironment())
const running = new Map<number, AbortController>()

const receive = async (message: ToWorkspace): Promise<void> => {
  if (message.type === 'cancel') return running.get(message.id)?.abort()
  const { id, name, input } = message
  const controller = new AbortController()
  running.set(id, controller)
  const result = await dispatchUnknown(host, name, input, {
    signal: controller.signal,
    progress: (progress) => send({ type: 'progress', id, progress }),
  })
  running.delete(id)
  send({ type: 'answer', id, result })
}

if (parentPort) parentPort.on('message', (event) => void receive(event.data))
else process.on('message', (message: ToWorkspace) => void receive(message))
process.on('disconnect', () => process.exit(0))
send({ type: 'ready' })
