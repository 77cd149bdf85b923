/**
 * A stream uses what this module does not read. The message says what, in words for a receipt.
 * Thrown, because it ends the graft wherever it is noticed; the encoder catches it and draws every picture instead.
 */
export class UnsupportedStream extends Error {
  override readonly name = 'UnsupportedStream'
}

/** Throws UnsupportedStream unless `supported`. */
export function need(supported: boolean, what: string): asserts supported {
  if (!supported) throw new UnsupportedStream(what)
}
