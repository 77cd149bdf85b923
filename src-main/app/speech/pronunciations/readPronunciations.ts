import { readFile } from 'node:fs/promises'
import { decodeText } from '#files/decodeText.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { type Phrase, phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { mostPronunciations, type Pronunciation } from '#shared/speech/pronunciations.ts'
import { parseCsv } from './parseCsv.ts'
import { parseJson } from './parseJson.ts'
import { parsePls } from './parsePls.ts'

/** What a parser makes of a list, or a few words on what is wrong with it. */
export type ParsedList = readonly Pronunciation[] | Phrase

/** A list is text of some words; more than that is another file. */
const mostBytes = 4 * 2 ** 20

/**
 * Reads a pronunciation list: CSV (`written,said`, with a header or without), JSON (an object, or a list of objects) or
 * a lexicon of the W3C's Pronunciation Lexicon Specification 1.0. Which of them is seen by its first sign.
 * Fails with PRONUNCIATIONS_UNREADABLE, which names the line or the entry that is wrong.
 */
export async function readPronunciations(path: string): Promise<Result<readonly Pronunciation[]>> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    return refuse(path, reasonOf(error as NodeJS.ErrnoException))
  }
  return parsePronunciations(bytes, path)
}

/** The same for a list that was read already, or dropped; `path` is what an error calls it. */
export function parsePronunciations(bytes: Uint8Array, path: string): Result<readonly Pronunciation[]> {
  const text = bytes.length > mostBytes ? null : decodeText(bytes)
  if (text === null) return refuse(path, phrase('NO_TEXT'))
  const parsed = parse(text)
  if ('code' in parsed) return refuse(path, parsed)
  if (parsed.length === 0) return refuse(path, phrase('EMPTY'))
  if (parsed.length > mostPronunciations) return refuse(path, phrase('MORE_ENTRIES', { limit: mostPronunciations }))
  return ok(parsed)
}

function parse(text: string): ParsedList {
  const [first = ''] = text.trimStart()
  if (first === '{' || first === '[') return parseJson(text)
  return first === '<' ? parsePls(text) : parseCsv(text)
}

const refuse = (path: string, reason: Phrase): { ok: false; error: AppError } =>
  fail(appError('PRONUNCIATIONS_UNREADABLE', { path, reason })) as { ok: false; error: AppError }

function reasonOf({ code }: NodeJS.ErrnoException): Phrase {
  if (code === 'ENOENT' || code === 'ENOTDIR') return phrase('NO_SUCH_FILE')
  if (code === 'EISDIR') return phrase('FOLDER')
  return code === 'EACCES' || code === 'EPERM' ? phrase('PERMISSIONS') : words(code ?? '')
}
