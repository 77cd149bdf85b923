import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { englishSentence } from '#shared/errors.ts'
import { encodePcm16, wavHeader } from '#shared/wav.ts'

const run = promisify(execFile)

// Sound as servers were seen to send it: of samples of 24 kHz, in forms that are hard to read.

const rate = 24_000

/** A WAV of 16 bits. */
export const plainWav = (samples: Float32Array, sampleRate = rate): Buffer =>
  Buffer.concat([wavHeader(sampleRate, samples.length), encodePcm16(samples)])

/** The same with these sizes in its header, in place of the true ones. */
export function sizedWav(samples: Float32Array, size: number): Buffer {
  const wav = plainWav(samples)
  wav.writeUInt32LE(size, 4)
  wav.writeUInt32LE(size, 40)
  return wav
}

/** One of a RIFF's chunks; without the byte that fills it up where `padded` is false. */
export function chunk(name: string, content: Uint8Array, { size = content.length, padded = true } = {}): Buffer {
  const head = Buffer.from(`${name}....`, 'latin1')
  head.writeUInt32LE(size, 4)
  return Buffer.concat([head, content, Buffer.alloc(padded ? content.length % 2 : 0)])
}

/** A RIFF of these chunks. */
export function riff(chunks: readonly Uint8Array[], name = 'RIFF'): Buffer {
  const body = Buffer.concat([Buffer.from('WAVE'), ...chunks])
  return Buffer.concat([chunk(name, body, { padded: false })])
}

/** The `fmt ` chunk of PCM of 16 bits, mono. */
export const formatChunk: Buffer = Buffer.from(wavHeader(rate, 0).subarray(12, 36))

export const dataChunk = (samples: Float32Array, size?: number): Buffer =>
  chunk('data', encodePcm16(samples), size === undefined ? {} : { size })

/** The sound in so many equal pieces. */
export function pieces(samples: Float32Array, count: number): Float32Array[] {
  const length = Math.ceil(samples.length / count)
  return Array.from({ length: count }, (_, index) => samples.subarray(index * length, (index + 1) * length))
}

/** The sound as ffmpeg writes it into a file with these options. */
export async function coded(samples: Float32Array, options: readonly string[]): Promise<Buffer> {
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) throw new Error(englishSentence(ffmpeg.error))
  const folder = await mkdtemp(join(tmpdir(), 'coded-'))
  const [from, to] = [join(folder, 'from.wav'), join(folder, 'to')]
  try {
    await writeFile(from, plainWav(samples))
    await run(ffmpeg.value.path, ['-v', 'error', '-i', from, ...options, to])
    return await readFile(to)
  } finally {
    await rm(folder, { recursive: true })
  }
}
