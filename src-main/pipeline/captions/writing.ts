/** Right to left when the first letter of a text is. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = text.match(/\p{L}/u)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : 'ltr'
}

/** Whether letters reach further up and down than Latin ones, so that lines need more room between them. */
export const isTall = (text: string) => /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}]/u.test(text)
/** What such lines need from baseline to baseline, in em. */
export const tallLine = 1.36
