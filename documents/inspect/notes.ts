import type { FindingKind, Inspection } from '../../domain/packs/pack-document.ts'

/** Where an inspector writes down what it finds. `where` is always in words a person can follow to the place. */
export type Notes = {
  readonly text: (where: string, text: string, hidden?: boolean) => void
  readonly property: (name: string, value: string) => void
  readonly finding: (kind: FindingKind, where: string) => void
  /** Notes about a file inside this one; its places are told as `outer > inner`. */
  readonly inside: (place: string) => Notes
}

/** Starts an empty inspection; `result` gives what was written down so far. */
export const startNotes = (): { readonly notes: Notes; readonly result: () => Inspection } => {
  const texts: { where: string; text: string; hidden: boolean }[] = []
  const properties = new Map<string, string>()
  const findings: { kind: FindingKind; where: string }[] = []
  const notesAt = (prefix: string): Notes => ({
    text: (where, text, hidden = false) => {
      if (text.trim() !== '') texts.push({ where: prefix + where, text, hidden })
    },
    property: (name, value) => {
      if (value.trim() === '') return
      let key = prefix + name
      for (let copy = 2; properties.has(key) && properties.get(key) !== value; copy++)
        key = `${prefix}${name} (${copy})`
      properties.set(key, value)
    },
    finding: (kind, where) => {
      findings.push({ kind, where: prefix + where })
    },
    inside: (place) => notesAt(`${prefix}${place} > `),
  })
  return {
    notes: notesAt(''),
    result: () => ({ texts, properties: Object.fromEntries(properties), findings }),
  }
}

/** A file to look into: the bytes, the name in its container, and how to look into a file found inside it. */
export type InspectedFile = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly notes: Notes
  /** Looks into a file inside this one; what cannot be opened becomes the finding `unreadable-part`. */
  readonly open: (bytes: Uint8Array, place: string) => Promise<void>
}
