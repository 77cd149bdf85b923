/**
 * The arithmetic coder of CABAC (9.3): one context's state, the encoder (9.3.4) and the decoder (9.3.3.2). Only as much
 * as slices without any coded macroblock need: decisions and the end of the slice, no bypass.
 */
import { BitReader, BitWriter } from './bits.ts'

/** rangeTabLPS, Table 9-44: four ranges per pStateIdx, by qCodIRangeIdx. */
const rangeTabLps = Uint8Array.of(
  ...[128, 176, 208, 240, 128, 167, 197, 227, 128, 158, 187, 216, 123, 150, 178, 205, 116, 142, 169, 195, 111, 135],
  ...[160, 185, 105, 128, 152, 175, 100, 122, 144, 166, 95, 116, 137, 158, 90, 110, 130, 150, 85, 104, 123, 142, 81],
  ...[99, 117, 135, 77, 94, 111, 128, 73, 89, 105, 122, 69, 85, 100, 116, 66, 80, 95, 110, 62, 76, 90, 104, 59, 72, 86],
  ...[99, 56, 69, 81, 94, 53, 65, 77, 89, 51, 62, 73, 85, 48, 59, 69, 80, 46, 56, 66, 76, 43, 53, 63, 72, 41, 50, 59],
  ...[69, 39, 48, 56, 65, 37, 45, 54, 62, 35, 43, 51, 59, 33, 41, 48, 56, 32, 39, 46, 53, 30, 37, 43, 50, 29, 35, 41],
  ...[48, 27, 33, 39, 45, 26, 31, 37, 43, 24, 30, 35, 41, 23, 28, 33, 39, 22, 27, 32, 37, 21, 26, 30, 35, 20, 24, 29],
  ...[33, 19, 23, 27, 31, 18, 22, 26, 30, 17, 21, 25, 28, 16, 20, 23, 27, 15, 19, 22, 25, 14, 18, 21, 24, 14, 17, 20],
  ...[23, 13, 16, 19, 22, 12, 15, 18, 21, 12, 14, 17, 20, 11, 14, 16, 19, 11, 13, 15, 18, 10, 12, 15, 17, 10, 12, 14],
  ...[16, 9, 11, 13, 15, 9, 11, 12, 14, 8, 10, 12, 14, 8, 9, 11, 13, 7, 9, 11, 12, 7, 9, 10, 12, 7, 8, 10, 11, 6, 8, 9],
  ...[11, 6, 7, 9, 10, 6, 7, 8, 9, 2, 2, 2, 2],
)

/** transIdxLPS, Table 9-45. transIdxMPS is pStateIdx + 1, but 62 and 63 stay. */
const transIdxLps = Uint8Array.of(
  ...[0, 0, 1, 2, 2, 4, 4, 5, 6, 7, 8, 9, 9, 11, 11, 12, 13, 13, 15, 15, 16, 16, 18, 18, 19, 19, 21, 21, 22, 22, 23],
  ...[24, 24, 25, 26, 26, 27, 27, 28, 29, 29, 30, 30, 30, 31, 32, 32, 33, 33, 33, 34, 34, 35, 35, 35, 36, 36, 36, 37],
  ...[37, 37, 38, 38, 63],
)

const clip3 = (low: number, high: number, x: number): number => Math.min(high, Math.max(low, x))

/** The state of one context variable, initialised from its m and n (9.3.1.1). */
export class Context {
  pStateIdx: number
  valMPS: number

  constructor(m: number, n: number, SliceQPY: number) {
    const preCtxState = clip3(1, 126, ((m * clip3(0, 51, SliceQPY)) >> 4) + n)
    this.valMPS = preCtxState <= 63 ? 0 : 1
    this.pStateIdx = this.valMPS ? preCtxState - 64 : 63 - preCtxState
  }

  /** codIRangeLPS for a range of 256 to 510. */
  rangeLps(codIRange: number): number {
    return rangeTabLps[this.pStateIdx * 4 + ((codIRange >> 6) & 3)]!
  }

  /** The state transition of 9.3.3.2.1.1. */
  update(bin: number): void {
    if (bin === this.valMPS) {
      if (this.pStateIdx < 62) this.pStateIdx++
      return
    }
    if (this.pStateIdx === 0) this.valMPS = 1 - this.valMPS
    this.pStateIdx = transIdxLps[this.pStateIdx]!
  }
}

/** 9.3.4.2 to 9.3.4.5. */
export class ArithmeticEncoder {
  readonly #out = new BitWriter()
  #low = 0
  #range = 510
  #firstBit = true
  #bitsOutstanding = 0

  encodeDecision(context: Context, bin: number): void {
    const lps = context.rangeLps(this.#range)
    this.#range -= lps
    if (bin !== context.valMPS) {
      this.#low += this.#range
      this.#range = lps
    }
    context.update(bin)
    this.#renorm()
  }

  /** end_of_slice_flag; `bin` 1 flushes. */
  encodeTerminate(bin: number): void {
    this.#range -= 2
    if (bin) {
      this.#low += this.#range
      this.#range = 2
    }
    this.#renorm()
    if (bin) {
      this.#putBit((this.#low >> 9) & 1)
      this.#out.u(2, ((this.#low >> 7) & 3) | 1) // the last of them is the rbsp_stop_one_bit
    }
  }

  /** All bytes, rbsp_trailing_bits included. To be asked after the end of the slice. */
  bytes(): Uint8Array {
    return this.#out.align(0).bytes()
  }

  #renorm(): void {
    while (this.#range < 256) {
      if (this.#low < 256) this.#putBit(0)
      else if (this.#low >= 512) {
        this.#low -= 512
        this.#putBit(1)
      } else {
        this.#low -= 256
        this.#bitsOutstanding++
      }
      this.#range *= 2
      this.#low *= 2
    }
  }

  #putBit(bit: number): void {
    if (this.#firstBit) this.#firstBit = false
    else this.#out.flag(bit)
    for (; this.#bitsOutstanding > 0; this.#bitsOutstanding--) this.#out.flag(1 - bit)
  }
}

/** 9.3.1.2 and 9.3.3.2. Reading past the end throws a RangeError. */
export class ArithmeticDecoder {
  readonly #in: BitReader
  #range = 510
  #offset: number

  constructor(sliceData: Uint8Array) {
    this.#in = new BitReader(sliceData)
    this.#offset = this.#in.u(9)
  }

  decodeDecision(context: Context): number {
    const lps = context.rangeLps(this.#range)
    this.#range -= lps
    let bin = context.valMPS
    if (this.#offset >= this.#range) {
      bin = 1 - bin
      this.#offset -= this.#range
      this.#range = lps
    }
    context.update(bin)
    this.#renorm()
    return bin
  }

  decodeTerminate(): number {
    this.#range -= 2
    if (this.#offset >= this.#range) return 1
    this.#renorm()
    return 0
  }

  #renorm(): void {
    for (; this.#range < 256; this.#range *= 2) this.#offset = this.#offset * 2 + this.#in.flag()
  }
}
