import { splitSentences } from '#shared/reading/splitSentences.ts'
import { wordsOf } from '#shared/script/segment.ts'
import { heldOutEnglish, heldOutGerman, heldOutSpanish } from '../align/heldOut.ts'
import { english, german, spanish } from '../align/passages.ts'

/** Lengths of texts, by the most words that each has. */
export const lengths = [7, 15, 40, 120] as const
export type Length = (typeof lengths)[number]

export interface BenchText {
  readonly language: 'en' | 'de' | 'es'
  readonly words: readonly string[]
  readonly length: Length
}

const passages = {
  en: [...english, ...heldOutEnglish],
  de: [...german, ...heldOutGerman],
  es: [...spanish, ...heldOutSpanish],
} as const

/** Sentences that people write and that are in no passage: short ones, names, numbers and everyday speech. */
const sentences: Readonly<Record<BenchText['language'], readonly string[]>> = {
  en: [
    'Thanks for watching, and see you next week!',
    'Here is what nobody tells you about sleep.',
    'I was wrong about coffee.',
    'Follow for part two.',
    'This changed everything in 1994.',
    'Mr. Okonkwo lives in Düsseldorf now.',
    'It costs $9.99 a month.',
    'Number three will surprise you.',
    'Never skip the warm-up.',
    'Most people get this wrong, and it costs them hours every single week.',
    'The bridge opened in 1932 and was painted by hand for the next forty years.',
    'If you only remember one thing from this video, make it the second rule.',
  ],
  de: [
    'Danke fürs Zuschauen und bis nächste Woche!',
    'Das hat niemand kommen sehen.',
    'Der dritte Punkt wird dich überraschen.',
    'Ich war mir da nicht so sicher.',
    'Die Brücke wurde 1932 eröffnet und vierzig Jahre lang von Hand gestrichen.',
  ],
  es: [
    'Gracias por ver el vídeo y hasta la próxima semana.',
    'Nadie lo vio venir en ese momento.',
    'El tercer punto te va a sorprender.',
    'No estaba tan seguro de eso.',
    'El puente se abrió en 1932 y durante cuarenta años se pintó a mano.',
  ],
}

/** All texts of a language: its sentences, its passages, and two or three passages together. */
function textsIn(language: BenchText['language']): BenchText[] {
  const whole = passages[language]
  const joined = whole.map(
    (text, at) => `${text} ${whole[(at + 1) % whole.length]} ${at % 2 ? whole[(at + 2) % whole.length] : ''}`,
  )
  const parts = whole.flatMap((text) => splitSentences(text.replaceAll('\n', ' ')).map((part) => part.trim()))
  return [...sentences[language], ...parts, ...whole, ...joined].flatMap((text) => {
    const words = wordsOf(text)
    const length = lengths.find((most) => words.length <= most)
    return words.length < 3 || length === undefined ? [] : [{ language, words, length }]
  })
}

/** Long texts take most of the time and are the easiest to judge, so there are fewer of them. */
const shares: Readonly<Record<Length, number>> = { 7: 1, 15: 1, 40: 0.5, 120: 0.17 }

/** So many short texts and fewer long ones, half of them English, in an order that is the same every time. */
export function pickTexts(count: number, skip = 0): BenchText[] {
  const all = { en: textsIn('en'), de: textsIn('de'), es: textsIn('es') }
  return lengths.flatMap((length) => {
    const of = (language: BenchText['language']) => all[language].filter((text) => text.length === length)
    const pools = [of('en'), of('de'), of('en'), of('es')]
    return Array.from({ length: Math.ceil(shares[length] * count) }, (_, at) => {
      const pool = pools[at % pools.length]!
      // A step that has no factor in common with the pool's size goes through all of it.
      return pool[((skip + at) * 7) % pool.length]!
    })
  })
}
