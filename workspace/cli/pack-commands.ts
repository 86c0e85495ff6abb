import { z } from 'zod'
import { packFormats, type PackFormat } from '../../domain/packs/pack-document.ts'
import { profileIds, type ProfileId } from '../../domain/packs/profile.ts'
import { ExpectedError } from '../../domain/result.ts'
import { searchAnswerSchema, type SearchItemView, type SearchesView } from '../contract/intruder-searches.ts'
import { reviewDecisionSchema } from '../contract/pack-review.ts'
import { packChoicesSchema, type PackChoices } from '../../domain/packs/choices.ts'
import { basisFor } from '../contract/pack-basis.ts'
import type { sealSchema } from '../contract/seal.ts'
import type { PackBuildReport } from '../views.ts'
import { given, list, listOf, readJsonFile, required } from './arguments.ts'
import { option, type Command, type Tools } from './command.ts'

export const formatsFrom = (text: string): PackFormat[] => {
  const formats = listOf(text, packFormats)
  if (formats) return formats
  throw new ExpectedError('invalid', `--formats takes ${packFormats.join(', ')}, separated by commas.`)
}

const spokenProfiles = new Map<string, ProfileId>(
  Object.entries({
    agency: 'partner-agency',
    agencies: 'partner-agency',
    partner: 'partner-agency',
    public: 'publication',
    'data-subject': 'dsar',
  }),
)

const profileFrom = (text: string): ProfileId => {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  const found = profileIds.find((id) => id === word) ?? spokenProfiles.get(word)
  if (found) return found
  throw new ExpectedError('invalid', `There is no such profile. The profiles are ${profileIds.join(', ')}.`)
}

/** A file of choices within the profile, such as `{"dates":"relative","dayZero":"2023-11-09"}`. */
const choicesFrom = async (file: string | undefined): Promise<Partial<PackChoices>> => {
  if (file === undefined) return {}
  const valid = packChoicesSchema
    .partial()
    .strict()
    .safeParse(await readJsonFile(file))
  if (valid.success) return valid.data as Partial<PackChoices>
  const issue = valid.error.issues[0]
  throw new ExpectedError(
    'invalid',
    `The choices file is not usable at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`,
  )
}

const describeBuild = (report: PackBuildReport): string =>
  [
    `Pack ${report.packId}: ${report.state}. ${report.replacements} replacements.`,
    ...report.candidates
      .filter((candidate) => candidate.decision === null)
      .map((candidate) => `to decide\t${candidate.id}\t${candidate.text}\t${candidate.why}`),
    ...report.leaks.map((leak) => `LEAK\t${leak.file}\t${leak.where}\t${leak.kind}`),
    ...report.files.map((file) => `${file.name}\t${file.bytes} bytes`),
  ].join('\n')

const build: Command = {
  words: ['pack', 'build'],
  summary: 'Build a redacted pack for one agency; nothing leaves until another person approves',
  usage:
    'sar pack build --vault DIR --case ID --recipient AGENCY --profile PROFILE --formats docx,pdf,xlsx,csv,json [--out DIR] [--report ID] [--choices FILE] [--purpose TEXT] [--lawful-basis TEXT] [--power TEXT] [--necessity TEXT] [--json]',
  example:
    'sar pack build --vault ./board --case ID --recipient a5 --profile partner-agency --formats docx,pdf --out draft --json',
  options: {
    case: option.text,
    recipient: option.text,
    profile: option.text,
    formats: option.text,
    out: option.text,
    choices: option.text,
    purpose: option.text,
    'lawful-basis': option.text,
    power: option.text,
    necessity: option.text,
    report: option.text,
  },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const out = given(tools, 'out')
    const reportId = given(tools, 'report')
    const profile = profileFrom(required(tools, 'profile'))
    const usual = basisFor(profile)
    const report = await tools.act('pack.build', {
      caseId: required(tools, 'case'),
      recipient: required(tools, 'recipient'),
      profile,
      choices: await choicesFrom(given(tools, 'choices')),
      formats: formatsFrom(required(tools, 'formats')),
      basis: {
        purpose: given(tools, 'purpose') ?? usual.purpose,
        lawfulBasis: given(tools, 'lawful-basis') ?? usual.lawfulBasis,
        power: given(tools, 'power') ?? usual.power,
        necessity: given(tools, 'necessity') ?? usual.necessity,
      },
      ...(reportId === undefined ? {} : { report: reportId }),
      ...(out === undefined ? {} : { out }),
    })
    return { json: report, text: describeBuild(report) }
  },
}

const decisionsSchema = z.union([
  z.array(reviewDecisionSchema).transform((decisions) => ({ decisions, searches: [] })),
  z.looseObject({
    decisions: z.array(reviewDecisionSchema).default([]),
    searches: z.array(searchAnswerSchema).default([]),
  }),
])

/** What somebody could search for in a pack, still to be answered where its profile demands it. */
const openSearches = ({ isDemanded, items }: SearchesView): readonly SearchItemView[] =>
  isDemanded ? items.filter(({ answer }) => answer === null) : []

