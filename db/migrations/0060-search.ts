import type { Migration } from './migration.ts'

/** As the fields were named when this step was released; a later field is a later step. */
const otherFields = [
  'reference',
  'source',
  'author',
  'contactType',
  'outcome',
  'adultSeen',
  'wishes',
  'comment',
  'kloes',
  'risk',
  'internal',
]
const columns = (row: string) => {
  const field = (name: string) => `${row}.fields ->> '${name}'`
  return `${row}.rowid, ${field('event')}, ${field('action')}, concat_ws(char(10), ${otherFields.map(field).join(', ')})`
}

/** Full-text search over what the agencies wrote. The index holds no copy of the text: it reads the entry's fields. */
export const search: Migration = {
  version: 60,
  name: 'search',
  up: (db) => {
    db.exec(`
      CREATE VIEW entry_text_source (rowid, event, action, other) AS
      SELECT ${columns('entries')} FROM entries;

      CREATE VIRTUAL TABLE entry_text USING fts5 (
        event, action, other,
        content = 'entry_text_source',
        content_rowid = 'rowid',
        tokenize = "unicode61 remove_diacritics 2"
      );
      INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);
      INSERT INTO entry_text (entry_text) VALUES ('rebuild');

      CREATE TRIGGER entry_text_insert AFTER INSERT ON entries BEGIN
        INSERT INTO entry_text (rowid, event, action, other) SELECT ${columns('NEW')};
      END;
      CREATE TRIGGER entry_text_delete AFTER DELETE ON entries BEGIN
        INSERT INTO entry_text (entry_text, rowid, event, action, other) SELECT 'delete', ${columns('OLD')};
      END;
      CREATE TRIGGER entry_text_update AFTER UPDATE OF fields ON entries BEGIN
        INSERT INTO entry_text (entry_text, rowid, event, action, other) SELECT 'delete', ${columns('OLD')};
        INSERT INTO entry_text (rowid, event, action, other) SELECT ${columns('NEW')};
      END;
    `)
  },
}
