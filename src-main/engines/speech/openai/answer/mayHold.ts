import type { MonoSound } from '#shared/wav.ts'

/** The most letters and figures a second that a voice at its own pace can say; quick speech has about 25. */
const fastest = 80

/**
 * Whether the sound can be all of the text: not silent, and not shorter than any voice could say it at `speed`
 * (or at its own pace, since some servers take no speed).
 */
export function mayHold({ samples, sampleRate }: MonoSound, text: string, speed: number): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters === 0) return true
  const loud = samples.some((sample) => Math.abs(sample) > 0.001)
  return loud && (samples.length / sampleRate) * Math.max(1, speed) * fastest >= letters
}
