import { decodeText } from '#files/decodeText.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { Phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { tellLeftOut } from '#shared/script/notes/leftOut.ts'
import { type Markup, parseScript } from '#shared/script/parseScript.ts'
import { writeSetting } from '#shared/script/writeScript.ts'
import type { WithoutFrontMatter } from './frontMatter.ts'
import type { PlainScript } from './plainScript.ts'
import { readJson } from './readJson.ts'
import { endingOf, isZip, kindByEnding, otherKind } from './sourceKind.ts'
import { hasCues, isSubtitles, plainSubtitles } from './subtitles.ts'

/** Something that holds a script. */
export interface Source {
  /** A file's name or path, whose ending may say what it is; it stands in errors. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImportChoices {
  /** Characters that the script may have. */
  readonly limit: number
  /** With `none` a text passes as it was typed, whatever its file's ending; subtitles and Word become words all the same. */
  readonly markup: Markup
}

/** A script as it came in: in Pausecut's script language, with what was left out on the way, one sentence each. */
export interface ImportedScript {
  readonly script: string
  readonly notes: readonly Phrase[]
}

/**
 * The script that a file holds: plain text, Markdown, SubRip, WebVTT or Word, in whichever encoding. What it is its
 * content says, and its ending where that says nothing. Fails with SCRIPT_NOT_TEXT, SCRIPT_OTHER_KIND,
 * SCRIPT_WORD_BROKEN, SCRIPT_TOO_LONG or SCRIPT_EMPTY.
 */
export async function importSource(source: Source, choices: ImportChoices): Promise<Result<ImportedScript>> {
  const read = await readPlain(source, choices)
  if (!read.ok) return read
  const { script, leftOut } = read.value
  const { length } = script
  if (length > choices.limit) return fail(appError('SCRIPT_TOO_LONG', { length, limit: choices.limit }))
  if (parseScript(script, choices.markup).segments.length === 0)
    return fail(appError('SCRIPT_EMPTY', { path: source.name }))
  return ok({ script, notes: tellLeftOut(leftOut) })
}

async function readPlain({ name, bytes }: Source, { limit, markup }: ImportChoices): Promise<Result<PlainScript>> {
  const other = otherKind(name, bytes)
  if (other) return fail(otherKindError(name, other))
  if (isZip(bytes)) return readWord(name, bytes, limit)
  if (endingOf(name) === 'docx') return fail(appError('SCRIPT_WORD_BROKEN', { path: name }))
  const text = decodeText(bytes)
  if (text === null)
    return fail(
      kindByEnding(name) ? otherKindError(name, kindByEnding(name)!) : appError('SCRIPT_NOT_TEXT', { path: name }),
    )
  // What is left out is seldom most of a text, and parsing takes time.
  if (text.length > 4 * limit) return fail(appError('SCRIPT_TOO_LONG', { length: text.length, limit }))
  return ok(await readLines(endingOf(name), text, markup))
}

async function readWord(name: string, bytes: Uint8Array, limit: number): Promise<Result<PlainScript>> {
  const { importWord } = await import('./word/importWord.ts')
  const read = await importWord(bytes)
  switch (read) {
    case 'NOT_ZIP':
      return fail(appError('SCRIPT_WORD_BROKEN', { path: name }))
    case 'NOT_WORD':
      return fail(otherKindError(name, kindByEnding(name) ?? 'ZIP'))
    case 'TOO_LARGE':
      return fail(appError('SCRIPT_TOO_LONG', { length: `more than ${limit}`, limit }))
    default:
      return ok(read)
  }
}

async function readLines(ending: string, text: string, markup: Markup): Promise<PlainScript> {
  const isCaption = isSubtitles(text) || ((ending === 'srt' || ending === 'vtt') && hasCues(text))
  if (isCaption) return { script: plainSubtitles(text), leftOut: {} }
  if (markup === 'none') return { script: text, leftOut: {} }
  const json = readJson(text)
  if (json) return json
  const { title, body } = await withoutFrontMatter(text)
  const { script, leftOut } = await readBody(ending, body)
  return { script: title === undefined ? script : `${writeSetting('title', title)}\n\n${script}`, leftOut }
}

// What reads YAML, Markdown and Word is loaded when it is needed: start-up does not wait for it.

async function withoutFrontMatter(text: string): Promise<WithoutFrontMatter> {
  if (!/^\s*(?:---|\+\+\+)/.test(text)) return { body: text }
  const { takeFrontMatter } = await import('./frontMatter.ts')
  return takeFrontMatter(text)
}

async function readBody(ending: string, body: string): Promise<PlainScript> {
  if (ending !== 'md' && ending !== 'markdown') return { script: body, leftOut: {} }
  const { importMarkdown } = await import('./markdown/importMarkdown.ts')
  return importMarkdown(body)
}

const otherKindError = (path: string, kind: string): AppError => appError('SCRIPT_OTHER_KIND', { path, kind })
