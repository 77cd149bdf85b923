import type { FliteVoice } from '#engines/flite/speakFlite.ts'
import type { GuideVoice } from '#shared/speech/engines.ts'

/** How one of this engine's voices is made from one of Flite's. */
export interface BuiltinVoice {
  readonly from: FliteVoice
  /**
   * Samples a second at which Flite's 16,000 are played. It moves the whole spectrum, as a shorter or longer vocal
   * tract would, and the pitch with it; the stretch makes up for the time.
   */
  readonly sampleRate: number
  /** Factor of Flite's own pitch, before `sampleRate` moves it. Flite's rms has none. */
  readonly f0Shift?: number
  /** Standard deviation of the pitch in Hz; Flite's own when absent. */
  readonly f0Deviation?: number
  /** How many times as long as Flite's own pace at speed 1: all six say 155 to 165 words a minute, rests included. */
  readonly pace: number
}

/** Median pitch as measured: nova 168 Hz, alloy 118, echo 98, fable 146, onyx 70, shimmer 214. */
export const builtinVoices: Readonly<Record<GuideVoice, BuiltinVoice>> = {
  nova: { from: 'slt', sampleRate: 16_000, pace: 1.23 },
  alloy: { from: 'rms', sampleRate: 18_000, pace: 1.06 },
  echo: { from: 'rms', sampleRate: 15_200, pace: 1.06 },
  fable: { from: 'awb', sampleRate: 16_400, f0Shift: 1.12, f0Deviation: 22, pace: 1.2 },
  onyx: { from: 'kal16', sampleRate: 15_000, f0Shift: 0.86, pace: 1.27 },
  shimmer: { from: 'slt', sampleRate: 17_600, f0Shift: 1.18, f0Deviation: 40, pace: 1.23 },
}
