import { describe, expect, it } from 'vitest'
import { failureOf, sar } from './run-sar.ts'

/** The commands of the command line's page that this version has. */
const commands = [
  'redact',
  'protect',
  'dates',
  'inspect',
  'check-leaks',
  'vault create',
  'vault verify',
  'vault add-user',
  'vault change-passphrase',
  'case add',
  'case list',
  'case show',
  'contribution add',
  'chronology import',
  'chronology list',
  'chronology links',
  'chronology link',
  'chronology conflicts',
  'pack build',
  'pack review',
  'pack approve',
  'pack release',
  'history import',
  'stats',
  'audit list',
  'audit verify',
]

describe('sar', () => {
  it('lists every command, and those of a group', async () => {
    const [all, group] = await Promise.all([sar(['--help']), sar(['vault', '--help'])])
    expect([all.code, all.stderr, group.code]).toEqual([0, '', 0])
    const missing = commands.filter((command) => !all.stdout.includes(`sar ${command} `))
    expect(missing).toEqual([])
    expect(group.stdout).toContain('sar vault create')
    expect(group.stdout).not.toContain('sar case add')
  })

  it.each(commands)('explains %s with an example, whatever else is missing', async (command) => {
    const { code, stdout, stderr } = await sar([...command.split(' '), '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`Usage: sar ${command} `)
    expect(stdout).toMatch(new RegExp(`^Example: .*sar ${command} `, 'm'))
  })

  it('refuses what it does not know, in one line and with exit 2', async () => {
    const tried = [
      [],
      ['frobnicate'],
      ['vault', 'frobnicate'],
      ['dates', '--frobnicate'],
      ['case', 'list'],
      ['case', 'list', '--vault'],
      ['inspect'],
      ['inspect', 'one.docx', 'two.docx'],
      ['redact'],
      ['redact', '--roster', 'r.json', '--audience', 'everyone'],
    ]
    const failures = await Promise.all(tried.map((args) => sar([...args, '--json'])))
    for (const [at, ran] of failures.entries())
      expect([tried[at], failureOf(ran)]).toEqual([
        tried[at],
        expect.objectContaining({ code: 'invalid', exit: 2, stderrIsTheMessage: true }),
      ])
  })

  it('takes no secret as an argument, and does not repeat one', async () => {
    for (const args of [
      ['case', 'list', '--vault', '/nowhere', '--passphrase', 'walrus copper inkwell'],
      ['vault', 'create', '--passphrase=walrus copper inkwell'],
    ]) {
      const ran = await sar(args)
      expect([ran.code, ran.stdout]).toEqual([2, ''])
      expect(ran.stderr).not.toContain('walrus')
    }
  })

  it('says that there is no vault in a folder that holds none', async () => {
    const ran = await sar(['case', 'list', '--vault', '/nowhere', '--json'], {
      env: { SAR_PASSPHRASE: 'walrus copper inkwell meadow' },
    })
    expect(failureOf(ran)).toMatchObject({ code: 'not-found', exit: 2, stderrIsTheMessage: true })
  })
})
