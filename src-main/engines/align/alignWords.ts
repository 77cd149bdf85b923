import { type FliteVoice, speakFlite } from '#engines/flite/speakFlite.ts'
import { spelledWords } from '#engines/flite/speakReading.ts'
import type { Alignment } from '#ports/Aligner.ts'
import type { SpeechCheck, SpeechFault, TimingFallback } from '#shared/domain.ts'
import { baseLanguage } from '#shared/languageTag.ts'
import { guessLanguage } from '#shared/reading/findLanguage.ts'
import type { MonoSound } from '#shared/wav.ts'
import { alignVoice } from './alignVoice.ts'
import { isSpoken, makeScript, type Script } from './readings/makeScript.ts'
import { makeReference } from './reference.ts'
import { type Span, sharesBetweenPauses } from './sharesBetweenPauses.ts'
import { hop, prepareRecording, type Recording } from './sound/recording.ts'
import type { Path } from './trace.ts'
import { findFault } from './verify/findFault.ts'
import { isVoiced } from './verify/isVoiced.ts'
import { type Heard, marginOf } from './verify/margin.ts'
import { scatterOf } from './verify/scatter.ts'
import { leastTrust, trustIn } from './verify/trust.ts'
import { type Figures, judge } from './verify/verdict.ts'

const referenceVoices: readonly FliteVoice[] = ['slt', 'rms', 'awb']
/** How many of them compare the text with its rivals. */
const comparing = 2
/** Seconds; anything shorter holds no word. */
const shortest = 0.1

/** A text and a recording of it, as they cross to the worker. */
export interface Task {
  readonly text: string
  readonly sound: MonoSound
  /** ISO 639-1 or BCP 47; guessed when absent. */
  readonly language?: string | undefined
}

/**
 * When each word of the text is heard: the median of what three reference voices say, or shares of the time where the
 * voices can not read the text or do not find it in the recording. And whether the recording says the text.
 */
export function alignWords(module: WebAssembly.Module, { text, sound, language: told }: Task): Alignment {
  const words = text.split(/\s+/).filter(Boolean)
  const found = guessLanguage(text)
  const language = (told && baseLanguage(told)) || found.language
  if (words.length === 0 || sound.samples.length < shortest * sound.sampleRate)
    return shares(words, new Float32Array(1), language, 'short')
  const recording = prepareRecording(sound)
  const script = readScript(module, words, language)
  if (!canRead(script)) return shares(words, recording.loud, language, 'language')

  const heard = referenceVoices.map((voice) => {
    const reference = makeReference(module, script, voice)
    return { reference, voice: alignVoice(reference, recording) }
  })
  const times = heard.map(({ voice }) => timesOf(words.length, voice.path))
  const figures = measure(heard, times, recording)
  const sure = isSpoken(language) && (told !== undefined || found.sure)
  const check = checkOf(judge(figures, words.length, sure), figures, script, (verdict) =>
    faultIn(verdict, sound, heard, recording),
  )
  const { confidence } = check
  if (check.verdict === 'failed' || confidence < leastTrust) {
    const unsure = shares(words, recording.loud, language, 'mismatch')
    return { ...unsure, confidence, check }
  }
  const spans = words.map((text, word) => ({
    text,
    start: median(times.map((of) => of[word]!.start)),
    end: median(times.map((of) => of[word]!.end)),
  }))
  return { words: spans, timing: 'aligned', language, confidence, check }
}

/** The three figures of a recording that tell whether it says its text. */
function measure(heard: readonly Heard[], times: readonly (readonly Span[])[], recording: Recording): Figures {
  const margin = marginOf(heard.slice(0, comparing), recording)
  const confidence = trustIn(
    heard.map(({ voice }) => voice),
    times,
  )
  const scatter = scatterOf(heard.map(({ reference }, at) => ({ reference, times: times[at]! })))
  return { ...(margin !== undefined && { margin }), confidence, scatter }
}

/** A word of another writing may be a sentence, so that only noise is seen through where there are some. */
function checkOf(
  verdict: SpeechCheck['verdict'],
  figures: Figures,
  { words }: Script,
  find: (verdict: SpeechCheck['verdict']) => SpeechFault | undefined,
): SpeechCheck {
  if (verdict === 'passed') return { verdict, ...figures }
  const fault = find(verdict)
  if (!fault) return { verdict, ...figures }
  const isUnread = words.some(({ readings, open }) => readings.length === 0 && open)
  return isUnread && fault.kind !== 'noise'
    ? { verdict: 'unsure', ...figures }
    : { verdict: 'failed', ...figures, fault }
}

/** What is wrong with a recording that failed; of one that is not sure only whether it is noise. */
function faultIn(
  verdict: SpeechCheck['verdict'],
  sound: MonoSound,
  heard: readonly Heard[],
  recording: Recording,
): SpeechFault | undefined {
  if (!isVoiced(sound)) return { kind: 'noise' }
  return verdict === 'failed' ? findFault(heard.slice(0, comparing), recording) : undefined
}

/** The script as it is spoken, names that Flite would spell out by their sounds; the quickest voice tells which. */
function readScript(module: WebAssembly.Module, words: readonly string[], language: string): Script {
  const script = makeScript(words, language)
  const { spoken, lexicon } = script
  if (language !== 'en' || spoken.fed === '') return script
  const spelled = spelledWords(speakFlite(module, spoken.fed, { voice: 'kal16', lexicon }).tokens)
  return spelled.size === 0 ? script : makeScript(words, language, spelled)
}

/** Whether the voices can read at least half of the words that are words. */
function canRead({ words }: Script): boolean {
  const spoken = words.filter(({ readings, open }) => readings.length > 0 || open)
  return spoken.length > 0 && 2 * spoken.filter(({ readings }) => readings.length > 0).length >= spoken.length
}

function shares(words: readonly string[], loud: Float32Array, language: string, fallback: TimingFallback): Alignment {
  const spans = sharesBetweenPauses(words, loud)
  return {
    words: words.map((text, i) => ({ text, ...spans[i]! })),
    timing: 'shares',
    language,
    confidence: 0,
    fallback,
  }
}

/** When each written word is heard on a path; one without sound takes no time, right after the word before it. */
function timesOf(words: number, path: Path): Span[] {
  const first = new Int32Array(words).fill(-1)
  const last = new Int32Array(words)
  path.word.forEach((word, frame) => {
    if (word < 0) return
    if (first[word]! < 0) first[word] = frame
    last[word] = frame
  })
  let now = 0
  return Array.from(first, (frame, word) => {
    if (frame < 0) return { start: now, end: now }
    // A frame stands for the 10 ms about its moment.
    now = (last[word]! + 0.5) * hop
    return { start: Math.max(0, (frame - 0.5) * hop), end: now }
  })
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1]!
}
