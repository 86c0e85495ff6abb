let quiet = false

/** @param {boolean} value true: only work and failures are printed, not what was found in order */
export const setQuiet = (value) => {
  quiet = value
}

/** @param {string} sentence what is being done, printed whether quiet or not */
export const say = (sentence) => {
  process.stderr.write(`bootstrap: ${sentence}\n`)
}

/** @param {string} sentence what was found in order, printed only when not quiet */
export const mention = (sentence) => {
  if (!quiet) say(sentence)
}

/** A failure whose sentence is meant for the person at the terminal. */
export class SetUpError extends Error {}

/**
 * @template T
 * @param {string} doing
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const timed = async (doing, work) => {
  say(`${doing} ...`)
  const began = performance.now()
  const answer = await work()
  say(`${doing}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return answer
}
