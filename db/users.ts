import { roleSchema, type Role } from '../domain/permissions/permissions.ts'
import type { Db } from './database.ts'

export type User = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly createdAt: string
}

type StoredUser = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly created_at: string
}

const toUser = (row: StoredUser): User => ({
  id: row.id,
  name: row.name,
  role: roleSchema.parse(row.role),
  createdAt: row.created_at,
})

/** Adds a user's row; the key slot is `prepareUser`'s. Throws the engine's own error where the name is taken. */
export const insertUser = (db: Db, user: User): void => {
  db.prepare('INSERT INTO users (id, name, role, created_at) VALUES (?, ?, ?, ?)').run(
    user.id,
    user.name,
    user.role,
    user.createdAt,
  )
}

export const listUsers = (db: Db): readonly User[] =>
  db.prepare<[], StoredUser>('SELECT * FROM users ORDER BY name').all().map(toUser)

export const getUser = (db: Db, id: string): User | null => {
  const row = db.prepare<[string], StoredUser>('SELECT * FROM users WHERE id = ?').get(id)
  return row ? toUser(row) : null
}

export const getUserByName = (db: Db, name: string): User | null => {
  const row = db.prepare<[string], StoredUser>('SELECT * FROM users WHERE name = ?').get(name)
  return row ? toUser(row) : null
}
