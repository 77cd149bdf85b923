import { existsSync, readFileSync, renameSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import { type AppError, appError } from '#shared/errors.ts'
import { fileError, isAbsent, readError } from '#shared/fileError.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { placeFile } from './placeFile.ts'

/** A value that lives in a JSON file. */
export interface JsonFile<T> {
  readonly value: T
  /**
   * Why `value` is the initial one although there was a file. FILE_DAMAGED: it was not whole and was put aside.
   * FILE_UNREADABLE: it is still there, and nothing is written to it. Each look at `value` or `problem` then tries
   * again, since what holds a file locked, such as a virus scanner, lets go of it soon.
   */
  readonly problem: AppError | undefined
  /**
   * The value is the new one at once; the promise settles when it, or one that came after it, is on the disk.
   * Fails with DISK_FULL, FOLDER_READ_ONLY, FOLDER_IS_FILE or FILE_FAILED, and with FILE_UNREADABLE as `problem` says.
   */
  change(value: T): Promise<Result<void>>
  /**
   * Removes the file, once what is being written to it is written; changes that wait behind that are dropped. The caller
   * makes none until this has settled. Fails as `change` does; the file and its value stay then.
   */
  remove(): Promise<Result<void>>
}

/**
 * Opens the value in `path`. A file that is not there gives `initial`, and so does one that is not whole, which is put
 * aside by a name that nothing has (`.broken`, `.broken-2`, …). One that can't be read stays as it is: see `problem`.
 */
export function openJsonFile<T>(path: string, schema: z.ZodType<T>, initial: T): JsonFile<T> {
  let contents = read(path, schema)
  let value = contents.value ?? initial
  let writing: Promise<Result<void>> | undefined
  let newer = false

  function tryAgain(): void {
    if (!isUnreadable(contents)) return
    contents = read(path, schema)
    value = contents.value ?? initial
  }

  async function write(): Promise<Result<void>> {
    let result: Result<void>
    do {
      newer = false
      result = await placeJson(path, value)
    } while (newer)
    writing = undefined
    return result
  }

  return {
    get value() {
      tryAgain()
      return value
    },
    get problem() {
      tryAgain()
      return contents.problem
    },
    async change(next) {
      // Not read again here: `next` was made of the value that the caller has seen.
      if (isUnreadable(contents)) return fail(contents.problem)
      contents = {}
      value = next
      newer = writing !== undefined
      writing ??= write()
      return writing
    },
    async remove() {
      if (isUnreadable(contents)) return fail(contents.problem)
      newer = false
      await writing
      try {
        return ok(await rm(path, { force: true }))
      } catch (error) {
        return fail(fileError(error, path))
      }
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

/** What lies in a file: a value, nothing, or a problem. */
interface Contents<T> {
  readonly value?: T
  readonly problem?: AppError
}

function read<T>(path: string, schema: z.ZodType<T>): Contents<T> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return isAbsent(error) ? {} : { problem: readError(error, path) }
  }
  const parsed = schema.safeParse(parseJson(text))
  return parsed.success ? { value: parsed.data } : putAside(path)
}

const isUnreadable = (contents: Contents<unknown>): contents is { problem: AppError } =>
  contents.problem?.code === 'FILE_UNREADABLE'

function putAside(path: string): { problem: AppError } {
  let aside = `${path}.broken`
  for (let count = 2; existsSync(aside); count++) aside = `${path}.broken-${count}`
  try {
    renameSync(path, aside)
    return { problem: appError('FILE_DAMAGED', { path, aside }) }
  } catch (error) {
    return { problem: appError('FILE_UNREADABLE', { path, reason: phrase('DAMAGED') }, String(error)) }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
