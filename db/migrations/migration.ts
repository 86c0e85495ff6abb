import type { Db } from '../database.ts'

/** One step of the schema. Steps are numbered in tens and only ever added at the end. */
export type Migration = {
  readonly version: number
  readonly name: string
  readonly up: (db: Db) => void
}
