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

/**
 * A header's sizes from here up, and 0, are what streaming servers write (0xFFFFFFFF, 0x7FFFFFFF and that less 36,
 * 2000000000, 999999999); no answer of a service may be so large.
 */
const placeholder = 2 ** 29

/** 0xFFFFFFFF: in an RF64 (EBU Tech 3306) the true size is in the `ds64` chunk. */
const elsewhere = 2 ** 32 - 1

/**
 * Reads the header of a RIFF WAVE file (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0",
 * and WAVE_FORMAT_EXTENSIBLE) or RF64, from its first bytes. Its chunks may come in any order, where all the bytes up to
 * the later one of `fmt ` and `data` are there. Returns a few words on what is wrong where it is not one that can be
 * read; WAV_CODING where only its coding is unknown.
 */
export function parseWavHeader(bytes: Uint8Array): WavFormat | Phrase {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!/^(RIFF|RF64)$/.test(tag(bytes, 0)) || tag(bytes, 8) !== 'WAVE') return phrase('WAV_OTHER')
  let format: Omit<WavFormat, 'dataStart'> | undefined
  let data: Pick<WavFormat, 'dataStart' | 'dataSize'> | undefined
  let longSize = elsewhere
  for (let at = 12; at + 8 <= bytes.length && !(format && data); ) {
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    const name = tag(bytes, at)
    if (name === 'ds64' && body + 16 <= bytes.length && view.getUint32(body + 12, true) === 0) {
      longSize = view.getUint32(body + 8, true)
    }
    if (name === 'data') {
      const said = size === elsewhere ? longSize : size
      const known = said > 0 && said < placeholder
      data = { dataStart: body, ...(known ? { dataSize: said } : {}) }
      if (format) break
      at = known ? nextChunk(bytes, body, said) : findTag(bytes, 'fmt ', body)
      continue
    }
    if (name === 'fmt ') {
      const read = readFormat(bytes, body, size)
      if ('code' in read) return read
      format = read
    }
    at = nextChunk(bytes, body, size)
  }
  if (!data) return phrase('WAV_SILENT')
  return format ? { ...format, ...data } : phrase('WAV_HEADER')
}

function readFormat(bytes: Uint8Array, body: number, size: number): Omit<WavFormat, 'dataStart'> | Phrase {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (size < 16 || body + size > bytes.length) return phrase('WAV_HEADER')
  const kind = view.getUint16(body, true)
  const coding = kind === 0xfffe && size >= 26 ? view.getUint16(body + 24, true) : kind
  if (coding !== 1 && coding !== 3) return phrase('WAV_CODING', { coding })
  const format = {
    float: coding === 3,
    channels: view.getUint16(body + 2, true),
    sampleRate: view.getUint32(body + 4, true),
    bits: view.getUint16(body + 14, true),
  }
  return isReadable(format) ? format : phrase('WAV_HEADER')
}

/** Where the chunk behind this one begins. One of odd size should be followed by a byte of 0; some programs leave it out. */
function nextChunk(bytes: Uint8Array, body: number, size: number): number {
  const end = body + size
  if (size % 2 === 0) return end
  return bytes[end] !== 0 && /^[\x20-\x7e]{4}$/.test(tag(bytes, end)) ? end : end + 1
}

function findTag(bytes: Uint8Array, name: string, from: number): number {
  const letters = Array.from(name, (letter) => letter.charCodeAt(0))
  for (let at = bytes.indexOf(letters[0]!, from); at >= 0; at = bytes.indexOf(letters[0]!, at + 1)) {
    if (letters.every((letter, place) => bytes[at + place] === letter)) return at
  }
  return bytes.length
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
 * was not known when the header was written reaches to the file's end, or to the chunks that close it; one that was, and
 * is not there, makes the file truncated. Returns a few words on what is wrong where it can not be read.
 *
 * @param beyond what a length that goes beyond the file's end means
 */
export function parseWav(bytes: Uint8Array, beyond: 'truncated' | 'end' = 'truncated'): MonoSound | Phrase {
  const format = parseWavHeader(bytes)
  if ('code' in format) return format
  const { dataStart, sampleRate } = format
  const end = dataEnd(bytes, format)
  if (end > bytes.length && beyond === 'truncated') return phrase('WAV_TRUNCATED')
  return { samples: decodeSamples(bytes.subarray(dataStart, end), format), sampleRate }
}

/** Bytes of the widest header that a size may have been taken to count too. */
const headerBytes = 64

/** Where the samples end: behind the file's end where it is truncated. */
function dataEnd(bytes: Uint8Array, { dataStart, dataSize }: WavFormat): number {
  if (dataSize === undefined) return closingChunks(bytes, dataStart)
  const end = dataStart + dataSize
  const missing = end - bytes.length
  // Some servers count the header as sound.
  if (missing > 0) return missing <= Math.min(headerBytes, dataSize / 100) ? bytes.length : end
  // The size of a first piece, written before the rest was made, with more sound behind it than it counts.
  const more = -missing > dataSize && !isChunks(bytes, nextChunk(bytes, dataStart, dataSize))
  return more ? bytes.length : end
}

/** Chunks that programs put behind the sound. */
const closing = ['LIST', 'id3 ', 'ID3 ', 'JUNK', 'fact', 'bext', 'cue ', 'smpl', 'iXML', '_PMX', 'afsp', 'fmt ']
/** Bytes from the end within which they are looked for. */
const tail = 64 * 1024

/** Where the chunks begin that reach to the file's very end; the file's end where there are none. */
function closingChunks(bytes: Uint8Array, from: number): number {
  for (let at = Math.max(from, bytes.length - tail); at + 8 <= bytes.length; at++) {
    if (closing.includes(tag(bytes, at)) && isChunks(bytes, at)) return at
  }
  return bytes.length
}

/** Whether chunk follows chunk from here to the file's end. */
function isChunks(bytes: Uint8Array, from: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = from
  while (at + 8 <= bytes.length && /^[\x20-\x7e]{4}$/.test(tag(bytes, at))) {
    at = nextChunk(bytes, at + 8, view.getUint32(at + 4, true))
  }
  return at === bytes.length || at === bytes.length + 1
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
