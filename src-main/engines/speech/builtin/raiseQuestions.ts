import type { Speech } from '#ports/SpeechEngine.ts'
import { medianPitch, shiftPitch } from './shiftPitch.ts'

/** Seconds at the end of a question over which the voice rises. */
const riseLength = 0.4
/** Where it ends, as a factor of the question's own pitch; and of the pitch that it would have there, at least and at most. */
const height = 1.3
const rises = { least: 1.25, most: 1.8 } as const

const endsQuestion = /\?[?!]*["'”’»)\]]*$/u
const endsSentence = /[.!?…]["'”’»)\]]*$/u
/** Questions that begin so ask for more than yes or no, and fall like statements. */
const asksFor = /^(who|whom|whose|what|which|when|where|why|how|who’s|what’s|where’s|how’s|who's|what's|where's|how's)$/
/** What may stand before the word that a question begins with. */
const leads = /^(and|but|so|or|then|now|well|yet|okay|ok|yes|no)$/

/**
 * Lets the voice rise at the end of questions that yes or no answers; Flite's voices fall there as at every sentence's
 * end. Questions of choice (`tea or coffee?`) and those with a question word are left to fall, as in spoken English.
 */
export function raiseQuestions(speech: Required<Speech>): Required<Speech> {
  const { sampleRate } = speech
  let { samples } = speech
  let first = 0
  speech.words.forEach(({ text, start, end }, last) => {
    if (endsQuestion.test(text) && answersYesOrNo(speech.words.slice(first, last + 1).map((word) => word.text))) {
      const part = {
        from: Math.round(Math.max(start, end - riseLength) * sampleRate),
        to: Math.round(end * sampleRate),
      }
      const whole = { from: Math.round((speech.words[first]?.start ?? 0) * sampleRate), to: part.to }
      const ending = { from: Math.round((part.from + part.to) / 2), to: part.to }
      const [own, low] = [medianPitch(samples, sampleRate, whole), medianPitch(samples, sampleRate, ending)]
      const rise = own && low ? Math.min(rises.most, Math.max(rises.least, (height * own) / low)) : rises.least
      samples = shiftPitch(samples, sampleRate, part, (place) => 1 + (rise - 1) * smooth(place))
    }
    if (endsSentence.test(text)) first = last + 1
  })
  return { ...speech, samples }
}

/** From 0 to 1, slow at first, so that nobody hears where it begins. */
const smooth = (place: number) => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, place)))

function answersYesOrNo(words: readonly string[]): boolean {
  const plain = words.map((word) => word.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
  const begins = plain.find((word) => word !== '' && !leads.test(word)) ?? ''
  return !asksFor.test(begins) && !plain.slice(1).includes('or')
}
