import { readUtterance, type Utterance } from './readUtterance.ts'
import { runWasi } from './wasiHost.ts'

export type FliteVoice = 'slt' | 'rms' | 'awb' | 'kal16'

const lexiconFile = 'lexicon'

export interface FliteOptions {
  readonly voice: FliteVoice
  /** How many times as long as the voice's own pace; 1 by default. */
  readonly stretch?: number
  /** Factor of the pitch. The voice rms ignores it: its pitch comes from a model of its own (SPAM F0). */
  readonly f0Shift?: number
  /** Standard deviation of the pitch in Hz, for slt, awb and kal16; the voice's own by default. */
  readonly f0Deviation?: number
  /** Pronunciations that go before the dictionary: word to phones, vowels with their stress (`hh ah0 l ow1`). */
  readonly lexicon?: ReadonlyMap<string, string>
}

/**
 * Speaks printable ASCII that holds at least one letter or digit. The text is one argument of the program, never
 * a file name, an option or SSML.
 */
export function speakFlite(module: WebAssembly.Module, text: string, options: FliteOptions): Utterance {
  const features: [string, number | undefined][] = [
    ['duration_stretch', options.stretch],
    ['f0_shift', options.f0Shift],
    ['int_f0_target_stddev', options.f0Deviation],
  ]
  const set = features.flatMap(([name, value]) => (value === undefined ? [] : ['--setf', `${name}=${value}`]))
  const entries = [...(options.lexicon ?? [])].map(([word, phones]) => `${word} nil : ${phones}\n`)
  const lexicon = entries.length > 0 ? ['-add_lex', `/${lexiconFile}`] : []
  let spoken: Utterance | undefined
  runWasi(module, {
    // -ps prints the segments from the hook after synthesis: one line, printed while the utterance is alive.
    args: ['flite', '-voice', options.voice, ...set, ...lexicon, '-ps', '-o', 'none', '-t', text],
    files: new Map([[lexiconFile, Buffer.from(entries.join(''))]]),
    onLine: (memory) => {
      spoken ??= readUtterance(memory)
    },
  })
  if (!spoken) throw new Error(`Flite said nothing to ${JSON.stringify(text)}`)
  return spoken
}
