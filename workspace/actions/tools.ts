import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { parseDate } from '../../domain/dates/parse-date.ts'
import { protectTable } from '../../domain/disclosure/protect.ts'
import { parseRoster } from '../../domain/people/roster.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Leak } from '../../domain/redaction/redaction.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers } from '../host.ts'
import { examineFiles } from '../packs/gate.ts'
import { audienceOf, manifestBeside } from '../packs/pack-manifest.ts'
import { readChosenFile } from '../read-file.ts'

type Names = 'tool.redact' | 'tool.protect' | 'tool.dates' | 'tool.inspect' | 'tool.check-leaks'

/** Doors that need no vault: they read what they are given and keep nothing. */
export const toolActions: Handlers<Names> = {
  'tool.redact': (_, { roster, audience, texts }) => {
    const prepared = prepareRoster(parseRoster(roster, 'The roster'))
    const results = texts.map(({ id, text }) => ({
      ...(id === undefined ? {} : { id }),
      ...redact(text, prepared, { audience }),
    }))
    return () => ({ value: { results } })
  },

  'tool.protect': (_, { tables }) => {
    const answers = tables.map(protectTable)
    return () => ({ value: { answers } })
  },

  'tool.dates': (_, { texts }) => {
    const dates = texts.map(({ text, default: year }) =>
      parseDate(text, year === undefined ? {} : { defaultYear: year }),
    )
    return () => ({ value: { dates } })
  },

  'tool.inspect': async (_, { path }) => {
    const { bytes, name } = await readChosenFile(path)
    const value = await inspectFile(bytes, name)
    return () => ({ value })
  },

  'tool.check-leaks': async (_, { roster: json, audience, files }) => {
    const roster = parseRoster(json, 'The roster')
    const prepared = prepareRoster(roster)
    const leaks: Leak[] = []
    for (const { path } of files) {
      const file = await readChosenFile(path)
      const manifest = await manifestBeside(path)
      const options = { audience: audience ?? audienceOf(file, manifest), decisions: [] }
      const found = await examineFiles([file], roster, prepared, options, null)
      const [problem] = found.problems
      if (problem !== undefined) throw new ExpectedError('invalid', problem)
      leaks.push(...found.leaks)
    }
    return () => ({ value: { leaks } })
  },
}
