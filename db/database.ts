import type Database from 'better-sqlite3'

/** A connection, encrypted in the product and plain only in the benchmark that compares the two. */
export type Db = Database.Database
