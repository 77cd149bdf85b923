/**
 * A text as programs of the system may be given it: `[[`, with which espeak-ng begins phonemes and macOS' voices
 * commands, is taken apart, and control characters, with which espeak-ng begins commands, are spaces.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\[(?=\[)/g, '[ ')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ' '))
