import type { Speech } from '#ports/SpeechEngine.ts'
import type { WordTiming } from '#shared/domain.ts'

/** Seconds that a narrator rests at speed 1. Flite's own pauses of a tenth of a second sound rushed. */
const rests: readonly (readonly [endsWith: RegExp, seconds: number])[] = [
  [/[.!?…]["'”’»)\]]*$/u, 0.42],
  [/[:;–—]["'”’»)\]]*$/u, 0.3],
  [/,["'”’»)\]]*$/u, 0.2],
]

const restAfter = (word: string): number => rests.find(([endsWith]) => endsWith.test(word))?.[1] ?? 0

/**
 * Puts silence into the middle of every pause at punctuation that is too short, and moves the words behind it.
 * A pause is only lengthened where the voice makes one, so `Dr. Smith` stays together.
 */
export function lengthenPauses(speech: Required<Speech>, speed: number): Required<Speech> {
  const { samples, sampleRate, words } = speech
  const kept: Float32Array[] = []
  const moved: WordTiming[] = []
  let taken = 0
  let added = 0
  words.forEach((word, i) => {
    const shift = added / sampleRate
    moved.push({ text: word.text, start: word.start + shift, end: word.end + shift })
    const next = words[i + 1]
    const gap = next ? next.start - word.end : 0
    const missing = Math.round((restAfter(word.text) / speed - gap) * sampleRate)
    if (!next || gap <= 0 || missing <= 0) return
    const middle = Math.round((word.end + gap / 2) * sampleRate)
    kept.push(faded(samples.slice(taken, middle), sampleRate, taken > 0, true), new Float32Array(missing))
    taken = middle
    added += missing
  })
  kept.push(taken === 0 ? samples : faded(samples.slice(taken), sampleRate, true, false))
  return { samples: concatenate(kept, samples.length + added), sampleRate, words: moved }
}

/** Seconds over which sound becomes silence and silence sound, so that neither ends in a click. */
const fade = 0.004

/** Fades sound in its place: from silence at its beginning, to silence at its end. */
function faded(sound: Float32Array, sampleRate: number, begins: boolean, ends: boolean): Float32Array {
  const length = Math.min(Math.round(fade * sampleRate), sound.length)
  for (let at = 0; at < length; at++) {
    if (begins) sound[at]! *= at / length
    if (ends) sound[sound.length - 1 - at]! *= at / length
  }
  return sound
}

function concatenate(parts: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
