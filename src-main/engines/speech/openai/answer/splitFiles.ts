import type { SoundFormat } from '#files/sniffSound.ts'

/** How a file of a format begins, so that it is not taken for letters that sound holds by chance. */
interface Beginning {
  readonly letters: string
  /** Bytes of the file before the letters. */
  readonly before?: number
  /** Whether the rest is as it should be. */
  readonly fits: (file: Buffer) => boolean
}

const read = (file: Buffer, from: number, to: number) => file.toString('latin1', from, to)
const numberAt = (file: Buffer, at: number) => (at + 4 <= file.length ? file.readUInt32BE(at) : -1)
const isBetween = (number: number, least: number, most: number) => number >= least && number <= most
const wavBeginning = (file: Buffer) =>
  read(file, 8, 12) === 'WAVE' && /^(fmt |JUNK|LIST|fact|data|bext|ds64|FLLR|PEAK|id3 |iXML)$/.test(read(file, 12, 16))

/** Of the formats whose readers do not go on to a second file by themselves. */
const beginnings: Partial<Record<SoundFormat, readonly Beginning[]>> = {
  wav: ['RIFF', 'RF64'].map((letters) => ({ letters, fits: wavBeginning })),
  flac: [{ letters: 'fLaC', fits: (file) => (numberAt(file, 4) & 0x7fffffff) === 34 }],
  aiff: [{ letters: 'FORM', fits: (file) => /^AIF[FC]$/.test(read(file, 8, 12)) }],
  au: [{ letters: '.snd\0\0', fits: (file) => isBetween(numberAt(file, 12), 1, 27) }],
  matroska: [{ letters: '\x1a\x45\xdf\xa3', fits: (file) => /webm|matroska/.test(read(file, 4, 64)) }],
  mp4: [{ letters: 'ftyp', before: 4, fits: (file) => isBetween(numberAt(file, 0), 16, 255) }],
}

/**
 * Several files that some servers send one after the other in one answer, a file for each sentence, as one each. The
 * sizes in their headers mean nothing here: they may be true, of all files together, or placeholders.
 */
export function splitFiles(bytes: Uint8Array, format: SoundFormat): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const found = (beginnings[format] ?? []).flatMap((beginning) => [...startsOf(buffer, beginning)])
  const starts = [0, ...found.filter((start) => start > 0).toSorted((one, other) => one - other)]
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]))
}

function* startsOf(buffer: Buffer, { letters, before = 0, fits }: Beginning): Generator<number> {
  const sought = Buffer.from(letters, 'latin1')
  for (let at = buffer.indexOf(sought); at >= 0; at = buffer.indexOf(sought, at + 1)) {
    if (at >= before && fits(buffer.subarray(at - before))) yield at - before
  }
}
