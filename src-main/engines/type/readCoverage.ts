import { Buffer } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { Blob, Face } from 'harfbuzzjs'

/** What a font on the disk can show, without the font itself being read. */
export interface Coverage {
  readonly file: string
  /** Which font of a collection. */
  readonly index: number
  /** 100 to 900; 400 is regular, 700 bold. */
  readonly weight: number
  readonly slanted: boolean
  /** Whether it has a glyph for a character. */
  has(character: number): boolean
}

/** Tables of OpenType that tell it; a font's letters themselves are megabytes. */
const wanted = ['cmap', 'head', 'maxp', 'OS/2']
/** A table that is larger is no table: CJK fonts need a third of that for all of their characters. */
const largest = 4_000_000

/**
 * Reads from a font file which characters its fonts have: one of a .ttf or .otf, all of a collection. None where it is no
 * font that HarfBuzz reads, or can't be read.
 */
export function readCoverage(file: string): Coverage[] {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const read = readerOf(descriptor)
    return fontsIn(read).flatMap((at, index) => coverageOf(read, at, { file, index }) ?? [])
  } catch {
    return []
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

type Read = (at: number, length: number) => Buffer

const readerOf =
  (descriptor: number): Read =>
  (at, length) => {
    if (length > largest) throw new RangeError('No font has a table as large as this')
    const bytes = Buffer.alloc(length)
    if (readSync(descriptor, bytes, 0, length, at) < length) throw new RangeError('The file ends within a table')
    return bytes
  }

/** Where the fonts of a file begin (OpenType, "TTC Header"). */
function fontsIn(read: Read): number[] {
  const head = read(0, 12)
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0]
  const count = Math.min(64, head.readUInt32BE(8))
  const offsets = read(12, 4 * count)
  return Array.from({ length: count }, (_, at) => offsets.readUInt32BE(4 * at))
}

function coverageOf(read: Read, at: number, { file, index }: Pick<Coverage, 'file' | 'index'>): Coverage | undefined {
  const tables = tablesOf(read, at)
  if (!tables.has('cmap')) return undefined
  const ranges = rangesOf(new Face(new Blob(packTables(tables))).collectUnicodes())
  const style = tables.get('OS/2')
  return {
    file,
    index,
    weight: style && style.length >= 6 ? style.readUInt16BE(4) : 400,
    // Bit 0 of fsSelection.
    slanted: style !== undefined && style.length >= 64 && (style.readUInt16BE(62) & 1) === 1,
    has: (character) => isIn(ranges, character),
  }
}

function tablesOf(read: Read, at: number): Map<string, Buffer> {
  const count = read(at, 12).readUInt16BE(4)
  const directory = read(at + 12, 16 * count)
  const tables = new Map<string, Buffer>()
  for (let entry = 0; entry < directory.length; entry += 16) {
    const tag = directory.toString('latin1', entry, entry + 4)
    if (wanted.includes(tag))
      tables.set(tag, read(directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12)))
  }
  return tables
}

/** A font of these tables alone (OpenType, "Table Directory"). */
function packTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.size)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.size, 4)
  const parts: Buffer[] = [head]
  let at = head.length
  let entry = 12
  for (const [tag, table] of tables) {
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(at, entry + 8)
    head.writeUInt32BE(table.length, entry + 12)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    at += table.length + padding.length
    entry += 16
  }
  return Buffer.concat(parts)
}

/** Characters as the first and the last of every run of them. */
function rangesOf(characters: Iterable<number>): Uint32Array {
  const ranges: number[] = []
  for (const character of characters) {
    if (ranges.length > 0 && ranges.at(-1) === character - 1) ranges[ranges.length - 1] = character
    else ranges.push(character, character)
  }
  return Uint32Array.from(ranges)
}

function isIn(ranges: Uint32Array, character: number): boolean {
  let [low, high] = [0, ranges.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[2 * middle + 1]! < character) low = middle + 1
    else high = middle
  }
  return low < ranges.length / 2 && ranges[2 * low]! <= character
}
