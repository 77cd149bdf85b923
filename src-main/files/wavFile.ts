import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { sayPhrase } from '#shared/phrases.ts'
import { decodeSamples, encodePcm16, type MonoSound, parseWav, wavHeader, wavHeaderSize } from '#shared/wav.ts'

/** The form of every WAV that Pausecut writes. */
const pcm16 = { float: false, bits: 16, channels: 1 } as const

/**
 * Writes a mono 16-bit WAV, chunk by chunk, so that a long one is never in memory as a whole. Returns the number of
 * samples. Throws what the file system says.
 */
export async function writeWav(
  path: string,
  sampleRate: number,
  chunks: Iterable<Float32Array> | AsyncIterable<Float32Array>,
): Promise<number> {
  const file = await open(path, 'w')
  try {
    let samples = 0
    await file.write(wavHeader(sampleRate, samples))
    for await (const chunk of chunks) {
      await file.write(encodePcm16(chunk))
      samples += chunk.length
    }
    await file.write(wavHeader(sampleRate, samples), 0, wavHeaderSize, 0)
    return samples
  } finally {
    await file.close()
  }
}

/** Reads a WAV that `writeWav` wrote. Throws what the file system says, and on a file that is not whole. */
export async function readWav(path: string): Promise<MonoSound> {
  const sound = parseWav(await readFile(path))
  if ('code' in sound) throw new Error(`${path} can not be read: ${sayPhrase(sound)}`)
  return sound
}

/** The samples of a WAV that `writeWav` wrote, in order, -1 to 1, a second or so at a time. */
export async function* readWavChunks(path: string): AsyncGenerator<Float32Array> {
  // An even size, so that no sample lies across two chunks.
  for await (const bytes of createReadStream(path, { start: wavHeaderSize, highWaterMark: 64 * 1024 })) {
    yield decodeSamples(bytes, pcm16)
  }
}
