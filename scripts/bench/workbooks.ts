import { writeFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import { passageMaker } from './passages.ts'

const headings = ['Ref', 'Date', 'Time', 'Source', 'Author', 'Contact', 'Event', 'Action']
const contacts = ['Telephone', 'Home visit', 'Meeting', 'Letter', 'Decision']

/** An agency's chronology as an Excel file of so many rows, the same for the same seed. */
export const writeWorkbook = async (file: string, rows: number, seed: number): Promise<void> => {
  const passage = passageMaker(seed)
  const text = (value: string) => ({ value, type: String })
  const data = Array.from({ length: rows }, (_, n) => {
    const [year, month, date] = new Date(Date.UTC(2018, 0, 1 + ((n * 7 + seed) % 2_000)))
      .toISOString()
      .slice(0, 10)
      .split('-')
    return [
      text(`S${seed}-${n}`),
      text(`${date}/${month}/${year}`),
      text(`${String(8 + (n % 10)).padStart(2, '0')}:30`),
      text('Case note'),
      text('Duty worker'),
      text(contacts[n % contacts.length] ?? ''),
      text(passage(300)),
      text(passage(60)),
    ]
  })
  writeFileSync(file, await writeXlsxFile([headings.map(text), ...data]).toBuffer())
}
