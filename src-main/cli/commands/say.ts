import { readPronunciations } from '#app/speech/pronunciations/readPronunciations.ts'
import { readSpoken, type SpokenPart } from '#app/speech/readSpoken.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { readingLanguages } from '#shared/reading/languages.ts'
import type { ReadWord } from '#shared/reading/reading.ts'
import { ok } from '#shared/result.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { printError } from '../terminal/printError.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** The flags of `pausecut say` as they were typed. */
export interface SayFlags {
  readonly language?: string
  readonly lines?: boolean
  readonly say?: string
  readonly json?: boolean
}

/**
 * `pausecut say`: how a script is read aloud, in plain lower-case words. A paragraph is one line, and an empty line
 * stands between two parts; as JSON it is one object for each part or, with --lines, for each line.
 */
export async function say(
  source: string,
  flags: SayFlags,
  out = openScreen(process.stdout),
  err = openScreen(process.stderr),
): Promise<number> {
  const language = flags.language?.toLowerCase()
  if (language !== undefined && !readingLanguages.includes(language)) {
    const known = readingLanguages.join(', ')
    const reason = `There is no language '${flags.language}'; use one of ${known}, or leave it out.`
    printError(appError('REQUEST_INVALID', { reason: words(reason) }), err)
    return exitCodes.wrongUse
  }
  const lines = flags.lines === true
  const list = flags.say ? await readPronunciations(flags.say) : ok([])
  if (!list.ok) {
    printError(list.error, err)
    return exitCodes.wrongUse
  }
  const parts = await readSpoken(source, { language, lines, pronunciations: list.value }, stopSignals().signal)
  if (!parts.ok) {
    printError(parts.error, err)
    return exitCodes.failed
  }
  const shown = parts.value.map((part, i) =>
    flags.json ? showJson(part, lines ? 'line' : 'part', i + 1) : showText(part),
  )
  out.write(shown.join(lines || flags.json ? '' : '\n'))
  return exitCodes.done
}

const textOf = (words: readonly ReadWord[]): string =>
  words.flatMap(({ spoken }) => spoken.map(({ text }) => text)).join(' ')

function showText({ reading, lines }: SpokenPart): string {
  let at = 0
  const texts = lines.map((count) => {
    at += count
    return textOf(reading.words.slice(at - count, at))
  })
  return `${texts.join('\n').replace(/^\n+|\n+$/g, '')}\n`
}

function showJson({ reading }: SpokenPart, unit: 'line' | 'part', number: number): string {
  const read = reading.words.map(({ written, spoken }) => ({
    written,
    spoken: spoken.map(({ text, class: kind }) => ({ word: text, class: kind })),
  }))
  return `${JSON.stringify({ [unit]: number, language: reading.language, words: read })}\n`
}
