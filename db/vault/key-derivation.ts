import { argon2id } from 'hash-wasm'

/** Argon2id (RFC 9106) cost. `memoryKiB` in KiB. */
export type KdfParameters = {
  readonly algorithm: 'argon2id'
  readonly memoryKiB: number
  readonly iterations: number
  readonly parallelism: number
}

/** How a passphrase becomes the 32-byte key that wraps the data key. */
export type KeyDerivation = {
  readonly calibrate: () => Promise<KdfParameters>
  /** Whether a key-slot file may ask for this cost: nothing under the floor, nothing that would exhaust the machine. */
  readonly accepts: (parameters: KdfParameters) => boolean
  readonly derive: (secret: string, salt: Uint8Array, parameters: KdfParameters) => Promise<Buffer>
}

/** The least the product accepts: RFC 9106's second recommended option (64 MiB, 3 passes, 4 lanes). */
export const kdfFloor: KdfParameters = {
  algorithm: 'argon2id',
  memoryKiB: 65_536,
  iterations: 3,
  parallelism: 4,
}
const kdfCeiling = { memoryKiB: 1_048_576, iterations: 1_024, parallelism: 16 }
const calibrationCeilingKiB = 262_144
const target = { least: 500, aim: 750, most: 1_500 }

/** Derives 32 bytes with Argon2id. The secret is NFKC-normalised, so that one passphrase typed on two keyboards is one. */
export const deriveArgon2id = async (
  secret: string,
  salt: Uint8Array,
  parameters: KdfParameters,
): Promise<Buffer> => {
  const password = Buffer.from(secret.normalize('NFKC'), 'utf8')
  try {
    const key = await argon2id({
      password,
      salt,
      memorySize: parameters.memoryKiB,
      iterations: parameters.iterations,
      parallelism: parameters.parallelism,
      hashLength: 32,
      outputType: 'binary',
    })
    return Buffer.from(key.buffer, key.byteOffset, key.byteLength)
  } finally {
    password.fill(0)
  }
}

/**
 * Chooses the cost for a machine: at least the floor, and 0.5 to 1.5 s where the floor leaves room.
 * `measure` derives once at that cost and answers in milliseconds. Memory is raised first, then passes.
 */
export const calibrateKdf = async (
  measure: (parameters: KdfParameters) => Promise<number>,
): Promise<KdfParameters> => {
  await measure(kdfFloor)
  let chosen = kdfFloor
  let took = Math.min(await measure(kdfFloor), await measure(kdfFloor))
  for (let round = 0; round < 4 && took < target.least; round += 1) {
    const larger = costlier(chosen, target.aim / took)
    const largerTook = await measure(larger)
    if (largerTook > target.most) break
    chosen = larger
    took = largerTook
  }
  return chosen
}

const costlier = (from: KdfParameters, factor: number): KdfParameters => {
  const bounded = Math.min(Math.max(factor, 1.25), 16)
  const step = 16_384
  const memoryKiB = Math.min(calibrationCeilingKiB, Math.ceil((from.memoryKiB * bounded) / step) * step)
  const rest = (from.memoryKiB * bounded) / memoryKiB
  return { ...from, memoryKiB, iterations: Math.max(from.iterations, Math.ceil(from.iterations * rest)) }
}

const calibrationSalt = new Uint8Array(16)

export const productionDerivation: KeyDerivation = {
  calibrate: () =>
    calibrateKdf(async (parameters) => {
      // Processor time, not the clock's: what else the machine is busy with must not make the key cheaper for good.
      const start = process.cpuUsage()
      await deriveArgon2id('calibration', calibrationSalt, parameters)
      const used = process.cpuUsage(start)
      return (used.user + used.system) / 1_000
    }),
  accepts: (parameters) =>
    parameters.memoryKiB >= kdfFloor.memoryKiB &&
    parameters.iterations >= kdfFloor.iterations &&
    parameters.parallelism >= kdfFloor.parallelism &&
    parameters.memoryKiB <= kdfCeiling.memoryKiB &&
    parameters.iterations <= kdfCeiling.iterations &&
    parameters.parallelism <= kdfCeiling.parallelism,
  derive: deriveArgon2id,
}
