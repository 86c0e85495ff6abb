import type { SessionView } from '../workspace/views.ts'

/** True while names on screen are to be pseudonyms: always, for those who may not read the people key. */
export const hidesNames = (state: {
  readonly session: SessionView | null
  readonly realNames: boolean
}): boolean => !(state.session?.permissions.includes('people-key:read') ?? false) || !state.realNames

/** What went wrong with a file, without the file's name, which may be a person's. */
export const withoutFileName = (message: string, name: string): string => message.replaceAll(name, 'The file')

const kinds: Readonly<Record<string, string>> = {
  xlsx: 'Excel file',
  docx: 'Word file',
  csv: 'CSV file',
  ods: 'OpenDocument file',
  json: 'JSON file',
}

/** "Word file" of a name that ends in .docx. */
export const fileKind = (name: string): string =>
  kinds[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'File'
