import type { WavFormat } from '#shared/wav.ts'

/** How bare samples are to be read. */
export interface PcmFormat extends Pick<WavFormat, 'float' | 'bits' | 'channels' | 'sampleRate'> {
  /** Whether the label leaves open which byte of a sample comes first: RFC 2586's `L16` has the upper one, most servers not. */
  readonly anyOrder: boolean
}

/** OpenAI's `pcm` (API reference, "Create speech"): 24 kHz, 16 bits, signed, little-endian, mono, no header. */
export const openAiPcm: PcmFormat = { sampleRate: 24_000, bits: 16, channels: 1, float: false, anyOrder: false }

/**
 * The samples that a content type promises: `audio/pcm;rate=16000`, `audio/L16; rate=16000; channels=2`,
 * `audio/x-raw, format=F32LE, rate=22050`. What it leaves open is OpenAI's. Undefined where it promises none.
 */
export function labelledPcm(contentType: string): PcmFormat | undefined {
  const label = contentType.toLowerCase()
  const linear = /^audio\/l(8|16|24)\b/.exec(label)?.[1]
  const named = /^audio\/(x-)?(pcm|raw)\b|codecs?="?(audio\/)?(pcm|1)\b/.test(label)
  if (!linear && !named) return undefined
  const number = (names: string) => {
    const found = new RegExp(`(?:^|[;,\\s])(?:${names})\\s*=\\s*"?(\\d+)`).exec(label)?.[1]
    return found === undefined ? undefined : Number(found)
  }
  const coded = /=\s*"?(?:pcm_?)?([suf])(8|16|24|32|64)/.exec(label)
  const bits = number('bits|bit_?depth|width|bits_per_sample') ?? Number(linear ?? coded?.[2] ?? openAiPcm.bits)
  const format = {
    sampleRate: number('rate|sample_?-?rate|samplerate|clock-?rate') ?? openAiPcm.sampleRate,
    channels: number('channels|channel|nchannels') ?? openAiPcm.channels,
    float: coded?.[1] === 'f' || /=\s*"?float/.test(label),
    anyOrder: linear !== undefined,
  }
  return { ...format, bits: format.float && bits < 32 ? 32 : bits }
}
