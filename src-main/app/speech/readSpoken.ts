import { scriptLimit } from '#shared/domain.ts'
import { findLanguage } from '#shared/reading/findLanguage.ts'
import type { Reading } from '#shared/reading/reading.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { ok, type Result } from '#shared/result.ts'
import { cutScript } from '#shared/script/cutScript.ts'
import { isSpeakable } from '#shared/script/isSpeakable.ts'
import { readSource } from '../source/readSource.ts'

/** One part of a script, or one line, as it is read. */
export interface SpokenPart {
  readonly reading: Reading
  /** How many written words stand in each of its lines. */
  readonly lines: readonly number[]
}

/**
 * Reads a script and tells how it is said, without a voice.
 * @param source path of a file, or `-` for standard input
 * @param language ISO 639-1; the script's own where absent
 * @param lines whether every line is read by itself; else every part between pause markers is, as a whole
 */
export async function readSpoken(
  source: string,
  language: string | undefined,
  lines: boolean,
  signal: AbortSignal,
): Promise<Result<SpokenPart[]>> {
  // What is read by lines has them as they were typed.
  const read = await readSource(source, { limit: scriptLimit, markup: lines ? 'none' : 'light' }, signal)
  if (!read.ok) return read
  const text = read.value.script
  const parts = lines ? text.replace(/\n$/, '').split('\n') : cutScript(text).filter(isSpeakable)
  return ok(parts.map((part) => readPart(part, language ?? findLanguage(lines ? part : text))))
}

function readPart(part: string, language: string): SpokenPart {
  const lines = part.split('\n').map((line) => line.split(/\s+/).filter(Boolean))
  return { reading: readWords(lines.flat(), language), lines: lines.map((words) => words.length) }
}
