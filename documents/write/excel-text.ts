/** A character as a cell may spell it: `_x0041_` is read as U+0041 (ECMA-376 part 1, 22.9.2.19). */
const spelled = (character: string): string =>
  `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Text as it must be given to the Excel library for a reader to find it as it is. Text that looks like such a spelling has
 * its underscore spelled; and a word that every JavaScript object answers to, such as `constructor`, has its first letter
 * spelled, because the library keeps its list of strings in an object and would lose the word (write-excel-file 4.1.1).
 */
export const excelText = (value: string): string =>
  value in {}
    ? `${spelled(value.charAt(0))}${value.slice(1)}`
    : value.replace(/_(?=x[0-9a-f]{4}_)/giu, spelled('_'))

/** The list of strings with those words as they are: not every program reads a spelled letter. */
export const withPlainWords = (sharedStrings: string): string =>
  sharedStrings.replace(/>_x([0-9A-F]{4})_(\w+)</gu, (whole, code: string, rest: string) => {
    const word = `${String.fromCodePoint(Number.parseInt(code, 16))}${rest}`
    return word in {} ? `>${word}<` : whole
  })
