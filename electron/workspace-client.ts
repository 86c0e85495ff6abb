import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, utilityProcess, type UtilityProcess } from 'electron'
import { fail, type Result } from '../domain/result.ts'
import type { Progress } from '../workspace/contract.ts'
import type { FromWorkspace, ToWorkspace } from '../workspace/messages.ts'

/** One running workspace process, whichever way it was started. */
type Running = {
  readonly send: (message: ToWorkspace) => void
  readonly onMessage: (listener: (message: FromWorkspace) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export type WorkspaceClient = {
  readonly call: (name: string, input: unknown, onProgress?: (progress: Progress) => void) => Call
  /** Ends the process; the key and everything read with it leave memory with it. */
  readonly end: () => Promise<void>
  /** Called when the process dies although nobody ended it. */
  readonly onLost: (listener: () => void) => void
}

export type Call = { readonly answer: Promise<Result<unknown>>; readonly cancel: () => void }

const lost = fail('unexpected', 'The workspace stopped unexpectedly. The vault is closed; open it again.')

const inUnpackedFolder = (file: string): string => file.replace(/\.asar([\\/])/, '.asar.unpacked$1')

/** A clean environment: nothing that would turn the child into something else. */
const childEnvironment = (): NodeJS.ProcessEnv => {
  const environment: NodeJS.ProcessEnv = { ...process.env, SAR_SAMPLE_CASE: sampleCaseFolder() }
  delete environment['ELECTRON_RUN_AS_NODE']
  delete environment['NODE_OPTIONS']
  return environment
}

const sampleCaseFolder = (): string =>
  app.isPackaged
    ? path.join(process.resourcesPath, 'sample-case')
    : path.join(app.getAppPath(), 'scripts', 'sample-case')

/**
 * `utilityProcess` where the runtime has Node-API 10 (Electron 36 and later, which is what ships); else a child of the
 * development runtime's Node, because the database driver needs Node-API 10.
 */
const start = (): Running => {
  const entry = path.join(app.getAppPath(), 'dist', 'workspace', 'process.js')
  return Number(process.versions['napi']) >= 10 ? startUtility(entry) : startChild(inUnpackedFolder(entry))
}

const startUtility = (entry: string): Running => {
  const child: UtilityProcess = utilityProcess.fork(entry, [], {
    serviceName: 'SAR Workspace vault',
    env: childEnvironment(),
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}

const startChild = (entry: string): Running => {
  const node = process.env['SAR_NODE'] ?? path.join(app.getAppPath(), 'node_modules', '.bin', 'node')
  const child: ChildProcess = fork(entry, [], {
    execPath: existsSync(node) ? node : 'node',
    execArgv: [],
    serialization: 'advanced',
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    send: (message) => void (child.connected && child.send(message)),
    onMessage: (listener) => void child.on('message', listener),
    // A program that could not be started has no exit.
    onExit: (listener) => void child.once('exit', listener).once('error', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Starts the process at the first call and again after it was ended. */
export const createWorkspaceClient = (): WorkspaceClient => {
  let running: Running | null = null
  let ending: Promise<void> | null = null
  let nextId = 1
  const waiting = new Map<
    number,
    {
      readonly resolve: (result: Result<unknown>) => void
      readonly onProgress?: (progress: Progress) => void
    }
  >()
  const lostListeners: (() => void)[] = []

  const settle = (): void => {
    for (const { resolve } of waiting.values()) resolve(lost)
    waiting.clear()
  }

  const ensure = (): Running => {
    if (running) return running
    const started = start()
    running = started
    started.onMessage((message) => {
      if (message.type === 'ready') return
      const call = waiting.get(message.id)
      if (message.type === 'progress') return call?.onProgress?.(message.progress)
      waiting.delete(message.id)
      call?.resolve(message.result)
    })
    started.onExit(() => {
      if (running === started) running = null
      settle()
      if (!ending) lostListeners.forEach((listener) => listener())
    })
    return started
  }

  return {
    call: (name, input, onProgress) => {
      const id = nextId++
      const process = ensure()
      const answer = new Promise<Result<unknown>>((resolve) => {
        waiting.set(id, { resolve, ...(onProgress ? { onProgress } : {}) })
        process.send({ type: 'call', id, name, input })
      })
      return { answer, cancel: () => process.send({ type: 'cancel', id }) }
    },
    end: () => {
      if (!running) return Promise.resolve()
      const { kill, onExit } = running
      ending ??= new Promise<void>((resolve) => {
        onExit(resolve)
        kill()
      }).finally(() => void (ending = null))
      return ending
    },
    onLost: (listener) => void lostListeners.push(listener),
  }
}
