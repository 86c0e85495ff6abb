import { makeSealPassphrase } from '../../domain/packs/seal-passphrase.ts'
import type { Handlers } from '../host.ts'

export const sealActions: Handlers<'seal.make-passphrase'> = {
  'seal.make-passphrase':
    ({ env }) =>
    () => ({ value: { passphrase: makeSealPassphrase((count) => env.randomBytes(count)) } }),
}
