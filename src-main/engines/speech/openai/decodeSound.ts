import { type Phrase, phrase } from '#shared/phrases.ts'
import { decodeSamples, type MonoSound, parseWav } from '#shared/wav.ts'

/** OpenAI's `pcm` (API reference, "Create speech"): 24 kHz, 16 bits, signed, little-endian, mono, no header. */
const rawPcm = { sampleRate: 24_000, bits: 16, channels: 1, float: false } as const

/**
 * Turns a service's answer to `response_format: wav` into sound, by its first bytes and not by what it calls itself:
 * some local servers send bare PCM under the name of WAV. Where it is no sound, the value says what it is.
 */
export function decodeSound(bytes: Uint8Array, contentType: string): MonoSound | Phrase {
  const start = Array.from(bytes.subarray(0, 4), (byte) => String.fromCharCode(byte)).join('')
  if (start === 'RIFF' || start === 'RF64') return parseWav(bytes)
  if (start === 'OggS') return phrase('ANSWER_NO_WAV', { type: 'Ogg' })
  if (start === 'fLaC') return phrase('ANSWER_NO_WAV', { type: 'FLAC' })
  if (start.startsWith('ID3') || /^audio\/(mpeg|mp3|aac|opus|ogg|flac)/.test(contentType)) {
    return phrase('ANSWER_NO_WAV', { type: contentType || 'MP3' })
  }
  if (/^\s*[<{[]/.test(start) || /^(text|application\/(json|xml|xhtml))/.test(contentType)) {
    return phrase('ANSWER_TYPE', { type: contentType.split(';')[0] || 'text' })
  }
  return { samples: decodeSamples(bytes, rawPcm), sampleRate: rawPcm.sampleRate }
}

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
