import type { FliteOptions } from '#engines/flite/speakFlite.ts'
import { speakReading } from '#engines/flite/speakReading.ts'
import { wordTimings } from '#engines/flite/spokenText.ts'
import type { Speech } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { takePhones } from '../takePhones.ts'
import { lengthenPauses } from './lengthenPauses.ts'
import { raiseQuestions } from './raiseQuestions.ts'
import type { BuiltinVoice } from './voices.ts'

/** Samples a second of all of Flite's voices. */
const fliteRate = 16_000

/**
 * Below this stretch the statistical voices (all but kal16) shorten less than they are told, since each of their
 * states lasts 5 ms at least; measured, asking for a quarter of the difference more makes up for it down to a fifth.
 */
const shortestTrueStretch = 0.4

function fliteStretch(voice: BuiltinVoice, speed: number): number {
  const stretch = (voice.pace / speed) * (voice.sampleRate / fliteRate)
  if (voice.from === 'kal16' || stretch >= shortestTrueStretch) return stretch
  return stretch - (shortestTrueStretch - stretch) / 4
}

/**
 * Speaks one piece of text, with the exact times of its words.
 * @param speed 0.25 to 4
 * @returns SPEECH_ENGLISH_ONLY when all of its words are in other letters, SPEECH_NOTHING_TO_SAY when it has none
 */
export function speakPiece(
  module: WebAssembly.Module,
  text: string,
  voice: BuiltinVoice,
  speed: number,
): Result<Speech> {
  const { words, phones } = takePhones(text.split(/\s+/).filter(Boolean))
  const reading = readWords(words, 'en')
  const options: FliteOptions = { ...voice, voice: voice.from, stretch: fliteStretch(voice, speed) }
  const said = speakReading(module, reading, options, phones)
  if (!said) {
    const code = /\p{L}/u.test(text) ? 'SPEECH_ENGLISH_ONLY' : 'SPEECH_NOTHING_TO_SAY'
    return fail(appError(code, { text: text.trim().slice(0, 60) }))
  }
  const { spoken, utterance } = said
  const speech = {
    samples: Float32Array.from(utterance.samples, (sample) => sample / 32_768),
    sampleRate: voice.sampleRate,
    words: wordTimings(spoken, utterance.tokens, fliteRate / voice.sampleRate),
  }
  return ok(lengthenPauses(raiseQuestions(speech), speed))
}
