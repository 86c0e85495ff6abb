import { seeded } from './measure.ts'

const words =
  'called adult home visit nurse seen alone kitchen declined offered support plan review carer missed morning call rang daughter neighbour concern raised panel meeting agreed action letter sent clinic dressing wound weight loss medication refused door answered police welfare check hospital ward discharge transport late evening bed chair hall cluttered heating repair contractor returned referral closed assessment capacity decision recorded advised manager told team days week later risk fire alarm fitted bank card shopping'.split(
    ' ',
  )

/** Invented case notes: sentences of ordinary words, about `length` characters, the same for the same seed. */
export const passageMaker = (seed: number): ((length: number) => string) => {
  const random = seeded(seed)
  const word = (): string => words[Math.floor(random() * words.length)] ?? 'called'
  return (length) => {
    const sentences: string[] = []
    let size = 0
    while (size < length) {
      const sentence = Array.from({ length: 6 + Math.floor(random() * 12) }, word).join(' ')
      sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
      size += sentence.length + 2
    }
    return sentences.join(' ')
  }
}
