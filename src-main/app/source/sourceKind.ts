import { extname } from 'node:path'

/** What else people keep words in, by its ending, with its name for a person. */
const otherKinds: Readonly<Record<string, string>> = {
  doc: 'Word 97–2003',
  odt: 'OpenDocument',
  rtf: 'RTF',
  pdf: 'PDF',
  pages: 'Pages',
  epub: 'EPUB',
  pptx: 'PowerPoint',
  xlsx: 'Excel',
  odp: 'OpenDocument',
  ods: 'OpenDocument',
}

/** Subtitles that are plain text, of kinds whose times and marks nobody here knows. */
const otherSubtitles: Readonly<Record<string, string>> = {
  ass: 'Advanced SubStation Alpha',
  ssa: 'SubStation Alpha',
  sub: 'MicroDVD',
  ttml: 'TTML',
  lrc: 'LRC',
}

// By the first bytes, in Latin-1.
const openings: readonly (readonly [RegExp, string])[] = [
  [/^\s*%PDF-/, 'PDF'],
  [/^\s*%!PS/, 'PostScript'],
  [/^\s*\{\\rtf/, 'RTF'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])/i, 'HTML'],
]
// The container of Microsoft's files of old, and of new ones with a password.
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The ending of a file's name, in lower case and without its point; empty where there is none. */
export const endingOf = (name: string): string => extname(name).slice(1).toLowerCase()

/** Whether bytes are a ZIP archive, as a Word document is. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03

/** The kind of a file, for a person, that its content shows to be no script; undefined for what may be one. */
export function otherKind(name: string, bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
  if (compound.equals(bytes.subarray(0, compound.length)))
    return endingOf(name) === 'docx' ? 'Word, locked with a password' : kindByEnding(name)
  return openings.find(([opening]) => opening.test(start))?.[1] ?? otherSubtitles[endingOf(name)]
}

/** The kind of a file, for a person, by its ending alone. */
export const kindByEnding = (name: string): string | undefined => otherKinds[endingOf(name)]
