/** One phone with its seconds from the utterance's start. `pau` is silence. */
export interface Phone {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Of a word's phone: its syllable is stressed. */
  readonly stressed?: true
}

/** One word as Flite says it: `2019` gives two of them, `twenty` and `nineteen`. */
interface SpokenWord {
  readonly text: string
  readonly phones: readonly Phone[]
}

/** One piece of the fed text between white space, and what Flite made of it. */
export interface Token {
  /** The piece with its punctuation. */
  readonly raw: string
  /** Position in the fed text where Flite stopped reading it: one past its last character, or past the space after it. */
  readonly end: number
  readonly words: readonly SpokenWord[]
}

export interface Utterance {
  readonly sampleRate: number
  /** Mono, 16 bit. */
  readonly samples: Int16Array
  readonly tokens: readonly Token[]
  readonly phones: readonly Phone[]
}

// Layouts of Flite 2.3's public headers (cst_item.h, cst_features.h, cst_utterance.h, cst_wave.h) on wasm32, in bytes.
const item = { contents: 0, relation: 4, next: 8, down: 20, size: 24 }
const contents = { features: 0, relations: 4 }
const feature = { name: 0, value: 4, next: 8 }
const value = { type: 0, content: 4 }
/** The type of a cst_val that holds a string. */
const stringType = 5
const relation = { utterance: 8, head: 12, size: 20 }
const utterance = { features: 0, relations: 8, size: 16 }
const wave = { sampleRate: 4, count: 8, samples: 16 }

const latin1 = new TextDecoder('latin1')

class Memory {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(buffer: ArrayBuffer) {
    this.bytes = new Uint8Array(buffer)
    this.#view = new DataView(buffer)
  }
  pointer(at: number): number {
    return this.#view.getUint32(at, true)
  }
  integer(at: number): number {
    return this.#view.getInt32(at, true)
  }
  float(at: number): number {
    return this.#view.getFloat32(at, true)
  }
  text(at: number): string {
    return at === 0 ? '' : latin1.decode(this.bytes.subarray(at, this.bytes.indexOf(0, at)))
  }
  /** A cst_features list: name to the address of its cst_val. */
  features(at: number): Map<string, number> {
    const found = new Map<string, number>()
    for (let pair = this.pointer(at); pair !== 0; pair = this.pointer(pair + feature.next))
      found.set(this.text(this.pointer(pair + feature.name)), this.pointer(pair + feature.value))
    return found
  }
  string(val: number | undefined): string {
    if (val === undefined || this.#view.getUint16(val + value.type, true) !== stringType) return ''
    return this.text(this.pointer(val + value.content))
  }
  /** The items of a list, from its first one. */
  *items(first: number): Generator<number> {
    for (let at = first; at !== 0; at = this.pointer(at + item.next)) yield at
  }
  itemFeatures(at: number): Map<string, number> {
    return this.features(this.pointer(this.pointer(at + item.contents) + contents.features))
  }
  children(at: number): Generator<number> {
    return this.items(this.pointer(at + item.down))
  }
  /** The same item as another relation has it; 0 when it has no place there. */
  asRelation(at: number, name: string): number {
    const relations = this.pointer(this.pointer(at + item.contents) + contents.relations)
    const val = this.features(relations).get(name)
    return val === undefined ? 0 : this.pointer(val + value.content)
  }
}

/** Every address where `text`, closed by a zero byte, stands; the highest first, since the heap lies above the voice. */
function* addressesOf(memory: ArrayBuffer, text: string): Generator<number> {
  const needle = Buffer.from(`${text}\0`, 'latin1')
  const hay = Buffer.from(memory)
  for (let at = hay.length; at > 0; ) {
    at = hay.lastIndexOf(needle, at - 1)
    if (at >= 0) yield at
  }
}

/**
 * The address of the live utterance. Nothing exported leads to it, so it is found by its relation called `Segment`:
 * a word that points to that name, followed by a list whose first item points back.
 */
function findUtterance(buffer: ArrayBuffer, memory: Memory): number {
  const words = new Uint32Array(buffer)
  const size = buffer.byteLength
  for (const name of addressesOf(buffer, 'Segment')) {
    for (let i = words.lastIndexOf(name); i > 0; i = words.lastIndexOf(name, i - 1)) {
      const at = i * 4
      if (at + relation.size > size) continue
      const owner = memory.pointer(at + relation.utterance)
      const head = memory.pointer(at + relation.head)
      if (owner === 0 || head === 0 || owner + utterance.size > size || head + item.size > size) continue
      if (memory.pointer(head + item.relation) === at) return owner
    }
  }
  throw new Error('Flite: no utterance in memory; its build does not fit readUtterance')
}

/**
 * Reads the utterance that Flite has just made out of its memory: samples, and Token > Word > Syllable > Segment.
 * @param buffer Flite's memory while it stands inside its post-synthesis hook
 */
export function readUtterance(buffer: ArrayBuffer): Utterance {
  const memory = new Memory(buffer)
  const at = findUtterance(buffer, memory)
  const features = memory.features(memory.pointer(at + utterance.features))
  const relations = memory.features(memory.pointer(at + utterance.relations))
  const head = (name: string): number => {
    const val = relations.get(name)
    return val === undefined ? 0 : memory.pointer(memory.pointer(val + value.content) + relation.head)
  }

  // A phone is one item in several relations; they share its contents, which therefore name it.
  const phoneOf = new Map<number, Phone>()
  let end = 0
  for (const segment of memory.items(head('Segment'))) {
    const its = memory.itemFeatures(segment)
    const start = end
    end = memory.float(its.get('end')! + value.content)
    phoneOf.set(memory.pointer(segment + item.contents), { name: memory.string(its.get('name')), start, end })
  }

  const phonesOf = (word: number): Phone[] => {
    const structure = memory.asRelation(word, 'SylStructure')
    if (structure === 0) return []
    const phones: Phone[] = []
    for (const syllable of memory.children(structure)) {
      const stressed = memory.string(memory.itemFeatures(syllable).get('stress')) === '1'
      for (const segment of memory.children(syllable)) {
        const phone = phoneOf.get(memory.pointer(segment + item.contents))
        if (phone) phones.push(stressed ? { ...phone, stressed } : phone)
      }
    }
    return phones
  }

  const tokens: Token[] = []
  for (const token of memory.items(head('Token'))) {
    const its = memory.itemFeatures(token)
    const raw = ['prepunctuation', 'name', 'punc'].map((part) => memory.string(its.get(part))).join('')
    const words = [...memory.children(token)].map((word) => ({
      text: memory.string(memory.itemFeatures(word).get('name')),
      phones: phonesOf(word),
    }))
    tokens.push({ raw, end: memory.integer(its.get('file_pos')! + value.content), words })
  }

  const sound = memory.pointer(features.get('wave')! + value.content)
  const first = memory.pointer(sound + wave.samples)
  const samples = new Int16Array(memory.bytes.slice(first, first + 2 * memory.integer(sound + wave.count)).buffer)
  return { sampleRate: memory.integer(sound + wave.sampleRate), samples, tokens, phones: [...phoneOf.values()] }
}
