import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

/** As many numbers as the table of the migrations takes: 2^22. */
const slotBits = 22

export interface UsedNames {
  /** True of every name that was ever added; of one in 42,000 others for each hundred that were. */
  has(name: string): boolean
  add(name: string): void
}

/**
 * The download names of jobs that were removed, so that the address of a file that is gone never leads to another one.
 * Of each only a number is kept: what all names ever used take stays bounded, at the price that now and then a new name
 * counts as used.
 */
export function prepareUsedNames(database: DatabaseSync): UsedNames {
  const find = database.prepare('SELECT 1 FROM used_names WHERE slot = ?')
  const add = database.prepare('INSERT OR IGNORE INTO used_names (slot) VALUES (?)')
  return {
    has: (name) => find.get(slotOf(name)) !== undefined,
    add: (name) => void add.run(slotOf(name)),
  }
}

const slotOf = (name: string) => createHash('sha256').update(name).digest().readUInt32BE() >>> (32 - slotBits)
