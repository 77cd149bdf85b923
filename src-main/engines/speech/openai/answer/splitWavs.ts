/** RIFF or RF64, any size, WAVE, and the name of a chunk that can come first. */
const beginnings = ['RIFF', 'RF64']
const firstChunks = /^(fmt |JUNK|LIST|fact|data|bext|ds64|FLLR|PEAK|id3 |iXML)$/

/**
 * Several WAV files that some servers send one after the other in one answer, a file for each sentence, as one each. The
 * sizes in their headers mean nothing here: they may be true, of all files together, or placeholders.
 */
export function splitWavs(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const starts = beginnings.flatMap((name) => [...startsOf(buffer, name)]).toSorted((one, other) => one - other)
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]))
}

function* startsOf(buffer: Buffer, name: string): Generator<number> {
  for (let at = buffer.indexOf(name); at >= 0; at = buffer.indexOf(name, at + 4)) {
    const first = buffer.toString('latin1', at + 12, at + 16)
    if (buffer.toString('latin1', at + 8, at + 12) === 'WAVE' && (at === 0 || firstChunks.test(first))) yield at
  }
}
