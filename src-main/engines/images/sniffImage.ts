import { type Phrase, phrase } from '#shared/phrases.ts'

/** What a file is by its first bytes; its name means nothing here. */
export type Sniffed = { readonly format: 'png' | 'jpeg' | 'webp' } | { readonly refused: Phrase }

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte)
const says = (bytes: Uint8Array, text: string, at = 0) =>
  starts(
    bytes,
    [...text].map((character) => character.charCodeAt(0)),
    at,
  )

/** @param bytes at least the first 512 bytes, or all of a shorter file */
export function sniffImage(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { refused: phrase('EMPTY') }
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { format: 'png' }
  if (starts(bytes, [0xff, 0xd8, 0xff])) return { format: 'jpeg' }
  if (says(bytes, 'RIFF') && says(bytes, 'WEBP', 8)) return { format: 'webp' }
  if (says(bytes, 'GIF8')) return { refused: phrase('FORMAT_A', { format: 'GIF' }) }
  if (says(bytes, 'II*\0') || says(bytes, 'MM\0*')) return { refused: phrase('FORMAT_A', { format: 'TIFF' }) }
  if (says(bytes, 'BM')) return { refused: phrase('FORMAT_A', { format: 'BMP' }) }
  if (says(bytes, '%PDF')) return { refused: phrase('FORMAT_A', { format: 'PDF' }) }
  if (says(bytes, '8BPS')) return { refused: phrase('PHOTOSHOP') }
  if (says(bytes, 'ftyp', 4)) return { refused: boxedKind(bytes) }
  const opening = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase()
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/s.test(opening))
    return { refused: phrase('FORMAT_AN', { format: 'SVG' }) }
  if (opening.startsWith('<!doctype html') || opening.startsWith('<html')) return { refused: phrase('WEB_PAGE') }
  return { refused: phrase('NO_PICTURE') }
}

/** ISO base media files name their kind after `ftyp`. */
function boxedKind(bytes: Uint8Array): Phrase {
  const brand = new TextDecoder().decode(bytes.subarray(8, 12))
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) return phrase('HEIC')
  if (/^avi[fs]$/.test(brand)) return phrase('AVIF')
  return phrase('VIDEO')
}
