import { readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { inspectFile } from '../documents/inspect/inspect-file.ts'
import type { CandidateView, ImportReport, PackBuildReport } from '../workspace/views.ts'
import { createHost, type Host } from '../workspace/host.ts'
import { nodeEnvironment } from '../workspace/node-environment.ts'
import { act } from './demo/act.ts'
import { missingAnnouncements } from './demo/check-announced.ts'
import { rowFaults } from './demo/check-rows.ts'
import { statisticsFaults } from './demo/check-statistics.ts'
import { holds } from './demo/check-text.ts'
import { approve } from './demo/approve.ts'
import { decide } from './demo/decisions.ts'
import { readExpected } from './demo/expected.ts'
import { createReport } from './demo/report.ts'
import { takePictures } from './demo/take-pictures.ts'

/** The main job from end to end on the sample case, held against its answer key. Exit code 1 where anything differs. */
const root = path.join(import.meta.dirname, '..')
const samples = path.join(root, 'scripts', 'sample-case')
const output = path.join(root, 'demo-output')
const vaultDir = path.join(output, 'vault')

const author = { user: 'Ada Author', passphrase: 'copper lantern walks the quiet harbour' }
const approver = { user: 'Ben Approver', passphrase: 'seven green kettles under the bridge' }

/** The main screens in light, two of them in dark. */
const leastPictures = 10

const expected = readExpected(samples)
const report = createReport()
const sample = (name: string): string => path.join(samples, name)
const json = (name: string): unknown => JSON.parse(readFileSync(sample(name), 'utf8'))

const everyEntry = async (host: Host, caseId: string) =>
  (await act(host, 'chronology.list', { caseId, limit: 5_000 })).entries

const openAs = async (who: typeof author): Promise<Host> => {
  const host = createHost(nodeEnvironment())
  await act(host, 'vault.open', { dir: vaultDir, ...who })
  return host
}

const createVault = async (): Promise<{ readonly host: Host; readonly caseId: string }> => {
  const host = createHost(nodeEnvironment())
  await report.step(
    'Create an encrypted vault with two users',
    async () => {
      await act(host, 'vault.create', {
        dir: vaultDir,
        name: 'Calderwick Safeguarding Adults Board',
        ...author,
      })
      await act(host, 'vault.add-user', { ...approver, role: 'chair' })
      return act(host, 'vault.users', {})
    },
    (users) => users.map(({ name, role }) => `${name}, ${role}`).join('; '),
  )
  const { caseId } = await report.step(
    'Add the case and its people key',
    () => act(host, 'case.add', { case: json('case.json'), roster: json('roster.json') }),
    () => 'Adult A, with special-category data in tables of their own',
  )
  return { host, caseId }
}

const importEverything = async (host: Host, caseId: string): Promise<readonly string[]> => {
  const flagged: string[] = []
  const versions = expected.files.filter(({ file }) => file !== expected.reimport.to_file)
  for (const { file, agency, entries, announce } of versions) {
    const imported = await report.step(
      `Import ${file}`,
      () => act(host, 'chronology.import', { caseId, agencyId: agency, path: sample(file) }),
      describeImport,
    )
    flagged.push(...imported.announced.map(({ detail }) => detail))
    report.expect(
      'entries',
      imported.rows.entries === entries ? [] : [`${imported.rows.entries}, not ${entries}`],
      entries,
    )
    report.expect(
      'rows accounted for',
      accounted(imported) ? [] : ['the counts do not add up'],
      imported.rows.read,
    )
    report.expect('announcements', missingAnnouncements(announce, imported.announced), announce.length)
    const { faults, checked } = rowFaults(await everyEntry(host, caseId), file, expected.rows)
    report.expect('every row and date', faults, checked)
  }
  for (const name of ['imr-home-care-provider.docx', 'imr-housing-provider.docx']) {
    const agencyId = name.includes('housing') ? 'a5' : 'a6'
    const added = await report.step(
      `Add the report ${name}`,
      () => act(host, 'contribution.add', { caseId, agencyId, path: sample(name) }),
      ({ words, announced }) => `${words} words read, ${announced.length} announcements`,
    )
    flagged.push(...added.announced.map(({ detail }) => detail))
  }
  return flagged
}

const accounted = ({ rows }: ImportReport): boolean =>
  rows.read === rows.entries + rows.headings + rows.blank + rows.declared

const describeImport = ({ rows, announced, needsAttention, ...counts }: ImportReport): string =>
  `${rows.read} rows: ${rows.entries} entries, ${rows.headings} headings, ${rows.blank} blank, ${rows.declared} declared; ` +
  `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed, ${counts.unchanged} unchanged; ` +
  `${announced.length} announcements, ${needsAttention.length} for attention`

const importAgain = async (host: Host, caseId: string): Promise<void> => {
  const { to_file: file, added, changed, removed, unchanged } = expected.reimport
  const again = await report.step(
    `Import the new version ${file}`,
    () => act(host, 'chronology.import', { caseId, agencyId: 'a5', path: sample(file) }),
    describeImport,
  )
  const references = (kind: string): string =>
    again.differences
      .filter((difference) => difference.kind === kind)
      .map(({ reference, fields }) => `${reference} ${fields.map(({ field }) => field).join(', ')}`.trim())
      .join('; ')
  const wanted: readonly (readonly [string, string, string])[] = [
    ['added', references('added'), added.map(({ ref }) => ref).join('; ')],
    [
      'changed',
      references('changed'),
      changed.map(({ ref, columns }) => `${ref} ${columns.join(', ')}`).join('; '),
    ],
    ['removed', references('removed'), removed.map(({ ref }) => ref).join('; ')],
    ['unchanged', String(again.unchanged), String(unchanged)],
  ]
  report.expect(
    'the difference between the versions',
    wanted.flatMap(([what, found, right]) => (found === right ? [] : [`${what}: ${found}, not ${right}`])),
    wanted.length,
  )
  const { faults, checked } = rowFaults(await everyEntry(host, caseId), file, expected.rows)
  report.expect('every row and date of the new version', faults, checked)
}

const combine = async (host: Host, caseId: string): Promise<void> => {
  const entries = await report.step(
    'Combine the chronology',
    () => everyEntry(host, caseId),
    (all) =>
      `${all.length} entries of ${new Set(all.map(({ agency }) => agency)).size} agencies, each with its source`,
  )
  const keys = entries.map(({ date }) => date.earliest ?? date.latest ?? '9999')
  const disordered = keys.filter((key, index) => index > 0 && key < (keys[index - 1] ?? ''))
  report.expect('the order of dates', disordered, keys.length)
  await report.step(
    'Propose accounts of the same event',
    () => act(host, 'chronology.links', { caseId }),
    (links) => `${links.length} pairs proposed, for a person to confirm`,
  )
}

const basis = {
  purpose: 'To share the combined account with an agency that took part in the review.',
  lawfulBasis: 'UK GDPR Article 6(1)(e) and Article 9(2)(g)',
  power: 'Care Act 2014 sections 44 and 45',
  necessity: 'The agency checks the facts it gave and learns from the others; identities are replaced.',
}

/** What must be asked about and what must never be touched, on the pack as it is first built. */
const checkQuestions = (built: PackBuildReport, flagged: readonly string[]): void => {
  const asked = built.candidates.map(({ text }) => text)
  report.expect(
    'phrases that must be asked about',
    expected.must_query
      .filter(({ text }) => !asked.some((one) => same(one).includes(same(text))))
      .map(({ text }) => text),
    expected.must_query.length,
  )
  report.expect(
    'names outside the key, flagged',
    expected.unknown_names
      .filter(({ name }) => ![...asked, ...flagged].some((one) => one.includes(name)))
      .map(({ name }) => name),
    expected.unknown_names.length,
  )
}

const same = (text: string): string => text.replaceAll('’', "'")

const buildPack = async (
  host: Host,
  caseId: string,
  flagged: readonly string[],
): Promise<PackBuildReport> => {
  const built = await report.step(
    'Redact and build a pack for the housing provider',
    () =>
      act(host, 'pack.build', {
        caseId,
        recipient: 'a5',
        profile: 'partner-agency',
        formats: ['docx', 'pdf', 'xlsx', 'csv', 'json'],
        basis,
      }),
    (pack) =>
      `${pack.replacements} replacements; ${pack.candidates.length} questions for a person; state ${pack.state}; nothing can leave yet`,
  )
  checkQuestions(built, flagged)
  return report.step(
    'Decide every question and build again',
    () => act(host, 'pack.review', { packId: built.packId, decisions: decide(built.candidates) }),
    describePack,
  )
}

const describePack = ({ state, candidates, leaks, files }: PackBuildReport): string =>
  `state ${state}; ${candidates.filter(isOpen).length} questions left; ${leaks.length} leaks found; ${files.length} files`

const isOpen = ({ decision }: CandidateView): boolean => decision === null

const release = async (packId: string): Promise<string> => {
  const host = await openAs(approver)
  const out = path.join(output, 'pack')
  await report.step(
    `Read the sample and approve as ${approver.user}, who built nothing`,
    () => approve(host, packId),
    ({ state }) => `state ${state}`,
  )
  await report.step(
    'Release, and log the disclosure',
    () => act(host, 'pack.release', { packId, out }),
    ({ files, disclosureId }) => `${files.map(({ name }) => name).join(', ')}; disclosure ${disclosureId}`,
  )
  await act(host, 'vault.lock', {})
  return out
}

/** Every produced file, opened by the inspector and held against every string that no pack may hold. */
const checkPack = async (folder: string): Promise<void> => {
  const forbidden = expected.must_not_occur.filter(({ packs }) => packs === 'every')
  const found: string[] = []
  let kept = ''
  for (const name of readdirSync(folder)) {
    const { texts, properties, findings } = await inspectFile(readFileSync(path.join(folder, name)), name)
    const whole = [name, ...texts.map(({ text }) => text), ...Object.values(properties)].join('\n')
    found.push(...forbidden.filter((one) => holds(whole, one)).map((one) => `${name}: ${one.string}`))
    found.push(...findings.map(({ kind, where }) => `${name}: ${kind} at ${where}`))
    if (name.endsWith('.json')) kept += whole
  }
  report.expect(
    'strings that must not occur in any file',
    found,
    forbidden.length * readdirSync(folder).length,
  )
  const { leaks } = await act(createHost(nodeEnvironment()), 'tool.check-leaks', {
    roster: json('roster.json'),
    files: readdirSync(folder).map((name) => ({ path: path.join(folder, name) })),
  })
  report.expect(
    'a second look for anything of the key',
    leaks.map(({ file, where, kind }) => `${file}: ${kind} at ${where}`),
    readdirSync(folder).length,
  )
  report.expect(
    'ordinary words left alone',
    expected.must_stay.filter(({ text }) => !kept.includes(text)).map(({ text }) => text),
    expected.must_stay.length,
  )
}

const statistics = async (host: Host): Promise<void> => {
  await report.step(
    'Enter the closed reviews of earlier years',
    () => act(host, 'history.import', { path: sample('history.json') }),
    ({ years, added }) => `${added} reviews of ${years.length} years`,
  )
  const years = Object.keys(expected.history_totals)
  for (const year of years) {
    const view = await act(host, 'statistics.show', { year })
    const { faults, checked } = statisticsFaults(view, expected.history_totals[year])
    report.expect(`the tables of ${year}`, faults, checked)
  }
  const latest = years.at(-1) ?? ''
  await report.step(
    `Publish the tables of ${latest} under the SAC rule`,
    () =>
      act(host, 'statistics.publish', {
        year: latest,
        rule: 'sac',
        formats: ['docx', 'pdf', 'xlsx', 'csv', 'json'],
        out: path.join(output, 'statistics'),
      }),
    ({ files }) => files.map(({ name }) => name).join(', '),
  )
}

const main = async (): Promise<number> => {
  const start = performance.now()
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output)
  const { host, caseId } = await createVault()
  const flagged = await importEverything(host, caseId)
  await importAgain(host, caseId)
  await combine(host, caseId)
  const pack = await buildPack(host, caseId, flagged)
  await act(host, 'vault.lock', {})
  await checkPack(await release(pack.packId))
  const again = await openAs(author)
  await statistics(again)
  await report.step(
    'Verify every page, the key slots and the audit',
    () => act(again, 'vault.verify', { independent: true }),
    ({ ok, pages, auditEntries, independent }) =>
      `${ok ? 'sound' : 'NOT SOUND'}: ${pages} pages, ${auditEntries} audit entries; ` +
      (independent?.available
        ? `SQLCipher ${independent.cipherVersion} agrees`
        : 'the independent witness is not installed'),
  )
  await act(again, 'vault.lock', {})
  const pictures = await report.step(
    'Take pictures of the main screens',
    () => takePictures({ vaultDir, ...author, output: path.join(output, 'pictures') }),
    (taken) => `${taken.length} pictures`,
  )
  report.expect(
    'pictures',
    pictures.length < leastPictures ? [`only ${pictures.length}`] : [],
    pictures.length,
  )
  const seconds = ((performance.now() - start) / 1_000).toFixed(0)
  const failed = report.failed()
  writeFileSync(path.join(output, 'summary.txt'), `${failed} expectations failed; ${seconds} s\n`)
  console.log(
    `\n${failed === 0 ? 'Everything is as expected.' : `${failed} expectations failed.`} ${seconds} s in all.`,
  )
  console.log('Vault, pack, tables and pictures are in demo-output.')
  console.log(`To open the vault: ${author.user}, passphrase "${author.passphrase}".`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main()
