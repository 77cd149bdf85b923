import type { SpeechFault } from '#shared/domain.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import type { MonoSound } from '#shared/wav.ts'
import { findSpeech } from './findSpeech.ts'

/** How many times as fast, and as slow, as is usual the quickest and the slowest of voices are. */
const [fastest, slowest] = [4, 3.5]
/** Seconds of pauses, of letters that are spelled and of signs that are read aloud that any text may have. */
const margin = 3
/** Seconds that a figure takes at the least, and a picture (`😀`, `→`) at the most. */
const [leastFigure, mostSign] = [0.1, 1.5]

/**
 * What is wrong with a sound that is too short or too long to be its text, or silent; undefined where it may be all of
 * it. Cheap, and so wide that no voice and no language is refused by it; the aligner looks closer.
 * @param speed 0.25 to 4; the voice may have ignored it
 */
export function findLengthFault(sound: MonoSound, text: string, speed: number): SpeechFault | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  const speech = findSpeech(sound)
  if (!speech) return { kind: 'silence' }
  const seconds = (speech.end - speech.start) / sound.sampleRate
  const figures = text.match(/\p{N}/gu)?.length ?? 0
  const signs = text.match(/\p{S}/gu)?.length ?? 0
  const least = usual(text.replace(/\P{L}/gu, '')) + figures * leastFigure
  const most = usual(text) + signs * mostSign + margin
  const fits = seconds >= least / fastest / Math.max(1, speed) && seconds <= (slowest * most) / Math.min(1, speed)
  return fits ? undefined : { kind: 'length', seconds }
}

/** Seconds of a text at speed 1, without silence at its ends. */
const usual = (text: string) => estimateSpeech(text, 1) - estimateSpeech('', 1)
