import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WordTiming } from '#shared/domain.ts'
import { mostTokens } from '../phonemes/kokoroTokens.ts'
import type { TextTokens } from '../phonemes/textTokens.ts'
import { numbersAs } from '../runtime/openRuntime.ts'
import type { NumberType, Runtime, Tensor } from '../runtime/runtime.ts'

/** Samples a second. */
export const kokoroRate = 24_000
/** Seconds of one unit of the model's durations: 600 samples. */
const unit = 600 / kokoroRate
/** A voice file has a row of this many numbers for every number of tokens. */
const styleSize = 256
const styleBytes = mostTokens * styleSize * Float32Array.BYTES_PER_ELEMENT

/** The speeds that the model itself speaks well at; the rest is made by stretching. */
const speeds = { min: 0.7, max: 2 } as const

export interface KokoroSpeech {
  /** Mono, -1 to 1. */
  readonly samples: Float32Array
  /** Seconds from the first sample; the words of the tokens, in order. */
  readonly words: readonly WordTiming[]
  /** The speed that is still to be made of it; 1 where the model has made all. */
  readonly stretch: number
}

export interface Kokoro {
  /**
   * Speaks 1 to 510 tokens in one of the pack's voices. Rejects where the voice's file or the model is not whole.
   * @param speed 0.25 to 4
   */
  speak(text: TextTokens, voice: string, speed: number): Promise<KokoroSpeech>
}

/**
 * Opens Kokoro v1.0 from a pack's folder. The exports that tell durations differ in the names of their ports and in the
 * kinds of their numbers, so both are looked up. Rejects where the file is no such model.
 */
export async function openKokoro(folder: string, runtime: Runtime): Promise<Kokoro> {
  const model = await runtime.openModel(join(folder, 'onnx', 'model.onnx'))
  const input = (pattern: RegExp) => portOf([...model.inputs.keys()], pattern)
  const tokens = input(/ids|tokens/)
  const style = input(/style/)
  const pace = input(/speed/)
  const waveform = portOf(model.outputs, /wave|audio/)
  const durations = portOf(model.outputs, /dur/)
  const typeOf = (name: string) => (model.inputs.get(name) ?? 'float32') as NumberType
  const tensor = (name: string, values: readonly number[] | Float32Array, dims: readonly number[]): Tensor => ({
    type: typeOf(name),
    data: numbersAs(typeOf(name), values),
    dims,
  })

  const styles = new Map<string, Promise<Float32Array>>()
  const styleOf = (voice: string): Promise<Float32Array> => {
    const loaded = styles.get(voice) ?? loadStyles(join(folder, 'voices', `${voice}.bin`))
    styles.set(voice, loaded)
    return loaded
  }

  return {
    speak: async (text, voice, speed) => {
      const count = text.ids.length
      const rows = await styleOf(voice)
      const within = Math.min(speeds.max, Math.max(speeds.min, speed))
      // An export of whole speeds can be asked for nothing else.
      const own = typeOf(pace) === 'float32' ? within : 1
      const spoken = await model.run({
        [tokens]: tensor(tokens, [0, ...text.ids, 0], [1, count + 2]),
        [style]: tensor(style, rows.subarray((count - 1) * styleSize, count * styleSize), [1, styleSize]),
        [pace]: tensor(pace, [own], [1]),
      })
      const samples = spoken.get(waveform) as Float32Array
      const units = Array.from(spoken.get(durations) ?? [], Number)
      if (units.length !== count + 2) throw new Error(`${units.length} durations for ${count + 2} tokens`)
      return { samples, words: wordTimes(text, units), stretch: speed / own }
    },
  }
}

function portOf(names: readonly string[], pattern: RegExp): string {
  const name = names.find((one) => pattern.test(one))
  if (name === undefined) throw new Error(`The model has no port like ${pattern.source}; it has ${names.join(', ')}`)
  return name
}

async function loadStyles(path: string): Promise<Float32Array> {
  const bytes = await readFile(path)
  if (bytes.length !== styleBytes) throw new Error(`${path} has ${bytes.length} bytes in place of ${styleBytes}`)
  return new Float32Array(new Uint8Array(bytes).buffer)
}

/**
 * When each word is heard, in seconds. A word without sound takes no time, right after the word before it.
 * @param units how long each token lasts; the zeros before and behind the text are the first and the last
 */
function wordTimes({ words }: TextTokens, units: readonly number[]): WordTiming[] {
  const begins = [0]
  for (const one of units) begins.push(begins.at(-1)! + one)
  let now = 0
  return words.map(({ text, from, to }) => {
    if (from === to) return { text, start: now, end: now }
    now = begins[to + 1]! * unit
    return { text, start: begins[from + 1]! * unit, end: now }
  })
}
