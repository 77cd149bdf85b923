import type { Phone } from '#engines/flite/readUtterance.ts'

/** One way to say one spoken word, between two junctions. A filler stands for speech that nobody foresaw. */
interface Arc {
  readonly from: number
  readonly to: number
  /** Index of the written word that it is part of. */
  readonly word: number
  /** Its first node and how many there are. */
  readonly first: number
  readonly count: number
  readonly filler: boolean
}

/**
 * Everything that a recording may say, in order. Junctions lie between spoken words, numbered so that every arc leads
 * upwards; silence may be heard at each. A node is one frame of speech at the recording's rate.
 */
export interface Lattice {
  readonly arcs: readonly Arc[]
  /** When each junction is passed in the reference, in frames at the recording's rate. */
  readonly junctionAt: Float64Array
  /** The junction before the written word that ends at each junction, so that the word can be left out; -1 elsewhere. */
  readonly omits: Int32Array
  /** The model of each node: one third of one phone. -1 for a filler's only node. */
  readonly model: Int32Array
  /** The moment of the reference that each node was made from, in seconds. */
  readonly referenceAt: Float32Array
  /** How many models there are. */
  readonly models: number
}

/** The sounds of one way to read a written word: phones of each spoken word, timed in the reference. */
export type SpokenReading = readonly (readonly Phone[])[]

export interface WordReadings {
  /** The reading that the reference took in the flow of the text, first. Empty for a word without sound. */
  readonly readings: readonly SpokenReading[]
  /** Whether it may be said in a way that is not among the readings. */
  readonly open: boolean
}

/** Seconds of the reference that a word without a reading is expected to take. */
const fillerSeconds = 0.5

/** Seconds of phones, in whatever order. */
const duration = (phones: readonly Phone[]): number => phones.reduce((sum, { start, end }) => sum + end - start, 0)
/** Seconds of a reading. */
export const durationOf = (reading: SpokenReading): number => reading.reduce((sum, part) => sum + duration(part), 0)

/**
 * Lays the readings of all words out as one lattice.
 * @param framesPerSecond frames of the recording that one second of the reference's speech is expected to take
 */
export function buildLattice(words: readonly WordReadings[], framesPerSecond: number): Lattice {
  const arcs: Arc[] = []
  const junctionAt: number[] = [0]
  const omits: number[] = [-1]
  const model: number[] = []
  const referenceAt: number[] = []
  const ids = new Map<string, number>()

  function addNodes(phones: readonly Phone[]): void {
    for (const phone of phones) {
      const length = phone.end - phone.start
      const nodes = Math.max(1, Math.round(length * framesPerSecond))
      for (let i = 0; i < nodes; i++) {
        const share = (i + 0.5) / nodes
        const third = `${phone.name}${Math.floor(share * 3)}`
        const id = ids.get(third) ?? ids.size
        ids.set(third, id)
        model.push(id)
        referenceAt.push(phone.start + share * length)
      }
    }
  }

  words.forEach(({ readings, open }, word) => {
    if (readings.length === 0 && !open) return
    const start = junctionAt.length - 1
    const begin = junctionAt[start]!
    const span = framesPerSecond * (readings[0] ? durationOf(readings[0]) : fillerSeconds)
    const end = start + 1 + readings.reduce((sum, reading) => sum + reading.length - 1, 0)
    for (const reading of readings) {
      let from = start
      let now = begin
      reading.forEach((part, i) => {
        const last = i === reading.length - 1
        now += (duration(part) / durationOf(reading)) * span
        if (!last) {
          junctionAt.push(now)
          omits.push(-1)
        }
        const to = last ? end : junctionAt.length - 1
        const first = model.length
        addNodes(part)
        arcs.push({ from, to, word, first, count: model.length - first, filler: false })
        from = to
      })
    }
    junctionAt.push(begin + span)
    omits.push(start)
    if (!open) return
    arcs.push({ from: start, to: end, word, first: model.length, count: 1, filler: true })
    model.push(-1)
    referenceAt.push(0)
  })

  return {
    arcs,
    junctionAt: Float64Array.from(junctionAt),
    omits: Int32Array.from(omits),
    model: Int32Array.from(model),
    referenceAt: Float32Array.from(referenceAt),
    models: ids.size,
  }
}
