import type { Migration } from './migration.ts'

/**
 * Comments and findings hang on an entry's `record_id`, which outlives a new version of the agency's file; a wording
 * keeps which version of the account its author had read. A finding's versions hold it whole, so that each can be seen
 * and put back; `finding_evidence` is the newest, for asking which findings an entry is in.
 */
export const commentsAndFindings: Migration = {
  version: 160,
  name: 'comments and findings',
  up: (db) => {
    db.exec(`
      CREATE TABLE comment_threads (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        subject TEXT NOT NULL CHECK (subject IN ('entry', 'finding')),
        subject_id TEXT NOT NULL,
        n INTEGER NOT NULL,
        resolved_by TEXT REFERENCES users (id),
        resolved_at TEXT,
        version INTEGER NOT NULL,
        CHECK ((resolved_by IS NULL) = (resolved_at IS NULL)),
        UNIQUE (case_id, n)
      ) STRICT;
      CREATE INDEX threads_of_subject ON comment_threads (case_id, subject, subject_id);

      CREATE TABLE comments (
        id TEXT PRIMARY KEY,
        thread_id TEXT NOT NULL REFERENCES comment_threads (id),
        n INTEGER NOT NULL,
        author TEXT NOT NULL REFERENCES users (id),
        withdrawn_at TEXT,
        version INTEGER NOT NULL,
        UNIQUE (thread_id, n)
      ) STRICT;

      CREATE TABLE comment_wordings (
        comment_id TEXT NOT NULL REFERENCES comments (id),
        n INTEGER NOT NULL,
        text TEXT NOT NULL,
        entry_id TEXT REFERENCES entries (id),
        written_at TEXT NOT NULL,
        PRIMARY KEY (comment_id, n)
      ) STRICT;

      CREATE TABLE mentions (
        comment_id TEXT NOT NULL REFERENCES comments (id),
        user_id TEXT NOT NULL REFERENCES users (id),
        standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
        made_at TEXT NOT NULL,
        read_at TEXT,
        PRIMARY KEY (comment_id, user_id)
      ) STRICT;
      CREATE INDEX mentions_of_user ON mentions (user_id, standing, read_at);

      CREATE TABLE findings (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        n INTEGER NOT NULL,
        version INTEGER NOT NULL,
        created_by TEXT NOT NULL REFERENCES users (id),
        created_at TEXT NOT NULL,
        UNIQUE (case_id, n)
      ) STRICT;

      CREATE TABLE finding_versions (
        finding_id TEXT NOT NULL REFERENCES findings (id),
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        written_by TEXT NOT NULL REFERENCES users (id),
        written_at TEXT NOT NULL,
        PRIMARY KEY (finding_id, version)
      ) STRICT;

      CREATE TABLE finding_evidence (
        finding_id TEXT NOT NULL REFERENCES findings (id),
        record_id TEXT NOT NULL,
        PRIMARY KEY (finding_id, record_id)
      ) STRICT;
      CREATE INDEX findings_of_record ON finding_evidence (record_id);
    `)
  },
}
