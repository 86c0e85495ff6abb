import { firstMaterial, secondMaterial, thirdMaterial, type Material } from './make-passages.ts'

/** The measures kept apart from what the rules were made on, with the seed of their passages. */
export const heldOutSets: readonly {
  readonly name: string
  readonly material: Material
  readonly seed: number
}[] = [
  { name: 'first', material: firstMaterial, seed: 41_001 },
  { name: 'second', material: secondMaterial, seed: 41_002 },
  { name: 'third', material: thirdMaterial, seed: 41_003 },
]
