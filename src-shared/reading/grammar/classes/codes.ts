import { spell } from '../../spell.ts'
import type { GrammarTools, Rule } from '../language.ts'
import { sayDigits } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'

/** Letters and figures in one word: `B2A23C`, `t2000`, `4x`. Letters are spelled where they are few. */
export function codeRules({ language: { numbers }, parse, say }: GrammarTools): Rule[] {
  const sayFigures = (digits: string): string =>
    /^0\d|^\d{5,}$/.test(digits) ? sayDigits(numbers.digits, digits) : say(parse(digits))
  return [
    rule(
      'verbatim',
      `${begin}(?=\\p{L}*\\d)(?=\\d*\\p{L})(?<code>[\\p{L}\\d]+)(?<version>(?:\\.\\d+)+\\p{L}?)?${end}`,
      (part) => {
        const runs = (part.code! + part.version).match(/\p{L}+|\d+|\./gu) ?? []
        return runs
          .map((run) => (run === '.' ? numbers.point : /\d/.test(run) ? sayFigures(run) : sayLetters(run)))
          .join(' ')
      },
    ),
    // A number with its unit of one letter: `4.4x`.
    rule(
      'verbatim',
      `${begin}(?<amount>\\d+[.,]\\d+)(?<letter>\\p{L}{1,3})${end}`,
      (part) => `${say(parse(part.amount!))} ${sayLetters(part.letter!)}`,
    ),
  ]
}

/** Longer runs with a vowel are words: `covid19`. */
const sayLetters = (letters: string): string => {
  const lower = letters.toLowerCase()
  return letters.length > 3 && /[aeiouyäöüáéíóú]/.test(lower) ? lower : spell(lower)
}
