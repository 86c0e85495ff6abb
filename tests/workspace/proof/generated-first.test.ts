import { describe } from 'vitest'
import { proveSeeds } from './generated-cases.ts'

describe('no planted string is in any of five formats, says a reader that is not the product’s, of', () => {
  proveSeeds(0, 250)
})
