import type { SignWords } from './language.ts'

/** Words for signs that languages share, or borrow where they have none of their own. */
export const latinSigns = {
  plus: 'plus',
  hashtag: 'hashtag',
  slash: 'slash',
  bar: 'bar',
  tilde: 'tilde',
  question: '',
  exclamation: '',
  extension: 'extension',
} satisfies Partial<SignWords>
