/**
 * Where a text stops being JSON (RFC 8259), as line and column counted from 1. The engine's own message quotes the text,
 * which may be personal, and often gives no place at all.
 */
export const placeOfFault = (text: string): { readonly line: number; readonly column: number } => {
  const at = faultIn(text)
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const blank = /[ \t\n\r]*/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end'

const faultIn = (text: string): number => {
  const open: ('{' | '[')[] = []
  let at = 0
  let expecting: Expecting = 'value'
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found !== null
  }
  for (;;) {
    take(blank)
    const next = text[at]
    if (next === undefined) return at
    if (expecting === 'comma or end') {
      const inside = open.at(-1)
      if (inside === undefined) return at
      if (next === (inside === '{' ? '}' : ']')) open.pop()
      else if (next === ',') expecting = inside === '{' ? 'key' : 'value'
      else return at
      at++
    } else if (expecting === 'colon') {
      if (next !== ':') return at
      at++
      expecting = 'value'
    } else if (expecting === 'key' || expecting === 'key or }') {
      if (next === '}' && expecting === 'key or }') {
        open.pop()
        at++
        expecting = 'comma or end'
      } else if (take(string)) expecting = 'colon'
      else return at
    } else if (next === '{' || next === '[') {
      open.push(next)
      at++
      expecting = next === '{' ? 'key or }' : 'value or ]'
    } else if (next === ']' && expecting === 'value or ]') {
      open.pop()
      at++
      expecting = 'comma or end'
    } else if (take(string) || take(scalar)) expecting = 'comma or end'
    else return at
  }
}
