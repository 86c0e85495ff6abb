import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSync, closeSync } from 'node:fs'
import type { Db } from '../../db/database.ts'
import { migrate, migrations, readSchemaVersion, schemaVersion } from '../../db/migrations/migrate.ts'
import { openEncrypted } from '../../db/vault/connection.ts'
import { aFolder } from './builders.ts'

const at = '2026-11-24T09:00:00.000Z'

/** An empty encrypted database of the real engine. */
const anEmptyDatabase = (): Db => {
  const path = join(aFolder(), 'vault.db')
  closeSync(openSync(path, 'w'))
  const db = openEncrypted(path, Buffer.alloc(32, 7), 0)
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** What each step makes; an index or trigger belongs to its table's step. */
const makes: Readonly<Record<number, readonly string[]>> = {
  10: ['audit', 'audit_state', 'settings', 'users'],
  20: ['adults', 'agencies', 'case_team', 'cases'],
  30: ['criminal_offence', 'special_category'],
  40: ['people_key_entries', 'people_keys'],
  50: ['entries', 'sources'],
  60: ['entry_text', 'entry_text_source'],
  70: ['contributions', 'decisions'],
  80: ['disclosures', 'pack_files', 'packs'],
  90: ['history_adults', 'history_cases', 'history_special_category', 'stats_releases'],
  100: ['drafts'],
  120: ['conflict_settlements', 'same_event_decisions'],
  130: ['contact_queries', 'contact_statements', 'query_letters', 'silence_lengths'],
  140: ['column_mappings'],
  160: [
    'comment_threads',
    'comment_wordings',
    'comments',
    'finding_evidence',
    'finding_versions',
    'findings',
    'mentions',
  ],
  150: ['analyses', 'analysis_history', 'case_wording', 'glossary', 'stated_abbreviations'],
  170: ['first_views', 'saved_views'],
  180: [],
  190: [
    'intruder_searches',
    'sample_openings',
    'second_reading_settlements',
    'second_readings',
    'second_readings_asked',
  ],
  200: ['disclosure_receipts', 'recipient_agencies', 'recipients'],
  205: ['notice_disclosures', 'pack_powers', 'recipient_notices', 'rectifications'],
  210: ['transcriptions'],
  220: ['publication_versions', 'report_versions', 'reports'],
}

/** A row or more for the tables of each step, put in as soon as they exist, which every later step must keep. */
const rows: Readonly<Record<number, string>> = {
  10: `INSERT INTO users VALUES ('u1', 'Robin Vale', 'chair', '${at}'), ('u2', 'Kim Ash', 'chair', '${at}');
       INSERT INTO audit VALUES (1, '${at}', 'u1', 'Robin Vale', 'a', NULL, NULL, NULL, '{}', '', 'h1')`,
  20: `INSERT INTO cases VALUES ('c1', 'SAR-1', 'Adult A', 'Board', 'review', NULL, NULL, '{}', 1, '${at}');
       INSERT INTO agencies VALUES ('c1', 'a1', 1, 'Council', NULL, NULL);
       INSERT INTO adults VALUES ('d1', 'c1', 'Adult A', 'p01', '{}');
       INSERT INTO case_team VALUES ('c1', 'u1', 'u1', '${at}')`,
  30: `INSERT INTO special_category VALUES ('s1', 'c1', 'd1', 'religion', '"x"')`,
  40: `INSERT INTO people_keys VALUES ('c1', '[]', '[]', '{}', 1);
       INSERT INTO people_key_entries VALUES ('c1', 'p01', 0, '{}', 1)`,
  50: `INSERT INTO sources VALUES ('f1', 'c1', 'a1', 'f.csv', 'h', 'csv', 'u1', '${at}', NULL, '{}', '[]', '{}', '[]', x'00');
       INSERT INTO entries VALUES (1, 'e1', 'e1', 'c1', 'a1', 'f1', 1, 's', 2, 's!2', '2023', NULL, NULL, 'unknown', NULL, NULL,
         '[]', 'text', 'k', 0, 0, 'h', 'current', NULL, 1, '${at}',
         '{"event":"Kettle found boiling dry","outcome":"Referred to fire service"}', '[]', '[]')`,
  60: '',
  70: `INSERT INTO decisions VALUES (1, 'x1', 'c1', 'Rose', 'keep', NULL, NULL, 'agencies', NULL, 'u1', '${at}')`,
  80: `INSERT INTO disclosures VALUES ('o1', 'c1', NULL, 'a1', 'p', 'l', 'w', 'n', 'partner-agency', 'u1', 'm', 'u2', '${at}',
         'prepared', '[]', '[]')`,
  90: `INSERT INTO history_cases VALUES ('h1', '2020-21', 1, '{}', 'u1', '${at}')`,
  100: `INSERT INTO drafts VALUES ('u1', 'k', 't', '${at}')`,
  120: `INSERT INTO entries SELECT 2, 'e2', 'e2', case_id, agency_id, source_id, 2, sheet, 3, where_text, date_original,
         earliest, latest, precision, time, time_end, date_warnings, stored, sort_key, hidden_row, declared, row_hash, status,
         replaced_by, version, created_at, '{}', aside, cells FROM entries WHERE id = 'e1';
        INSERT INTO same_event_decisions VALUES (1, 'y1', 'c1', 'e1', 'e2', 1, 'confirmed', 'e1', 'e2', 'u1', '${at}', '', NULL);
        INSERT INTO conflict_settlements VALUES (1, 'z1', 'c1', 0, 'date', 'date', 'preferred', 'e1', 'u1', '${at}', 'r', '[]')`,
  130: `INSERT INTO silence_lengths VALUES ('c1', 60, 1);
        INSERT INTO query_letters VALUES ('q1', 'c1', 'a1', 1, '2026-11-24', '2026-12-15', 'u1', '${at}', 'sent', 'o1', '{}');
        INSERT INTO contact_queries VALUES ('k1', 'q1', '2022-01-01', '2022-06-30', 1);
        INSERT INTO contact_statements VALUES ('t1', 'c1', 'a1', 'k1', 'no-contact', '2022-01-01', '2022-06-30', 'Records lead',
          '2026-11-24', 'letter', '', 'u1', '${at}', NULL, NULL)`,
  140: `INSERT INTO column_mappings VALUES ('m1', 'police', 'Police', '[]', '{}', 'u1', '${at}', NULL, NULL),
         ('m2', 'police', 'Police', '[]', '{}', 'u1', '${at}', 'u2', '${at}')`,
  160: `INSERT INTO comment_threads VALUES ('t1', 'c1', 'entry', 'e1', 1, NULL, NULL, 1);
        INSERT INTO comments VALUES ('m1', 't1', 1, 'u1', NULL, 1);
        INSERT INTO comment_wordings VALUES ('m1', 1, '@[u2]', 'e1', '${at}');
        INSERT INTO mentions VALUES ('m1', 'u2', 1, '${at}', NULL);
        INSERT INTO findings VALUES ('g1', 'c1', 1, 1, 'u1', '${at}');
        INSERT INTO finding_versions VALUES ('g1', 1, '{}', 'u1', '${at}');
        INSERT INTO finding_evidence VALUES ('g1', 'e1')`,
  150: `INSERT INTO analyses VALUES ('e1', 'c1', 'unclear', 'no', NULL, NULL, NULL, ' 1 ', '', 1, 'e1', 1, 'u1', '${at}');
        INSERT INTO analysis_history VALUES ('e1', 1, 'ch1', '{}', 'e1', 'u1', '${at}');
        INSERT INTO case_wording VALUES ('c1', '{}', 1, 'u1', '${at}');
        INSERT INTO glossary VALUES ('g1', 'c1', 'ED', 'emergency department', 'a1', 'explained', 1, 'u1', '${at}');
        INSERT INTO stated_abbreviations VALUES ('f1', 0, 'ED', 'emergency department')`,
  170: `INSERT INTO saved_views VALUES ('v1', 'c1', 'u1', 'Falls', 1, '{}', 0, 1, '${at}');
        INSERT INTO first_views VALUES ('c1', 'u1', 'v1')`,
  190: `INSERT INTO packs VALUES ('k1', 'c1', 'a1', 'publication', 'ready', 1, 'u1', '${at}', NULL, NULL, NULL, NULL, 'f', '{}', '[]',
          0, 0, NULL, '{}', '{}', '{}', NULL, NULL);
        INSERT INTO second_readings VALUES (1, 'c1', 'Rose', 'keep', NULL, NULL, 'public', '', 'u2', '${at}');
        INSERT INTO second_reading_settlements VALUES (1, 'c1', 'Rose', 'first', 'public', '', 'u1', '${at}');
        INSERT INTO second_readings_asked VALUES ('k1', 'u1', '${at}');
        INSERT INTO intruder_searches VALUES (1, 'c1', 'i1', 'not-found', '', 'u1', '${at}');
        INSERT INTO sample_openings VALUES ('k1', 1, 'u2', 'p1', '${at}')`,
  200: `INSERT INTO recipients VALUES ('r2', 'agency', NULL, 'Northern Integrated Care', '', '', '', NULL, NULL, 1, 'u1', '${at}'),
          ('r1', 'agency', NULL, 'Calderwick Care Group', '', '', '', 'r2', '2026-04-01', 1, 'u1', '${at}');
        INSERT INTO recipient_agencies VALUES ('c1', 'a1', 'r1');
        INSERT INTO disclosure_receipts VALUES ('p1', 'o1', '2026-11-25', 'secure email', 'Records lead', 'u1', '${at}')`,
  205: `INSERT INTO rectifications VALUES (1, 'x1', 'c1', 'e1', 'e1', 'correction', 'event', 's', 'r', 'v', 'a', 'u1', '${at}');
        INSERT INTO recipient_notices VALUES (1, 'n1', 'c1', 'a1', 'rectified', 'x1', '2026-12-24', 'to-do', '', NULL, 'u1',
          '${at}', 'u1', '${at}', 1);
        INSERT INTO notice_disclosures VALUES ('n1', 'o1')`,
  210: `INSERT INTO contributions VALUES ('b1', 'c1', 'a1', 'f.pdf', 'h', 'pdf', 'u1', '${at}', '[]', '{}', '[]', x'00');
        INSERT INTO transcriptions VALUES (1, 'b1', 2, 'As it stands on the page', 'u1', '${at}')`,
  220: `INSERT INTO reports VALUES ('w1', 'c1', 1, 'overview', 1, 'u1', '${at}');
        INSERT INTO report_versions VALUES ('w1', 1, '{}', 'u1', '${at}');
        INSERT INTO publication_versions VALUES ('w1', 1, '{}', 'u1', '${at}')`,
}

const named = (db: Db) =>
  db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')
       AND name NOT LIKE 'sqlite_%' AND name <> 'schema_steps' ORDER BY name`,
    )
    .pluck()
    .all()

const counts = (db: Db) =>
  Object.fromEntries(
    named(db).map((name) => [
      name,
      db
        .prepare(`SELECT count(*) FROM "${String(name)}"`)
        .pluck()
        .get(),
    ]),
  )

describe('migrations', () => {
  it('are numbered in tens, or half-way between, and rise', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
    expect(versions.filter((version) => version % 5 !== 0)).toEqual([])
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
    expect(Object.keys(makes).map(Number)).toEqual(versions)
  })

  it.each(migrations.map(({ version, name }) => [version, name] as const))(
    'step %s (%s) goes from the step before, adds what it should, and loses nothing',
    (version) => {
      const db = anEmptyDatabase()
      for (const step of migrations.filter((before) => before.version < version)) {
        migrate(db, at, step.version)
        db.exec(rows[step.version] ?? '')
      }
      const before = counts(db)
      expect(readSchemaVersion(db)).toBe(
        migrations.findLast((before) => before.version < version)?.version ?? 0,
      )
      expect(migrate(db, at, version)).toEqual([version])
      expect(readSchemaVersion(db)).toBe(version)
      expect(named(db)).toEqual([...Object.keys(before), ...makes[version]!].toSorted())
      expect(counts(db)).toMatchObject(before)
      db.exec(rows[version] ?? '')
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('foreign_key_check')).toEqual([])
    },
  )

  it('indexes for search what was imported before there was a search', () => {
    const db = anEmptyDatabase()
    for (const step of migrations) {
      migrate(db, at, step.version)
      db.exec(rows[step.version] ?? '')
    }
    const found = (words: string) =>
      db.prepare('SELECT rowid FROM entry_text WHERE entry_text MATCH ?').pluck().all(words)
    expect(found('"boiling dry"')).toEqual([1])
    expect(found('fire')).toEqual([1])
    expect(found('outcome')).toEqual([])
  })

  it('draws a key of its own for every pack that was built before packs had one', () => {
    const db = anEmptyDatabase()
    for (const step of migrations.filter(({ version }) => version < 180)) {
      migrate(db, at, step.version)
      db.exec(rows[step.version] ?? '')
    }
    for (const id of ['k7', 'k8'])
      db.exec(`INSERT INTO packs VALUES ('${id}', 'c1', 'a1', 'publication', 'ready', 1, 'u1', '${at}', NULL, NULL, NULL, NULL,
        'f1', '{}', '[]', 0, 0, NULL, '{}', '{}', '{}')`)
    migrate(db, at, 180)
    const secrets = db.prepare('SELECT secret FROM packs').pluck().all() as Buffer[]
    expect(secrets.map(({ length }) => length)).toEqual([32, 32])
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(2)
  })

  it('all at once end where one by one end, and a second run does nothing', () => {
    const db = anEmptyDatabase()
    expect(migrate(db, at)).toEqual(migrations.map(({ version }) => version))
    expect(readSchemaVersion(db)).toBe(schemaVersion)
    expect(named(db)).toEqual(Object.values(makes).flat().toSorted())
    expect(migrate(db, at)).toEqual([])
  })

  it('a step that fails leaves the step before', () => {
    const db = anEmptyDatabase()
    migrate(db, at, 40)
    db.exec('CREATE TABLE entries (a TEXT) STRICT')
    expect(() => migrate(db, at)).toThrow('already exists')
    expect(readSchemaVersion(db)).toBe(40)
    expect(named(db)).not.toContain('sources')
  })
})
