import type { Typesetter } from '#ports/Typesetter.ts'
import type { JobKind } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { Look } from '#shared/look/look.ts'
import { splitSentences } from '#shared/reading/splitSentences.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { styleOf } from './styleOf.ts'

/** A sentence can be shown where it lacks fewer of its letters than this share, or so few of them. */
const most = { share: 0.5, letters: 2 }

/** A text that captions are to show, and the look that they have. */
export interface Shown {
  readonly text: string
  readonly look: Look
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const isLetter = (grapheme: string) => /[\p{L}\p{N}]/u.test(grapheme)

/**
 * Checks before the work that the captions of these texts can be shown. Fails with CAPTIONS_NO_FONT where half of a
 * sentence or more would be missing because no font here has its writing; a single letter is left out and told later.
 */
export function checkWriting(shown: readonly Shown[], kind: JobKind, type: Typesetter): Result<void> {
  const known = new Map<string, boolean>()
  const isMissing = (grapheme: string) => {
    const before = known.get(grapheme)
    if (before !== undefined) return before
    // Whatever the face: what it lacks is looked for in the same fonts.
    const line = type.setLine([{ text: grapheme, spaced: false }], { face: 'Inter', size: 100, direction: 'ltr' })
    const missing = line.missing.length > 0
    known.set(grapheme, missing)
    return missing
  }
  const missing = new Set<string>()
  for (const { text, look } of shown) {
    if (!styleOf(look, kind)) continue
    for (const sentence of splitSentences(text)) {
      const letters = Array.from(graphemes.segment(sentence), ({ segment }) => segment).filter(isLetter)
      const without = letters.filter(isMissing)
      if (without.length <= most.letters || without.length < most.share * letters.length) continue
      for (const letter of without) missing.add(letter)
    }
  }
  if (missing.size === 0) return ok(undefined)
  const writings = [...new Set(Array.from(missing, writingOf))]
  return fail(appError('CAPTIONS_NO_FONT', { writings: new Intl.ListFormat('en', { type: 'unit' }).format(writings) }))
}

/** The name of a letter's writing as fonts have it; the letter itself where it is none of these. */
const writingOf = (letter: string) => writings.find(({ has }) => has.test(letter))?.name ?? `“${letter}”`

const writings = (
  'Adlam Armenian Balinese Bengali Canadian_Aboriginal Cham Cherokee Coptic Ethiopic Georgian Gothic Gujarati Gurmukhi ' +
  'Han Hangul Hanifi_Rohingya Hiragana Javanese Kannada Katakana Khmer Lao Limbu Lisu Malayalam Meetei_Mayek Mongolian ' +
  'Myanmar New_Tai_Lue Nko Ol_Chiki Oriya Osage Sinhala Sundanese Syriac Tai_Le Tamil Telugu Thaana Tibetan Tifinagh ' +
  'Vai Yi Arabic Cyrillic Devanagari Greek Hebrew Latin Thai'
)
  .split(' ')
  .map((name) => ({ name: name.replaceAll('_', ' '), has: new RegExp(`\\p{Script=${name}}`, 'u') }))
