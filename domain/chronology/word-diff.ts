/** A stretch of text that both versions have, or that only the one before or the one after has. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'word' })

/** Words, and each space and mark between them: what changes is shown by whole words. */
const wordsOf = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment)

/** Most words that are held against one another; texts that differ in more are shown as one replaced by the other. */
const mostEdits = 1_200

/**
 * What changed from one text to another, word by word. The parts that are `same` or `removed` make the text before, those
 * that are `same` or `added` the text after. Method: Myers, An O(ND) Difference Algorithm (1986), between the beginning and
 * end that both texts share.
 */
export const diffWords = (before: string, after: string): readonly DiffPart[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const a = wordsOf(before)
  const b = wordsOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1
  const middle = shortestEdit(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return joined([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ])
}

const shortestEdit = (a: readonly string[], b: readonly string[]): readonly DiffPart[] => {
  const replaced: readonly DiffPart[] = [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ]
  if (a.length === 0 || b.length === 0) return replaced
  const trail: Int32Array[] = []
  const most = Math.min(a.length + b.length, mostEdits)
  const furthest = new Int32Array(2 * most + 3)
  const at = (diagonal: number): number => furthest[diagonal + most + 1] ?? 0
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(furthest.slice(most + 1 - edits - 1, most + 1 + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
      let x = down ? at(diagonal + 1) : at(diagonal - 1) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      furthest[diagonal + most + 1] = x
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trail, a, b)
    }
  }
  return replaced
}

/** The edits that led from the beginning of both texts to their end. `trail[d]` holds diagonals −d−1 to d+1 before step d. */
const walkBack = (
  trail: readonly Int32Array[],
  a: readonly string[],
  b: readonly string[],
): readonly DiffPart[] => {
  const parts: DiffPart[] = []
  let x = a.length
  let y = b.length
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const at = (diagonal: number): number => trail[edits]?.[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : at(fromDiagonal)
    const fromY = edits === 0 ? 0 : fromX - fromDiagonal
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1
      y -= 1
      parts.push({ kind: 'same', text: a[x] ?? '' })
    }
    if (edits === 0) break
    if (down) parts.push({ kind: 'added', text: b[(y -= 1)] ?? '' })
    else parts.push({ kind: 'removed', text: a[(x -= 1)] ?? '' })
  }
  return parts.reverse()
}

const isGap = ({ kind, text }: DiffPart): boolean => kind === 'same' && /^\s*$/.test(text)

/** Neighbours of one kind as one; a space that both have between two changes counts to both, so that a phrase reads as one. */
const joined = (parts: readonly DiffPart[]): readonly DiffPart[] => {
  const found: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') found.push({ kind: 'removed', text: removed })
    if (added !== '') found.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const told = parts.filter(({ text }) => text !== '')
  told.forEach((part, index) => {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else if (isGap(part) && removed !== '' && added !== '' && changesAgain(told, index)) {
      removed += part.text
      added += part.text
    } else {
      flush()
      const last = found.at(-1)
      if (last?.kind === 'same') found[found.length - 1] = { kind: 'same', text: last.text + part.text }
      else found.push(part)
    }
  })
  flush()
  return found
}

/** Whether both texts change again right after a gap. */
const changesAgain = (parts: readonly DiffPart[], gap: number): boolean => {
  const next = [parts[gap + 1], parts[gap + 2]].filter((part) => part !== undefined)
  return next.length === 2 && next.every(({ kind }) => kind !== 'same') && next[0]?.kind !== next[1]?.kind
}
