import { open } from 'node:fs/promises'

/** Sound files that are taken, by what ffmpeg calls the one that reads them. */
export type SoundFormat = 'wav' | 'mp3' | 'flac' | 'ogg' | 'aac' | 'mp4' | 'matroska' | 'aiff' | 'caf' | 'w64' | 'au'

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
  // RF64 (EBU Tech 3306) is a WAV of more than 4 GB, RIFX one with the upper byte first.
  if (['RIFF', 'RF64', 'RIFX'].some((name) => says(bytes, name)) && says(bytes, 'WAVE', 8)) return 'wav'
  if (says(bytes, 'riff\x2e\x91\xcf\x11')) return 'w64'
  if (says(bytes, 'FORM') && (says(bytes, 'AIFF', 8) || says(bytes, 'AIFC', 8))) return 'aiff'
  if (says(bytes, 'caff\x00\x01')) return 'caf'
  if (says(bytes, '.snd\x00')) return 'au'
  if (says(bytes, '\x1a\x45\xdf\xa3')) return 'matroska'
  if (says(bytes, 'fLaC')) return 'flac'
  if (says(bytes, 'OggS')) return 'ogg'
  if (says(bytes, 'ftyp', 4)) return 'mp4'
  if (says(bytes, 'ID3')) return 'mp3'
  const [first = 0, second = 0, third = 0] = bytes
  // ADTS (ISO 13818-7, 6.2): twelve bits of sync, then layer 00; MPEG audio (ISO 11172-3, 2.4.1.3): eleven, layer
  // II or III, and no value that is kept for later. Layer I would be UTF-16's byte order mark.
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac'
  const layer = second & 0x06
  const used = (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c && (second & 0x18) !== 0x08
  if (first === 0xff && (second & 0xe0) === 0xe0 && (layer === 0x02 || layer === 0x04) && used) return 'mp3'
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
