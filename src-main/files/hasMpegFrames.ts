/** Frames in a row that no other bytes have by chance. */
const enough = 3

/**
 * Whether MPEG audio (layer II or III) or ADTS frames follow one another from the first byte, as each tells where the
 * next one begins: `sniffSound` looks at one frame's first bits only, which raw samples may have by chance. What is
 * shorter than three frames must be whole ones.
 */
export function hasMpegFrames(bytes: Uint8Array): boolean {
  let at = 0
  for (let count = 0; count < enough; count++) {
    if (at === bytes.length && count > 0) return true
    const length = frameLength(bytes, at)
    if (length === undefined) return false
    at += length
  }
  return true
}

/** Bytes of the frame that begins here; undefined where none does. */
function frameLength(bytes: Uint8Array, at: number): number | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 6)
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
  // ADTS (ISO 13818-7, 6.2): thirteen bits of length, the header of seven bytes included.
  if ((second & 0xf6) === 0xf0) {
    const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
    return length >= 7 ? length : undefined
  }
  return mpegLength({ version: (second >> 3) & 3, layer: (second >> 1) & 3, third })
}

/** Kilobits a second by index (ISO 11172-3 and 13818-3, 2.4.2.3). */
const rates = {
  layer2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  layer3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  low: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}

function mpegLength({ version, layer, third }: { version: number; layer: number; third: number }): number | undefined {
  // Version 3 is MPEG-1, 2 is MPEG-2, 0 is MPEG-2.5; layer 1 is III, 2 is II.
  if (version === 1 || (layer !== 1 && layer !== 2)) return undefined
  const table = version === 3 ? (layer === 1 ? rates.layer3 : rates.layer2) : rates.low
  const kilobits = table[third >> 4]
  const base = [44_100, 48_000, 32_000][(third >> 2) & 3]
  if (!kilobits || base === undefined) return undefined
  const sampleRate = version === 3 ? base : version === 2 ? base / 2 : base / 4
  const samples = layer === 1 && version !== 3 ? 576 : 1152
  return Math.floor((samples / 8) * ((kilobits * 1000) / sampleRate)) + ((third >> 1) & 1)
}
