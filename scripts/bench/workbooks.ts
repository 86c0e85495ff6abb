import { writeFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import { passageMaker } from './passages.ts'

const headings = ['Ref', 'Date', 'Time', 'Source', 'Author', 'Contact', 'Event', 'Action']
const contacts = ['Telephone', 'Home visit', 'Meeting', 'Letter', 'Decision']

/** The rows of an agency's chronology, the same for the same seed. */
const rowsOf = (rows: number, seed: number): readonly (readonly string[])[] => {
  const passage = passageMaker(seed)
  return Array.from({ length: rows }, (_, n) => {
    const [year, month, date] = new Date(Date.UTC(2018, 0, 1 + ((n * 7 + seed) % 2_000)))
      .toISOString()
      .slice(0, 10)
      .split('-')
    return [
      `S${seed}-${n}`,
      `${date}/${month}/${year}`,
      `${String(8 + (n % 10)).padStart(2, '0')}:30`,
      'Case note',
      'Duty worker',
      contacts[n % contacts.length] ?? '',
      passage(300),
      passage(60),
    ]
  })
}

/** An agency's chronology as an Excel file of so many rows. */
export const writeWorkbook = async (file: string, rows: number, seed: number): Promise<void> => {
  const data = [headings, ...rowsOf(rows, seed)].map((cells) =>
    cells.map((value) => ({ value, type: String })),
  )
  writeFileSync(file, await writeXlsxFile(data).toBuffer())
}

/** The same as a csv file. */
export const writeCsv = (file: string, rows: number, seed: number): void =>
  writeFileSync(
    file,
    [headings, ...rowsOf(rows, seed)].map((cells) => cells.map((text) => `"${text}"`).join(',')).join('\r\n'),
  )
