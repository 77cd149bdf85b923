import { readFileSync, renameSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import { ok, type Result } from '#shared/result.ts'
import { placeFile } from './placeFile.ts'

/** A value that lives in a JSON file. */
export interface KeptFile<T> {
  readonly value: T
  /**
   * The value is the new one at once; the promise settles when it, or one that came after it, is on the disk.
   * Fails with DISK_FULL, FOLDER_READ_ONLY, FOLDER_IS_FILE or FILE_FAILED.
   */
  change(value: T): Promise<Result<void>>
}

/**
 * Opens the value in `path`. A file that is not there or is not whole gives `initial`; the broken file is put aside, so
 * that nothing in it is lost.
 */
export function openKeptFile<T>(path: string, schema: z.ZodType<T>, initial: T): KeptFile<T> {
  let value = read(path, schema) ?? initial
  let writing: Promise<Result<void>> | undefined
  let newer = false

  async function write(): Promise<Result<void>> {
    let written: Result<void>
    do {
      newer = false
      written = await placeJson(path, value)
    } while (newer)
    writing = undefined
    return written
  }

  return {
    get value() {
      return value
    },
    change(next) {
      value = next
      newer = writing !== undefined
      writing ??= write()
      return writing
    },
  }
}

/** Writes a value as a JSON file, whole or not at all. Fails as `placeFile` does. */
function placeJson(path: string, value: unknown): Promise<Result<void>> {
  const text = JSON.stringify(value, null, 2)
  const write = async (partial: string) => {
    await writeFile(partial, text)
    return ok(undefined)
  }
  return placeFile(path, write, new AbortController().signal)
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  renameSync(path, `${path}.broken`)
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
