/**
 * One rule of spelling: these letters, where what stands before and after them fits, are these of Flite's phones
 * (separated by spaces, none for silent letters).
 */
export type LetterRule = readonly [letters: string, phones: string, after?: RegExp | undefined, before?: RegExp]

export const vowelPhone = /^(aa|ae|ah|ao|aw|ax|ay|eh|er|ey|ih|iy|ow|oy|uh|uw)$/

/**
 * Phones of one word in lower case. At each place the first rule that fits is taken; letters without a rule are silent.
 * @param rules by specificity: longer letters and narrower contexts first
 */
export function applyRules(word: string, rules: readonly LetterRule[]): string[] {
  const phones: string[] = []
  for (let at = 0; at < word.length; ) {
    const rule = rules.find(
      ([letters, , after, before]) =>
        word.startsWith(letters, at) &&
        (!after || after.test(word.slice(at + letters.length))) &&
        (!before || before.test(word.slice(0, at))),
    )
    if (rule?.[1]) phones.push(...rule[1].split(' '))
    at += rule?.[0].length ?? 1
  }
  return phones
}

/** Marks every vowel for Flite: 1 for the stressed one, 0 for the others and for `ax`, which Flite knows no stress of. */
export function markStress(phones: readonly string[], stressed: number): string {
  let vowel = -1
  return phones
    .map((phone) => {
      if (!vowelPhone.test(phone)) return phone
      vowel++
      return `${phone}${vowel === stressed && phone !== 'ax' ? 1 : 0}`
    })
    .join(' ')
}
