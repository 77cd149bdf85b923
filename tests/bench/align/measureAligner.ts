import { alignWords } from '#engines/align/alignWords.ts'
import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import { englishSentence } from '#shared/errors.ts'
import type { MonoSound } from '#shared/wav.ts'
import type { EspeakSpeech } from './espeakSpeech.ts'

export interface Trial extends EspeakSpeech {
  /** The script's words. */
  readonly words: readonly string[]
  /** Words whose own start is left out of the errors: the numbers that are read another way. */
  readonly leftOut?: readonly boolean[]
}

export interface Figures {
  /** Words that were measured. */
  readonly words: number
  /** Absolute errors of word starts, milliseconds. */
  readonly median: number
  readonly p95: number
  readonly worst: number
  /** Per cent of the words. */
  readonly over200: number
  /** Trials that fell back to shares, and how many there were. */
  readonly shares: number
  readonly trials: number
  readonly leastConfidence: number
  /** Seconds of one core for a second of sound. */
  readonly cost: number
}

export type Align = (text: string, sound: MonoSound) => ReturnType<typeof alignWords>

/** The aligner without its worker, so that its time can be measured. */
export async function openAligner(): Promise<Align> {
  const flite = await loadFliteModule()
  if (!flite.ok) throw new Error(englishSentence(flite.error))
  return (text, sound) => alignWords(flite.value, { text, sound })
}

/** Aligns every trial and compares the word starts with what espeak-ng says of them. */
export function measure(align: Align, trials: readonly Trial[]): Figures {
  const errors: number[] = []
  let [shares, leastConfidence, spent, seconds] = [0, 1, 0, 0]
  for (const { sound, starts, words, leftOut } of trials) {
    const before = process.cpuUsage().user
    const { words: times, timing, confidence = 0 } = align(words.join(' '), sound)
    spent += (process.cpuUsage().user - before) / 1e6
    seconds += sound.samples.length / sound.sampleRate
    shares += timing === 'shares' ? 1 : 0
    leastConfidence = Math.min(leastConfidence, confidence)
    starts.forEach((start, i) => {
      if (start !== null && !leftOut?.[i]) errors.push(1000 * Math.abs(times[i]!.start - start))
    })
  }
  errors.sort((a, b) => a - b)
  const quantile = (share: number) => errors[Math.min(errors.length - 1, Math.floor(share * errors.length))] ?? 0
  return {
    ...{ words: errors.length, median: quantile(0.5), p95: quantile(0.95), worst: errors.at(-1) ?? 0 },
    over200: (100 * errors.filter((error) => error > 200).length) / Math.max(1, errors.length),
    ...{ shares, trials: trials.length, leastConfidence, cost: spent / seconds },
  }
}
