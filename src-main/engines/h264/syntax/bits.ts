/** Bits of an RBSP, read and written in the way of clause 7.2 and the descriptors u(n), ue(v) and se(v) of 7.2 and 9.1. */

/** Reads from the most significant bit of each byte on. Reading past the end throws a RangeError. */
export class BitReader {
  readonly #bytes: Uint8Array
  /** In bits from the first byte. */
  position: number

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes
    this.position = position
  }

  /** One bit. */
  flag(): number {
    const byte = this.#bytes[this.position >> 3]
    if (byte === undefined) throw new RangeError('The bits end too early')
    return (byte >> (7 - (this.position++ & 7))) & 1
  }

  /** u(n): unsigned, n up to 32. */
  u(n: number): number {
    let value = 0
    for (let i = 0; i < n; i++) value = value * 2 + this.flag()
    return value
  }

  /** ue(v): unsigned Exp-Golomb code, 9.1. */
  ue(): number {
    let leadingZeroBits = 0
    while (this.flag() === 0) if (++leadingZeroBits > 32) throw new RangeError('An Exp-Golomb code is too long')
    return 2 ** leadingZeroBits - 1 + this.u(leadingZeroBits)
  }

  /** se(v): signed Exp-Golomb code, 9.1.1. */
  se(): number {
    const codeNum = this.ue()
    return codeNum % 2 === 1 ? (codeNum + 1) / 2 : 0 - codeNum / 2
  }

  /** more_rbsp_data( ), 7.2: whether anything comes before the stop bit. */
  moreRbspData(): boolean {
    let last = this.#bytes.length - 1
    while (last >= 0 && this.#bytes[last] === 0) last--
    if (last < 0) return false
    const stopBit = last * 8 + 7 - Math.log2(this.#bytes[last]! & -this.#bytes[last]!)
    return this.position < stopBit
  }
}

/** Writes from the most significant bit of each byte on. Every method but `bytes` returns the writer. */
export class BitWriter {
  readonly #bytes: number[] = []
  /** In bits from the first byte. */
  position = 0

  flag(bit: number | boolean): this {
    if ((this.position & 7) === 0) this.#bytes.push(0)
    if (bit) this.#bytes[this.position >> 3]! |= 0x80 >> (this.position & 7)
    this.position++
    return this
  }

  u(n: number, value: number): this {
    for (let i = n - 1; i >= 0; i--) this.flag(Math.floor(value / 2 ** i) % 2)
    return this
  }

  ue(value: number): this {
    const n = Math.floor(Math.log2(value + 1))
    return this.u(n, 0).u(n + 1, value + 1)
  }

  se(value: number): this {
    return this.ue(value > 0 ? 2 * value - 1 : -2 * value)
  }

  /** Fills the last byte with `bit`. */
  align(bit: number): this {
    while ((this.position & 7) !== 0) this.flag(bit)
    return this
  }

  /** rbsp_trailing_bits( ), 7.3.2.11. */
  rbspTrailingBits(): this {
    return this.flag(1).align(0)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}
