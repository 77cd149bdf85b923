import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { isAbsent } from '#shared/fileError.ts'
import { JournalEntry } from './renderJournal.ts'

export interface JournalReader {
  /** What was written since the last call, whole lines only; lines of an unknown form are left out. */
  next(): JournalEntry[]
  /** When something was written last, or the writer gave a sign of life: milliseconds since 1970; 0 when it is gone. */
  touched(): number
}

/**
 * Reads a journal while it is written. One that was removed has no more entries; one that is there and can't be read
 * throws what the file system says, so that its render is not given up as ended.
 */
export function readJournal(path: string): JournalReader {
  let offset = 0
  let rest = Buffer.alloc(0)
  return {
    next() {
      const grown = Buffer.concat([rest, readFrom(path, offset)])
      offset += grown.length - rest.length
      const end = grown.lastIndexOf(0x0a) + 1
      rest = grown.subarray(end)
      return grown.subarray(0, end).toString().split('\n').flatMap(parse)
    },
    touched: () => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  }
}

function readFrom(path: string, offset: number): Buffer {
  try {
    const file = openSync(path, 'r')
    try {
      const size = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) - offset
      const bytes = Buffer.alloc(Math.max(0, size))
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!isAbsent(error)) throw error
    return Buffer.alloc(0)
  }
}

function parse(line: string): JournalEntry[] {
  if (line === '') return []
  try {
    return [JournalEntry.parse(JSON.parse(line))]
  } catch {
    return []
  }
}
