import { baseLanguage } from '#shared/languageTag.ts'
import type { GuideVoice } from '#shared/speech/engines.ts'
import type { SystemVoice } from './programs/systemProgram.ts'

/** The names of the guide that are a woman's or a man's in its words; the others are whoever is best. */
const sexes = { nova: 'female', shimmer: 'female', echo: 'male', fable: 'male', onyx: 'male' } as const

/**
 * Which of the voices of one language speaks for each name of the guide: as different ones as there are.
 *
 * @param voices of one language, at least one, the best first
 */
export function guideVoices(voices: readonly SystemVoice[]): Record<GuideVoice, string> {
  const best = voices[0]!
  const of = (sex: 'female' | 'male') => {
    const own = voices.filter((voice) => voice.sex === sex).map(({ id }) => id)
    const among = [...own.slice(0, 1), ...(best.variants?.[sex] ?? own.slice(1))]
    // Where nobody says who is what, they are taken in turn.
    return among.length > 0 ? among : voices.map(({ id }) => id)
  }
  const nth = (name: keyof typeof sexes, at: number) => {
    const among = of(sexes[name])
    return among[at % among.length]!
  }
  return {
    nova: nth('nova', 0),
    shimmer: nth('shimmer', 1),
    alloy: best.id,
    echo: nth('echo', 0),
    fable: nth('fable', 1),
    onyx: nth('onyx', 2),
  }
}

/** The voices of each language (ISO 639), the best first. */
export function byLanguage(voices: readonly SystemVoice[]): ReadonlyMap<string, readonly SystemVoice[]> {
  const found = new Map<string, SystemVoice[]>()
  for (const voice of voices.toSorted((one, other) => other.rank - one.rank)) {
    const language = voice.languages[0] && baseLanguage(voice.languages[0])
    if (language) found.set(language, [...(found.get(language) ?? []), voice])
  }
  return found
}
