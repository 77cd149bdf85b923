import { type Phrase, phrase } from './phrases.ts'

/** Sound of one channel. */
export interface MonoSound {
  /** -1 to 1. */
  readonly samples: Float32Array
  /** Samples a second. */
  readonly sampleRate: number
}

/** What a WAV file says of itself before its samples. */
export interface WavFormat {
  readonly float: boolean
  /** 8, 16, 24, 32 or 64. */
  readonly bits: number
  readonly channels: number
  readonly sampleRate: number
  /** Where the samples begin, in bytes from the file's start. */
  readonly dataStart: number
  /** Bytes of samples as the header gives them; absent where it was written before the length was known. */
  readonly dataSize?: number
}

/** A header's sizes from here up, and 0, are what streaming servers write (0xFFFFFFFF, 0x7FFFFFFF, 2000000000). */
const placeholder = 1_000_000_000

/**
 * Reads the header of a RIFF WAVE file (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0",
 * and WAVE_FORMAT_EXTENSIBLE) from its first bytes. Returns a few words on what is wrong where it is not one that can
 * be read.
 */
export function parseWavHeader(bytes: Uint8Array): WavFormat | Phrase {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!/^(RIFF|RF64)$/.test(tag(bytes, 0)) || tag(bytes, 8) !== 'WAVE') return phrase('WAV_OTHER')
  let format: Omit<WavFormat, 'dataStart'> | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (tag(bytes, at) === 'data') {
      if (!format) return phrase('WAV_HEADER')
      return { ...format, dataStart: body, ...(size === 0 || size >= placeholder ? {} : { dataSize: size }) }
    }
    if (tag(bytes, at) === 'fmt ') {
      if (size < 16 || body + size > bytes.length) return phrase('WAV_HEADER')
      const kind = view.getUint16(body, true)
      const extensible = kind === 0xfffe && size >= 26
      format = {
        float: (extensible ? view.getUint16(body + 24, true) : kind) === 3,
        channels: view.getUint16(body + 2, true),
        sampleRate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      }
      if (!extensible && kind !== 1 && kind !== 3) return phrase('WAV_CODING', { coding: kind })
      if (!isReadable(format)) return phrase('WAV_HEADER')
    }
    at = body + size + (size % 2)
  }
  return phrase('WAV_SILENT')
}

const isReadable = ({ float, bits, channels, sampleRate }: Omit<WavFormat, 'dataStart'>) =>
  (float ? [32, 64] : [8, 16, 24, 32]).includes(bits) &&
  channels >= 1 &&
  channels <= 32 &&
  sampleRate >= 1000 &&
  sampleRate <= 768_000

const tag = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/**
 * Reads a whole WAV file: PCM of 8, 16, 24 or 32 bits or floats of 32 or 64; channels are mixed down. A length that
 * was not known when the header was written reaches to the file's end; one that was, and is not there, makes the file
 * truncated. Returns a few words on what is wrong where it can not be read.
 */
export function parseWav(bytes: Uint8Array): MonoSound | Phrase {
  const format = parseWavHeader(bytes)
  if ('code' in format) return format
  const { dataStart, dataSize = bytes.length - dataStart, sampleRate } = format
  if (dataStart + dataSize > bytes.length) return phrase('WAV_TRUNCATED')
  return { samples: decodeSamples(bytes.subarray(dataStart, dataStart + dataSize), format), sampleRate }
}

/** Turns the bytes of whole frames into samples; what is left of a frame at the end is dropped. */
export function decodeSamples(bytes: Uint8Array, format: Pick<WavFormat, 'float' | 'bits' | 'channels'>): Float32Array {
  const { bits, channels } = format
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = sampleReader(view, format)
  const width = bits / 8
  const samples = new Float32Array(Math.floor(bytes.length / (width * channels)))
  for (let frame = 0; frame < samples.length; frame++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += read((frame * channels + channel) * width)
    const mean = sum / channels
    samples[frame] = Number.isFinite(mean) ? Math.max(-1, Math.min(1, mean)) : 0
  }
  return samples
}

function sampleReader(view: DataView, { float, bits }: Pick<WavFormat, 'float' | 'bits'>): (at: number) => number {
  if (float) return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true)
  switch (bits) {
    case 8: // the only width without a sign
      return (at) => (view.getUint8(at) - 128) / 2 ** 7
    case 16:
      return (at) => view.getInt16(at, true) / 2 ** 15
    case 24:
      return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 2 ** 16) / 2 ** 23
    default:
      return (at) => view.getInt32(at, true) / 2 ** 31
  }
}

/** Bytes of the header that `wavHeader` writes. */
export const wavHeaderSize = 44

/** The header of a mono 16-bit WAV with that many samples. */
export function wavHeader(sampleRate: number, samples: number): Uint8Array {
  const header = new Uint8Array(wavHeaderSize)
  const view = new DataView(header.buffer)
  const text = (at: number, letters: string) =>
    header.set(
      Array.from(letters, (letter) => letter.charCodeAt(0)),
      at,
    )
  text(0, 'RIFF')
  view.setUint32(4, wavHeaderSize - 8 + 2 * samples, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, 2 * sampleRate, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, 2 * samples, true)
  return header
}

/** Samples as 16-bit little-endian PCM: what `decodeSamples` reads back is what went in, rounded to 16 bits. */
export function encodePcm16(samples: Float32Array): Uint8Array {
  const bytes = new Uint8Array(2 * samples.length)
  const view = new DataView(bytes.buffer)
  for (const [at, sample] of samples.entries()) {
    view.setInt16(2 * at, Math.max(-(2 ** 15), Math.min(2 ** 15 - 1, Math.round(sample * 2 ** 15))), true)
  }
  return bytes
}
