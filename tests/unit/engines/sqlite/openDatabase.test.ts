import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openDatabase } from '#engines/sqlite/openDatabase.ts'
import { englishSentence } from '#shared/errors.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const first = 'CREATE TABLE things (name TEXT) STRICT'
const second = 'ALTER TABLE things ADD COLUMN size INTEGER'

function open(path: string, steps?: readonly string[]): DatabaseSync {
  const opened = openDatabase(path, steps)
  if (!opened.ok) throw new Error(englishSentence(opened.error))
  return opened.value
}

test('an older database is brought up step by step and keeps its rows', () => {
  const path = join(scratch(), 'jobs.sqlite')
  const old = open(path, [first])
  old.exec(`INSERT INTO things VALUES ('kept')`)
  old.close()
  const now = open(path, [first, second])
  expect({ ...now.prepare('SELECT name, size FROM things').get() }).toEqual({ name: 'kept', size: null })
  now.close()
})

test('a step that fails leaves the database as it was', () => {
  const path = join(scratch(), 'jobs.sqlite')
  open(path, [first]).close()
  const opened = openDatabase(path, [first, `${second}; NOT SQL`])
  expect(opened).toMatchObject({ ok: false, error: { code: 'STORE_UNREADABLE' } })
  const again = open(path, [first])
  expect(again.prepare('SELECT name FROM pragma_table_info(?)').all('things')).toHaveLength(1)
  again.close()
})

test('a database from a newer version is refused in words and not one byte of it changes', () => {
  const path = join(scratch(), 'jobs.sqlite')
  open(path, [first, second]).close()
  const before = readFileSync(path)
  const opened = openDatabase(path, [first])
  expect(opened).toMatchObject({ ok: false, error: { code: 'STORE_TOO_NEW' } })
  expect(opened.ok ? '' : englishSentence(opened.error)).toMatch(/newer Pausecut \(version 2; this one knows 1\)/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file that is no database, or not ours, is refused and left alone', () => {
  const folder = scratch()
  const text = join(folder, 'text.sqlite')
  writeFileSync(text, 'This is a letter to my aunt, long enough to be looked at as a database header.'.repeat(9))
  const foreign = join(folder, 'foreign.sqlite')
  const other = new DatabaseSync(foreign)
  other.exec('CREATE TABLE aunts (name TEXT)')
  other.close()

  for (const path of [text, foreign]) {
    const before = readFileSync(path)
    expect(openDatabase(path)).toMatchObject({ ok: false, error: { code: 'STORE_UNREADABLE' } })
    expect(readFileSync(path).equals(before)).toBe(true)
  }
})

test.skipIf(process.platform === 'win32')('nobody else can read the database, nor what SQLite keeps beside it', () => {
  const path = join(scratch(), 'jobs.sqlite')
  writeFileSync(path, '', { mode: 0o644 })
  const database = open(path, [first])
  database.exec("INSERT INTO things VALUES ('a secret')")
  const modes = ['', '-wal', '-shm'].map((ending) => statSync(`${path}${ending}`).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600, 0o600])
  database.close()
})

test('the database keeps a write-ahead log', () => {
  const database = open(join(scratch(), 'jobs.sqlite'))
  expect({ ...database.prepare('PRAGMA journal_mode').get() }).toEqual({ journal_mode: 'wal' })
  database.close()
})
