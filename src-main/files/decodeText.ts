// Text that programs other than an editor write: PDF, RTF, PostScript, a web page.
const markup = /^\s*(?:%PDF-|\{\\rtf|%!PS|<!doctype html|<html[\s>])/i

/**
 * Decodes the bytes of a plain text file: UTF-8, UTF-16 of either byte order, with or without a byte order mark, else
 * Windows-1252. The mark is not part of the text, line breaks become `\n`. Null when the bytes are no plain text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes)?.replace(/\r\n?/g, '\n')
  return text === undefined || !isPlain(text) || markup.test(text) ? null : text
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes)
  // A zero byte is in no UTF-8 text, and in all UTF-16 text that has a space, a line break or a Latin letter.
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes)
}

/** The byte order that gives more ASCII; read the wrong way round, spaces and Latin letters become far-off signs. */
function decodeUnmarkedUtf16(bytes: Uint8Array): string | undefined {
  const candidates = [decodeAs('utf-16le', bytes), decodeAs('utf-16be', bytes)].filter(
    (text) => text !== undefined && !/[\p{Cn}\p{Co}]/u.test(text),
  )
  const ascii = (text: string) => text.match(/[\n -~]/g)?.length ?? 0
  return candidates.sort((a = '', b = '') => ascii(b) - ascii(a))[0]
}

function decodeAs(encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether it holds no control characters but white space. Those of Latin-1 are left to a careless Windows file. */
function isPlain(text: string): boolean {
  return !/[\p{Cc}--[\t\n\v\f\x80-\x9F]]/v.test(text)
}
