/** A word letter by letter, each with its accents, in lower case: `n d é`. What is no letter is left out. */
export const spell = (word: string): string => (word.toLowerCase().match(/\p{L}\p{M}*/gu) ?? []).join(' ')
