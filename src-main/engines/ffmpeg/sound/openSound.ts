import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parseWavHeader, wavHeaderSize } from '#shared/wav.ts'

/** Sound in a file, to be read as often as needed and never held as a whole. */
export interface Sound {
  readonly sampleRate: number
  readonly channels: number
  /** The frames from the beginning, in pieces: samples from -1 to 1, those of the channels in turn. */
  readonly frames: () => AsyncIterable<Float32Array>
}

/** Bytes of a piece: whole frames of every kind of sound here. */
const highWaterMark = 128 * 1024

/** The narration: a mono 16-bit WAV of our own. Throws what the file system says, and on any other file. */
export async function openNarration(wav: string): Promise<Sound> {
  const file = await open(wav)
  const header = Buffer.alloc(wavHeaderSize)
  await file.read(header).finally(() => file.close())
  const format = parseWavHeader(header)
  const ours = !('code' in format) && format.channels === 1 && format.bits === 16
  if (!ours) throw new Error(`${wav} is not a narration`)
  return { sampleRate: format.sampleRate, channels: 1, frames: () => read(wav, format.dataStart, decodePcm16) }
}

/** Raw sound: 32-bit floats, lower byte first. */
export function openRaw(file: string, sampleRate: number, channels: number): Sound {
  return {
    sampleRate,
    channels,
    frames: () => read(file, 0, (bytes) => new Float32Array(Uint8Array.from(bytes).buffer)),
  }
}

/** Every machine that Node runs on keeps the lower byte first, as WAV does. */
function decodePcm16(bytes: Uint8Array): Float32Array {
  const integers = new Int16Array(Uint8Array.from(bytes).buffer)
  const samples = new Float32Array(integers.length)
  for (let i = 0; i < samples.length; i++) samples[i] = integers[i]! / 2 ** 15
  return samples
}

async function* read(file: string, start: number, decode: (bytes: Uint8Array) => Float32Array) {
  for await (const bytes of createReadStream(file, { start, highWaterMark })) yield decode(bytes)
}

/** The sound again and again, until it has lasted some seconds. */
export function repeated(sound: Sound, seconds: number): Sound {
  return {
    ...sound,
    frames: async function* () {
      let wanted = Math.round(seconds * sound.sampleRate) * sound.channels
      for (let before = 0; wanted > 0 && wanted !== before; ) {
        before = wanted
        for await (const piece of sound.frames()) {
          yield piece.subarray(0, wanted)
          wanted -= Math.min(wanted, piece.length)
        }
      }
    },
  }
}
