import { type EspeakJob, espeakSpeech } from './espeakSpeech.ts'
import type { Trial } from './measureAligner.ts'

/** How a passage is said; a speed of 165 words a minute and a middling pitch when it does not matter. */
export interface Speaker {
  readonly voice: string
  readonly wpm?: number
  readonly pitch?: number
}

const jobOf = (said: readonly string[], { voice, wpm = 165, pitch = 50 }: Speaker): EspeakJob => ({
  voice,
  wpm,
  pitch,
  said,
})

/** Every passage by every speaker, read as espeak-ng reads it. */
export function passageTrials(passages: readonly string[], speakers: readonly Speaker[]): Trial[] {
  const texts = speakers.flatMap((speaker) => passages.map((text) => ({ words: text.split(/\s+/), speaker })))
  const spoken = espeakSpeech(texts.map(({ words, speaker }) => jobOf(words, speaker)))
  return spoken.map((speech, i) => ({ ...speech, words: texts[i]!.words }))
}

/** Texts with `{written|reading|reading}` in them: as espeak-ng reads what is written, and in each of the other ways. */
export function readingTrials(texts: readonly string[], speakers: readonly Speaker[]): Trial[] {
  const jobs = texts.flatMap((text) => {
    const parts = (text.match(/\{[^}]*\}[^\s{]*|[^\s{]+/g) ?? []).map((part) => {
      const [, ways = part, ending = ''] = /^\{(.*)\}(.*)$/.exec(part) ?? []
      return { ways: ways.split('|'), ending }
    })
    const most = Math.max(...parts.map(({ ways }) => ways.length))
    return Array.from({ length: most }, (_, way) => ({
      words: parts.map(({ ways, ending }) => ways[0]! + ending),
      said: parts.map(({ ways, ending }) => ways[Math.min(way, ways.length - 1)]! + ending),
      leftOut: parts.map(({ ways }) => ways.length > 1),
    }))
  })
  const spoken = espeakSpeech(jobs.map(({ said }, i) => jobOf(said, speakers[i % speakers.length]!)))
  return spoken.map((speech, i) => ({ ...speech, words: jobs[i]!.words, leftOut: jobs[i]!.leftOut }))
}

/** Passages in whose middle the voice leaves words out, or says more than is written. */
export function changedTrials(
  passages: readonly string[],
  voice: string,
  { leaveOut = 0, add = '' }: { readonly leaveOut?: number; readonly add?: string },
): Trial[] {
  const texts = passages.map((text) => text.split(/\s+/))
  const said = texts.map((words) => {
    const middle = words.length >> 1
    return words.map((word, i) =>
      i >= middle && i < middle + leaveOut ? '' : i === middle ? `${add} ${word}`.trim() : word,
    )
  })
  return espeakSpeech(said.map((words) => jobOf(words, { voice }))).map((speech, i) => ({
    ...speech,
    words: texts[i]!,
    // Where the added words end, espeak-ng does not say.
    leftOut: texts[i]!.map((_, word) => add !== '' && word === texts[i]!.length >> 1),
  }))
}

/** Recordings that say something else than the script: the text of one trial with the sound of another. */
export const mismatched = (texts: readonly Trial[], sounds: readonly Trial[]): Trial[] =>
  texts.map(({ words }, i) => ({ words, sound: sounds[(i + 3) % sounds.length]!.sound, starts: words.map(() => null) }))
