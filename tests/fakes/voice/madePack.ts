import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { manifestName, type PackFile, type PackManifest } from '#shared/speech/voicePacks.ts'
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

/** Writes a pack of Kokoro's with a made model into a folder: what `voices add kokoro` leaves there. */
export function writeMadePack(folder: string, made: MadeKokoro = {}): void {
  const files: PackFile[] = []
  const write = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    files.push({ path, bytes: Buffer.byteLength(content), sha256 })
  }
  write('onnx/model.onnx', madeKokoro(made))
  for (const [at, voice] of voices.entries()) write(`voices/${voice}.bin`, madeVoice(at / 20))
  for (const [name, words] of Object.entries(dictionaries)) write(`lexicon/${name}.json`, JSON.stringify(words))
  const licence = { name: 'Apache-2.0', url: 'https://huggingface.co/hexgrad/Kokoro-82M' }
  const manifest: PackManifest = { name: 'kokoro', model: 'kokoro', licence, files }
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest))
}

/** The same, where a data folder has it. */
export const addMadePack = (home: string, made: MadeKokoro = {}): void =>
  writeMadePack(join(home, 'voices', 'kokoro'), made)
