import { Readable } from 'node:stream'
import JSZip from 'jszip'

/** Bytes that the parts of a document may take when they are unpacked: a long book has 10 MB of them. */
const mostUnpacked = 50 * 2 ** 20

/** What mammoth reads: the parts that hold text, and which part is what. No pictures, fonts or programs. */
const textParts = /^(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|word\/[^/]*\.xml|word\/_rels\/[^/]*\.rels)$/

/** Why a file is no Word document that can be read. */
export type NoWord = 'NOT_ZIP' | 'NOT_WORD' | 'TOO_LARGE'

/**
 * The parts with text of a Word document, by their names in it. They are unpacked until it is clear that this is too
 * much: a few kilobytes may unpack to gigabytes, whatever sizes they claim.
 */
export async function openWord(bytes: Uint8Array): Promise<ReadonlyMap<string, string> | NoWord> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined)
  if (!zip) return 'NOT_ZIP'
  const parts = new Map<string, string>()
  let left = mostUnpacked
  for (const file of Object.values(zip.files)) {
    if (file.dir || !textParts.test(file.name)) continue
    const part = await unpack(file, left).catch(() => undefined)
    if (!part) return 'NOT_ZIP'
    left -= part.length
    if (left < 0) return 'TOO_LARGE'
    parts.set(file.name, part.toString('utf8'))
  }
  return parts.has('word/document.xml') ? parts : 'NOT_WORD'
}

/** What a file in the archive holds, up to where it is more than `most` bytes. */
async function unpack(file: JSZip.JSZipObject, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  // JSZip's own streams are of an older kind.
  for await (const chunk of new Readable().wrap(file.nodeStream())) {
    chunks.push(Buffer.from(chunk))
    length += chunk.length
    if (length > most) break
  }
  return Buffer.concat(chunks)
}

/** A document of these parts, to be read by others. */
export async function packWord(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, text] of parts) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
}
