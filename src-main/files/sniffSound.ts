import { open } from 'node:fs/promises'

/** Sound files that are taken, by what ffmpeg calls the one that reads them. */
export type SoundFormat = 'wav' | 'mp3' | 'flac' | 'ogg' | 'aac' | 'mp4'

/** Bytes from the beginning that tell it. */
const head = 16

const says = (bytes: Uint8Array, text: string, at = 0) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/**
 * What a sound file is by its first bytes; its name means nothing here. Undefined for anything else: a playlist, whatever
 * it is called, would have ffmpeg open the files that it names.
 *
 * @param bytes the first 16 at least, or all of a shorter file
 */
export function sniffSound(bytes: Uint8Array): SoundFormat | undefined {
  if (says(bytes, 'RIFF') && says(bytes, 'WAVE', 8)) return 'wav'
  if (says(bytes, 'fLaC')) return 'flac'
  if (says(bytes, 'OggS')) return 'ogg'
  if (says(bytes, 'ftyp', 4)) return 'mp4'
  if (says(bytes, 'ID3')) return 'mp3'
  const [first = 0, second = 0] = bytes
  // ADTS (ISO 13818-7, 6.2): twelve bits of sync, then layer 00; MPEG audio (ISO 11172-3, 2.4.1.3): eleven, layer
  // II or III. Layer I would be UTF-16's byte order mark.
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac'
  const layer = second & 0x06
  if (first === 0xff && (second & 0xe0) === 0xe0 && (layer === 0x02 || layer === 0x04)) return 'mp3'
  return undefined
}

/** The same of a file. Rejects with what the file system says. */
export async function sniffSoundFile(path: string): Promise<SoundFormat | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head), 0, head, 0)
    return sniffSound(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
