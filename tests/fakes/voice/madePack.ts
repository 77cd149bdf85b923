import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type MadeKokoro, madeKokoro, madeVoice } from './madeKokoro.ts'

/** A few words of each of misaki's dictionaries. */
const dictionaries = {
  us_gold: {
    A: 'ˈA',
    B: 'bˈi',
    F: 'ˈɛf',
    I: 'ˈI',
    S: 'ˈɛs',
    U: 'jˈu',
    NASA: 'nˈæsə',
    Polish: 'pˈOlɪʃ',
    polish: 'pˈɑlɪʃ',
    and: { DEFAULT: 'ænd', None: 'ˈænd' },
    apple: 'ˈæpᵊl',
    have: 'hæv',
    pear: 'pˈɛɹ',
    read: { DEFAULT: 'ɹˈid', VBD: 'ɹˈɛd', VBN: 'ɹˈɛd', ADJ: 'ɹˈɛd' },
    record: { DEFAULT: 'ɹˈɛkəɹd', VERB: 'ɹəkˈɔɹd' },
    run: 'ɹˈʌn',
    start: 'stˈɑɹt',
    to: 'tu',
    tomato: 'təmˈATO',
    used: { DEFAULT: 'jˈuzd', VBD: 'jˈust' },
  },
  us_silver: { zebra: 'zˈibɹə' },
  gb_gold: { tomato: 'təmˈɑːtQ', start: 'stˈɑːt' },
} as const

const voices = ['af_heart', 'af_bella', 'am_michael', 'am_fenrir', 'am_puck', 'bm_fable']

/** Writes the files of a pack of Kokoro's with a made model into a folder: what `voices add kokoro` fetches. */
export function writeMadePack(folder: string, made: MadeKokoro = {}): void {
  const write = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  write('onnx/model.onnx', madeKokoro(made))
  for (const [at, voice] of voices.entries()) write(`voices/${voice}.bin`, madeVoice(at / 20))
  for (const [name, words] of Object.entries(dictionaries)) write(`lexicon/${name}.json`, JSON.stringify(words))
}
