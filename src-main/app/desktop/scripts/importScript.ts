import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { decodeText } from '#files/decodeText.ts'
import { draftLimit } from '#shared/desktop/desktop.ts'
import { appError } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { plainMarkdown, plainSubtitles } from './plainScript.ts'

/** Reads the text of a Word document. Fails with SCRIPT_NOT_TEXT. */
export type ReadDocx = (name: string, bytes: Uint8Array) => Promise<Result<string>>

/** Script files that the app opens, by their endings. */
export const scriptEndings = ['txt', 'md', 'srt', 'docx'] as const

const mostBytes = 20 * 2 ** 20

/**
 * The script in a file that somebody chose or dropped: plain text in any encoding, Markdown, subtitles or Word.
 * Fails with SCRIPT_NOT_TEXT, SCRIPT_TOO_LONG or SCRIPT_EMPTY.
 */
export async function importScript(name: string, bytes: Uint8Array, readDocx: ReadDocx): Promise<Result<string>> {
  const read = await readText(name, bytes, readDocx)
  if (!read.ok) return read
  const { length } = read.value
  if (length > draftLimit) return fail(appError('SCRIPT_TOO_LONG', { length, limit: draftLimit }))
  if (read.value.trim() === '') return fail(appError('SCRIPT_EMPTY', { path: name }))
  return read
}

/** The same for a file on the disk. Fails with SCRIPT_NOT_FOUND, SCRIPT_IS_FOLDER and SCRIPT_UNREADABLE too. */
export async function importScriptFile(path: string, readDocx: ReadDocx): Promise<Result<string>> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return fail(appError('SCRIPT_IS_FOLDER', { path }))
    if (facts.size > mostBytes) return fail(appError('SCRIPT_TOO_LONG', { length: facts.size, limit: draftLimit }))
    return await importScript(basename(path), await readFile(path), readDocx)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code === 'ENOENT') return fail(appError('SCRIPT_NOT_FOUND', { path }))
    const reason = code === 'EACCES' ? phrase('NOT_ALLOWED') : words(code)
    return fail(appError('SCRIPT_UNREADABLE', { path, reason }, message))
  }
}

async function readText(name: string, bytes: Uint8Array, readDocx: ReadDocx): Promise<Result<string>> {
  const ending = extname(name).toLowerCase()
  if (ending === '.docx') return readDocx(name, bytes)
  const text = decodeText(bytes)
  if (text === null) return fail(appError('SCRIPT_NOT_TEXT', { path: name }))
  if (ending === '.srt') return ok(plainSubtitles(text))
  return ok(ending === '.md' ? plainMarkdown(text) : text)
}
