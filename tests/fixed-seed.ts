import fc from 'fast-check'

const chosen = process.env['SAR_TEST_SEED']
const seed = Number(chosen ?? 20_260_824)
if (!Number.isInteger(seed)) throw new Error('SAR_TEST_SEED must be a whole number.')

// the same cases each time, so that a test that fails fails again
fc.configureGlobal({ seed })
