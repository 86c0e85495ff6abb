import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import type { Host } from '../../workspace/host.ts'
import { createHost } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { act } from '../demo/act.ts'
import { timed, type Figures } from './measure.ts'
import { passageMaker } from './passages.ts'

const headings = ['Ref', 'Date', 'Time', 'Source', 'Author', 'Contact', 'Event', 'Action']

const writeWorkbook = async (file: string, rows: number): Promise<void> => {
  const passage = passageMaker(rows)
  const text = (value: string) => ({ value, type: String })
  const data = Array.from({ length: rows }, (_, n) => {
    const day = new Date(Date.UTC(2018, 0, 1 + (n % 2_000))).toISOString().slice(0, 10)
    const [year, month, date] = day.split('-')
    return [
      text(`R${n}`),
      text(`${date}/${month}/${year}`),
      text('10:30'),
      text('Case note'),
      text('Duty worker'),
      text('Telephone'),
      text(passage(300)),
      text(passage(60)),
    ]
  })
  const buffer = await writeXlsxFile([headings.map(text), ...data]).toBuffer()
  writeFileSync(file, buffer)
}

const caseOf = (sampleCase: string, n: number): unknown => ({
  ...(JSON.parse(readFileSync(sampleCase, 'utf8')) as object),
  ref: `BENCH-IMPORT-${n}`,
})

/** An Excel file of 2,000 rows against one of 10,000, each into a new case: time a row. */
export const measureImport = async (folder: string, figures: Figures): Promise<void> => {
  const env = nodeEnvironment()
  const host: Host = createHost(env)
  const dir = path.join(folder, 'import-vault')
  const passphrase = 'seven green kettles under the bridge'
  await act(host, 'vault.create', { dir, name: 'Bench', user: 'Bench', passphrase })
  const sizes = [2_000, 10_000] as const
  const least = new Map<number, number>()
  for (const rows of sizes) await writeWorkbook(path.join(folder, `rows-${rows}.xlsx`), rows)
  let n = 0
  for (let round = 0; round < 4; round += 1)
    for (const rows of sizes) {
      n += 1
      const sampleCase = path.join(env.sampleCaseFolder, 'case.json')
      const { caseId } = await act(host, 'case.add', { case: caseOf(sampleCase, n), roster: { entries: [] } })
      const file = path.join(folder, `rows-${rows}.xlsx`)
      const took = await timed(() => act(host, 'chronology.import', { caseId, agencyId: 'a1', path: file }))
      least.set(rows, Math.min(least.get(rows) ?? Infinity, took / rows))
    }
  await act(host, 'vault.lock', {})
  const [small, large] = [least.get(2_000) ?? NaN, least.get(10_000) ?? NaN]
  figures.set('import of 2000 rows ms/row', small)
  figures.set('import of 10000 rows ms/row', large)
  figures.set('import time per row 10000/2000', large / small)
}
