/**
 * Emulation prevention, 7.3.1 and 7.4.1: within a NAL unit an emulation_prevention_three_byte follows every two zero
 * bytes that a byte of 3 or less would follow, so that no start code appears.
 */

/** The bytes that an escaped payload stands for, at most `limit` of them. */
export function unescapeBytes(payload: Uint8Array, limit = payload.length): Uint8Array {
  const rbsp = new Uint8Array(Math.min(payload.length, limit))
  let length = 0
  for (let i = 0, zeros = 0; i < payload.length && length < rbsp.length; i++) {
    const byte = payload[i]!
    if (zeros >= 2 && byte === 3) {
      zeros = 0
      continue
    }
    rbsp[length++] = byte
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return rbsp.subarray(0, length)
}

/** Where the byte `index` of the unescaped bytes lies in the escaped payload. */
export function escapedOffset(payload: Uint8Array, index: number): number {
  let length = 0
  for (let i = 0, zeros = 0; i < payload.length; i++) {
    const byte = payload[i]!
    if (zeros >= 2 && byte === 3) {
      zeros = 0
      continue
    }
    if (length++ === index) return i
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return payload.length
}

/** The escaped form of the bytes. */
export function escapeBytes(rbsp: Uint8Array): Uint8Array {
  const payload: number[] = []
  let zeros = 0
  for (const byte of rbsp) {
    if (zeros >= 2 && byte <= 3) {
      payload.push(3)
      zeros = 0
    }
    payload.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Uint8Array.from(payload)
}
