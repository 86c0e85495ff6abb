/** One check of the gate taken out or weakened: `from` stands once in the file. */
export type GateMutation = {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

export const inFile =
  (file: string) =>
  (name: string, from: string, to: string): GateMutation => ({ name, file, from, to })
