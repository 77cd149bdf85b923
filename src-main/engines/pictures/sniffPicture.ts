/** What a file is by its first bytes; its name means nothing here. */
export type Sniffed = { readonly format: 'png' | 'jpeg' | 'webp' } | { readonly refused: string }

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte)
const says = (bytes: Uint8Array, text: string, at = 0) =>
  starts(
    bytes,
    [...text].map((character) => character.charCodeAt(0)),
    at,
  )

/** @param bytes at least the first 512 bytes, or all of a shorter file */
export function sniffPicture(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { refused: 'it is empty' }
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { format: 'png' }
  if (starts(bytes, [0xff, 0xd8, 0xff])) return { format: 'jpeg' }
  if (says(bytes, 'RIFF') && says(bytes, 'WEBP', 8)) return { format: 'webp' }
  if (says(bytes, 'GIF8')) return { refused: 'it is a GIF' }
  if (says(bytes, 'II*\0') || says(bytes, 'MM\0*')) return { refused: 'it is a TIFF' }
  if (says(bytes, 'BM')) return { refused: 'it is a BMP' }
  if (says(bytes, '%PDF')) return { refused: 'it is a PDF' }
  if (says(bytes, '8BPS')) return { refused: 'it is a Photoshop file' }
  if (says(bytes, 'ftyp', 4)) return { refused: boxedKind(bytes) }
  const opening = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase()
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/s.test(opening))
    return { refused: 'it is an SVG' }
  if (opening.startsWith('<!doctype html') || opening.startsWith('<html')) return { refused: 'it is a web page' }
  return { refused: 'it is no picture' }
}

/** ISO base media files name their kind after `ftyp`. */
function boxedKind(bytes: Uint8Array): string {
  const brand = new TextDecoder().decode(bytes.subarray(8, 12))
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) return 'it is a HEIC picture'
  if (/^avi[fs]$/.test(brand)) return 'it is an AVIF picture'
  return 'it is a video'
}
