import { readScript } from '#pipeline/readScript.ts'
import { findLanguage } from '#shared/reading/findLanguage.ts'
import type { Reading } from '#shared/reading/reading.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { ok, type Result } from '#shared/result.ts'
import { cutScript, isSpeakable } from '#shared/script/cutScript.ts'

/** One part of a script, or one line, as it is read. */
export interface SpokenPart {
  readonly reading: Reading
  /** How many written words stand in each of its lines. */
  readonly lines: readonly number[]
}

/**
 * Reads a script and tells how it is said, without a voice.
 * @param source path of a text file, or `-` for standard input
 * @param language ISO 639-1; the script's own where absent
 * @param lines whether every line is read by itself; else every part between pause markers is, as a whole
 */
export async function readSpoken(
  source: string,
  language: string | undefined,
  lines: boolean,
  signal: AbortSignal,
): Promise<Result<SpokenPart[]>> {
  const script = await readScript(source, signal)
  if (!script.ok) return script
  const text = script.value.replace(/\r\n?/g, '\n')
  const parts = lines ? text.replace(/\n$/, '').split('\n') : cutScript(text).filter(isSpeakable)
  return ok(parts.map((part) => readPart(part, language ?? findLanguage(lines ? part : text))))
}

function readPart(part: string, language: string): SpokenPart {
  const lines = part.split('\n').map((line) => line.split(/\s+/).filter(Boolean))
  return { reading: readWords(lines.flat(), language), lines: lines.map((words) => words.length) }
}
