import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Texts by their number, counted from 0; undefined past the last. */
export type StringStore = (number: number) => string | undefined

/** Characters of a group. Small, because a sheet that was sorted asks for its strings in no order. */
const groupSize = 8 * 1024
/** Groups that are held unpacked, those asked for last. */
const groupsHeld = 64

type Group = { readonly from: number; readonly packed: Uint8Array }

/**
 * Keeps the strings of a workbook packed in groups, for they are most of a large file's text, and sheets mostly ask for
 * them one after another. Strings come back exactly, lone surrogates too: JSON spells those out.
 */
export const keepStrings = (
  size = groupSize,
): { readonly add: (text: string) => void; readonly finish: () => StringStore } => {
  const groups: Group[] = []
  let open: string[] = []
  let length = 0
  let count = 0
  const close = (): void => {
    const packed = deflateRawSync(JSON.stringify(open), { level: 1 })
    // A copy, for what the packer hands out lies in a larger piece of memory.
    groups.push({ from: count - open.length, packed: Uint8Array.from(packed) })
    open = []
    length = 0
  }
  return {
    add: (text) => {
      open.push(text)
      length += text.length
      count += 1
      if (length >= size || open.length >= size) close()
    },
    finish: () => {
      if (open.length > 0) close()
      return readGroups(groups, count)
    },
  }
}

const readGroups = (groups: readonly Group[], count: number): StringStore => {
  const held = new Map<Group, readonly string[]>()
  const textsOf = (group: Group): readonly string[] => {
    const texts =
      held.get(group) ?? (JSON.parse(inflateRawSync(group.packed).toString('utf8')) as readonly string[])
    held.delete(group)
    held.set(group, texts)
    const [oldest] = held.keys()
    if (held.size > groupsHeld && oldest) held.delete(oldest)
    return texts
  }
  return (number) => {
    if (!Number.isInteger(number) || number < 0 || number >= count) return undefined
    let [low, high] = [0, groups.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((groups[middle]?.from ?? Infinity) <= number) low = middle
      else high = middle - 1
    }
    const group = groups[low]
    return group && textsOf(group)[number - group.from]
  }
}
