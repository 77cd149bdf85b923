/** A word of letters that run right to left: not what stands between them. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

export type Direction = 'ltr' | 'rtl'

/**
 * The direction of a sentence: that of its first letter, unless more than twice as many of its words have the other one:
 * `iPhone هو هاتف رائع` is an Arabic sentence. Without a letter it is left to right.
 */
export function directionOf(sentence: string): Direction {
  const directions = (sentence.match(/[\p{L}\p{M}]+/gu) ?? []).map(
    (word): Direction => (rightToLeft.test(word) ? 'rtl' : 'ltr'),
  )
  const [first = 'ltr'] = directions
  const same = directions.filter((direction) => direction === first).length
  return directions.length - same <= 2 * same ? first : first === 'ltr' ? 'rtl' : 'ltr'
}

/** Whether a text has a letter with a direction, left to right or right to left. */
export const hasDirection = (text: string) => /\p{L}/u.test(text)

/** Whether letters reach further up and down than Latin ones, so that lines need more room between them. */
export const isTall = (text: string) => tall.test(text)
const tall =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Mongolian}]/u
/** What such lines need from baseline to baseline, in em. */
export const tallLine = 1.36
