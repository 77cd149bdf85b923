import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { GuideVoice } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import type { MonoSound } from '#shared/wav.ts'
import { espeakSpeech } from '../align/espeakSpeech.ts'
import { festivalTrials, hasFestival } from '../align/festivalSpeech.ts'
import { type BenchText, type Length, pickTexts } from './texts.ts'

/** What is wrong with a recording; 'good' where nothing is. */
export type Kind = 'good' | 'third missing' | 'said twice or more' | 'another text' | 'noise or silence'

export interface BenchRecording {
  readonly kind: Kind
  readonly length: Length
  readonly text: string
  readonly sound: MonoSound
  /** As it was asked for. */
  readonly speed: number
  /** Who says what, for the list of what went wrong. */
  readonly about: string
}

const voices: Readonly<Record<BenchText['language'], readonly string[]>> = {
  en: [
    'en',
    'en-us',
    'en-gb-scotland+m3',
    'en-us+f3',
    'en-gb-x-rp',
    'en+f5',
    'en-029',
    'en-us+m7',
    'en-gb-x-gbclan+f2',
  ],
  de: ['de', 'de+f3', 'de+m3', 'de+f5', 'de+m6'],
  es: ['es', 'es-419+f3', 'es+m3', 'es-419+f5', 'es+f2'],
}
/** Words a minute of espeak-ng at speed 1; it goes from 80 to 450. */
const usual = 165
const speeds = [1, 0.5, 1.5, 1, 2, 0.75, 1.25]

interface Saying {
  readonly kind: Kind
  readonly text: BenchText
  readonly said: readonly string[]
  readonly what: string
}

function speakAll(sayings: readonly Saying[], speedOf: (at: number) => number): BenchRecording[] {
  const jobs = sayings.map(({ text: { language }, said }, at) => ({
    ...{ voice: voices[language][at % voices[language].length]!, said },
    ...{ wpm: Math.round(usual * speedOf(at)), pitch: 35 + ((at * 13) % 40) },
  }))
  return espeakSpeech(jobs).map(({ sound }, at) => {
    const { kind, text, what } = sayings[at]!
    const speed = speedOf(at)
    const about = `${jobs[at]!.voice}, speed ${speed}${what && `, ${what}`}`
    return { kind, length: text.length, text: text.words.join(' '), sound, speed, about }
  })
}

/** espeak-ng's voices in three languages, Festival's where they are installed, and the built-in ones. */
export async function goodRecordings(count: number): Promise<BenchRecording[]> {
  const texts = pickTexts(count)
  const espeak = speakAll(
    texts.map((text) => ({ kind: 'good', text, said: text.words, what: '' })),
    (at) => speeds[at % speeds.length]!,
  )
  const plain = texts.filter(({ language, words }) => language === 'en' && /^[\x20-\x7e]+$/.test(words.join(' ')))
  return [...espeak, ...festivalRecordings(plain), ...(await builtinRecordings(plain))]
}

function festivalRecordings(texts: readonly BenchText[]): BenchRecording[] {
  if (!hasFestival()) {
    console.log('MISSING: Festival (apt-get install festival festvox-kallpc16k festvox-kdlpc16k festvox-us-slt-hts)')
    return []
  }
  const names = ['ked_diphone', 'kal_diphone', 'cmu_us_slt_arctic_hts']
  return names.flatMap((voice, v) => {
    const own = texts.filter((_, at) => at % names.length === v && at % 2 === 0)
    return festivalTrials(
      own.map(({ words }) => words.join(' ')),
      voice,
    ).map(({ sound, words }, at) => ({
      ...{ kind: 'good' as const, length: own[at]!.length, text: words.join(' '), sound, speed: 1 },
      about: voice,
    }))
  })
}

async function builtinRecordings(texts: readonly BenchText[]): Promise<BenchRecording[]> {
  const engine = createBuiltinSpeech()
  const recordings: BenchRecording[] = []
  for (const [at, { words, length }] of texts.entries()) {
    if (at % 2 === 0) continue
    const text = words.join(' ')
    const as = { voice: GuideVoice.options[at % GuideVoice.options.length]!, speed: speeds[(at >> 1) % speeds.length]! }
    const spoken = await engine.speak({ text, as }, new AbortController().signal)
    if (!spoken.ok) throw new Error(englishSentence(spoken.error))
    const { samples, sampleRate } = spoken.value
    const about = `built-in ${as.voice}, speed ${as.speed}`
    recordings.push({ kind: 'good', length, text, sound: { samples, sampleRate }, speed: as.speed, about })
  }
  await engine.close()
  return recordings
}

/** What a voice may do in place of saying a text. */
export function badRecordings(count: number): BenchRecording[] {
  const texts = pickTexts(count, 1000)
  const sayings = texts.flatMap((text, at) => [shortened(text, at), repeated(text, at), ...swapped(text, texts, at)])
  const spoken = speakAll(sayings, (at) => speeds[(at * 3) % speeds.length]!)
  return [...spoken, ...texts.map((text, at) => soundless(text, at))]
}

function shortened(text: BenchText, at: number): Saying {
  const { words } = text
  const [from, to, what] = (
    [
      [0.4, 1, 'first 40 %'],
      [0.66, 1, 'first 66 %'],
      [0, 0.34, 'last 66 %'],
      [0.33, 0.67, 'middle third left out'],
    ] as const
  )[(at >> 1) % 4]!
  const [first, end] = [Math.round(from * words.length), Math.round(to * words.length)]
  return { kind: 'third missing', text, said: [...words.slice(0, first), ...words.slice(end)], what }
}

function repeated(text: BenchText, at: number): Saying {
  const times = at % 3 === 2 ? 3 : 2
  const said = new Array<readonly string[]>(times).fill(text.words).flat()
  return { kind: 'said twice or more', text, said, what: `${times} times` }
}

/** Another text of the same language and about the same length, of 15 words and more. */
function swapped(text: BenchText, texts: readonly BenchText[], at: number): Saying[] {
  if (text.words.length < 15) return []
  const others = texts.filter(({ language, length, words }) => {
    const alike = Math.abs(Math.log(words.length / text.words.length)) < 0.3
    return language === text.language && length === text.length && alike && words[0] !== text.words[0]
  })
  const other = others[at % Math.max(1, others.length)]
  return other ? [{ kind: 'another text', text, said: other.words, what: 'another text' }] : []
}

/** Noise of several colours, a hum, and silence with a click, as long as the text takes. */
function soundless({ words, length }: BenchText, at: number): BenchRecording {
  const sampleRate = 24_000
  const what = (['white noise', 'brown noise', 'hum', 'bursts of noise', 'a click'] as const)[at % 5]!
  let state = at + 1
  let last = 0
  const samples = Float32Array.from({ length: Math.round(0.38 * words.length * sampleRate) }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const white = state / 2 ** 31 - 1
    last = 0.98 * last + 0.2 * white
    const seconds = i / sampleRate
    if (what === 'white noise') return 0.2 * white
    if (what === 'brown noise') return 0.3 * last
    if (what === 'hum') return 0.2 * Math.sin(2 * Math.PI * 120 * seconds) + 0.01 * white
    if (what === 'bursts of noise') return 0.2 * white * Math.max(0, Math.sin(2 * Math.PI * 3 * seconds))
    return i > 5000 && i < 5030 ? 0.5 : 0
  })
  const sound = { samples, sampleRate }
  return { kind: 'noise or silence', length, text: words.join(' '), sound, speed: 1, about: what }
}
