import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { say } from './say.mjs'

/**
 * The address that stands for "setting up this checkout". The system frees it when its holder ends,
 * however it ends, so no stale lock can remain.
 *
 * @param {string} root
 * @param {NodeJS.Platform} platform
 */
export const turnAddress = (root, platform) => {
  const name = `sar-set-up-${createHash('sha256').update(root).digest('hex').slice(0, 24)}`
  if (platform === 'linux') return `\0${name}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  return path.join(os.tmpdir(), `${name}.sock`)
}

/**
 * @param {string} address
 * @returns {Promise<net.Server | null>} null: held by someone else
 */
const tryToHold = (address) =>
  new Promise((resolve, reject) => {
    const server = net.createServer(() => {})
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen(address, () => resolve(server))
  })

/**
 * @param {string} address
 * @returns {Promise<'ended' | 'nobody'>}
 */
const waitForHolder = (address) =>
  new Promise((resolve) => {
    let met = false
    const socket = net.connect(address, () => {
      met = true
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(met ? 'ended' : 'nobody'))
    socket.resume()
  })

/**
 * Runs the work while no other set-up of the same checkout runs.
 *
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @param {NodeJS.Platform} [platform]
 * @returns {Promise<T>}
 */
export const inTurn = async (root, work, platform = process.platform) => {
  const address = turnAddress(root, platform)
  for (let told = false; ;) {
    const server = await tryToHold(address)
    if (server !== null) {
      /** @type {Set<net.Socket>} */
      const waiting = new Set()
      server.on('connection', (socket) => {
        waiting.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => waiting.delete(socket))
      })
      try {
        return await work()
      } finally {
        server.close()
        for (const socket of waiting) socket.destroy()
      }
    }
    if (!told) say('another set-up of this folder is running; waiting for it')
    told = true
    if ((await waitForHolder(address)) === 'nobody' && !address.startsWith('\0') && platform !== 'win32') {
      rmSync(address, { force: true })
    }
  }
}