const describeSearches = (view: SearchesView): readonly string[] =>
  openSearches(view).map(({ id, text }) => `to search for\t${id}\t${text}`)

const review: Command = {
  words: ['pack', 'review'],
  summary: 'Decide the candidates of a pack, answer what could be searched for, and build it again',
  usage: 'sar pack review --vault DIR --pack ID --decisions FILE [--json]',
  example:
    'sar pack review --vault ./board --pack ID --decisions decisions.json   (decisions.json: [{"candidate":"ID or text","decision":"keep"} or {"candidate":"…","decision":"replace","entity":"p02"} or {…,"replacement":"Person 3","reason":"…"}], or {"decisions":[…],"searches":[{"item":"ID","answer":"not-found"} or {"item":"ID","answer":"accepted","reason":"…"}]})',
  options: { pack: option.text, decisions: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const packId = required(tools, 'pack')
    const valid = decisionsSchema.safeParse(await readJsonFile(required(tools, 'decisions')))
    if (!valid.success) {
      const issue = valid.error.issues[0]
      throw new ExpectedError(
        'invalid',
        `The decisions file is not usable at ${issue?.path.join('.') || 'its top'}.`,
      )
    }
    const { decisions, searches: answers } = valid.data
    if (decisions.length > 0 || answers.length === 0) await tools.act('pack.review', { packId, decisions })
    if (answers.length > 0) await tools.act('pack.answer-searches', { packId, answers })
    const searches = await tools.act('pack.searches', { packId })
    const { state, candidates, leaks, replacements, files } = await tools.act('pack.show', { packId })
    const report = { packId, state, candidates, leaks, replacements, files }
    return {
      json: { ...report, searches },
      text: [describeBuild(report), ...describeSearches(searches)].join('\n'),
    }
  },
}

const approve: Command = {
  words: ['pack', 'approve'],
  summary: 'Print what an approver must read of a pack that somebody else built, and approve it',
  usage: 'sar pack approve --vault DIR --pack ID [--user NAME] [--json]',
  example: "sar pack approve --vault ./board --pack ID --user 'B Approver' --json",
  options: { pack: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools: Tools) => {
    const packId = required(tools, 'pack')
    const { items } = await tools.act('pack.sample', { packId })
    const sample = await tools.act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
    const pack = await tools.act('pack.approve', { packId })
    const read = sample.map(({ where, text }) => `${where}\n${text}\n`)
    return { json: { ...pack, sample }, text: [...read, `Pack ${pack.id} is ${pack.state}.`].join('\n') }
  },
}

/** Where a passphrase opens it, it comes from a file, a variable or a prompt, never from the command line. */
const sealFrom = async (tools: Tools): Promise<z.input<typeof sealSchema> | null> => {
  const wanted = given(tools, 'seal-for')
  if (wanted === undefined) return null
  if (wanted !== 'zip' && wanted !== 'age') return { kind: 'age-keys', keys: list(wanted) }
  const passphrase = await tools.secret({
    fileOption: 'seal-passphrase-file',
    variable: 'SAR_SEAL_PASSPHRASE',
    prompt: 'Passphrase to seal the pack with: ',
  })
  if (passphrase !== null) return { kind: wanted, passphrase }
  throw new ExpectedError(
    'invalid',
    'A sealed pack needs a passphrase: give it by --seal-passphrase-file or SAR_SEAL_PASSPHRASE.',
  )
}

const makePassphrase: Command = {
  words: ['seal', 'passphrase'],
  summary: 'Make a passphrase to seal a pack with; it is kept nowhere',
  usage: 'sar seal passphrase [--json]',
  example: 'sar seal passphrase > seal.txt',
  options: {},
  positionals: [0, 0],
  vault: 'none',
  run: async (tools) => {
    const answer = await tools.act('seal.make-passphrase', {})
    return { json: answer, text: answer.passphrase }
  },
}

const release: Command = {
  words: ['pack', 'release'],
  summary: 'Record the disclosure and write the approved files, sealed where asked',
  usage:
    'sar pack release --vault DIR --pack ID --out DIR [--seal-for zip|age|KEY,…] [--seal-passphrase-file FILE] [--user NAME] [--json]',
  example:
    "sar pack release --vault ./board --pack ID --out ./to-send --seal-for zip --seal-passphrase-file seal.txt --user 'B Approver' --json   (KEY: an age key, age1…; the passphrase may stand in SAR_SEAL_PASSPHRASE; sar seal passphrase makes one)",
  options: {
    pack: option.text,
    out: option.text,
    'seal-for': option.text,
    'seal-passphrase-file': option.text,
  },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const [packId, out] = [required(tools, 'pack'), required(tools, 'out')]
    const seal = await sealFrom(tools)
    const answer = await tools.act('pack.release', { packId, out, ...(seal ? { seal } : {}) })
    const lines = answer.files.map((file) => `${file.name}\t${file.sha256}`)
    return {
      json: answer,
      text: [`Disclosure ${answer.disclosureId}: ${answer.method}`, ...lines].join('\n'),
    }
  },
}

export const packCommands: readonly Command[] = [build, review, approve, release, makePassphrase]
