import { isNumeric } from '../../reading.ts'
import type { GrammarTools, Near, Rule } from '../language.ts'
import { alternation } from '../numerals.ts'
import { begin, end, rule } from '../rule.ts'
import { unitPattern } from './measures.ts'

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const plainDigits = (powers: string): string => [...powers].map((digit) => raised.indexOf(digit)).join('')

const greek = new Map(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    Δ: 'delta',
    θ: 'theta',
    λ: 'lambda',
    μ: 'mu',
    π: 'pi',
    σ: 'sigma',
    Σ: 'sigma',
    φ: 'phi',
    ω: 'omega',
    Ω: 'omega',
  }),
)

/** A number or a short name before or after a sign. */
const operandBefore = /(?:^|[\s(])(?:\p{L}|[\d.,]+|\d*[a-z]|[²³)])\)? ?$|[\d²³)] ?$/u
const operandAfter = /^ ?[-+(]?(?:[\d.,]*\d|\.\d|\p{L}(?!\p{L})|\d+\p{L}(?!\p{L}))/u
/** A term of a calculation goes on after the operand, or did before it. */
const calculates = /^ ?[-+(]?[\d.,\p{L}]{1,8}\)? ?(?:[=+×÷<>≤≥≠*]|[-/] )/u
const calculated = /(?:[=+×÷<>≤≥≠]|\s[-/]) ?[\d.,\p{L}]{1,8} ?$/u

/** Signs that stand for words: maths, powers, `&`, `#`, `%` alone, and the dash between two numbers. */
export function signRules({ language }: GrammarTools): Rule[] {
  const { signs, power, currencies, units } = language
  const measured = new RegExp(`^[\\d.,]*\\d ?(?:${unitPattern(units)})(?!\\p{L})`, 'u')
  const between = (near: Near): boolean => operandBefore.test(near.before) && operandAfter.test(near.after)
  const inCalculation = (near: Near): boolean =>
    between(near) && (calculates.test(near.after) || calculated.test(near.before))

  const maths = (pattern: string, word: string, fits: (near: Near) => boolean = () => true): Rule =>
    rule('maths', pattern, (_, near) => (fits(near) ? word : undefined))
  const fixed: readonly [string, string][] = [
    ['×', signs.times],
    ['÷', signs.divided],
    ['≤|<=', signs.atMost],
    ['≥|>=', signs.atLeast],
    ['≠|!=', signs.unequal],
    ['≈', signs.about],
    ['√', signs.root],
    ['∞', signs.infinity],
    ['±|\\+/-', signs.plusMinus],
  ]
  const powerOf = (digits: string, negative: boolean): string | undefined => power?.(BigInt(digits), negative)
  return [
    rule('maths', `(?<minus>⁻?)(?<power>[${raised}]+)`, (part) => powerOf(plainDigits(part.power!), part.minus !== '')),
    rule('maths', '(?<=[\\p{L}\\d)])(?:\\^|\\*\\*)(?<minus>-?)(?<power>\\d+)', (part) =>
      powerOf(part.power!, part.minus !== ''),
    ),
    ...fixed.map(([pattern, word]) => maths(pattern, word)),
    maths('==?', signs.equals),
    maths('<', signs.less, between),
    maths('>', signs.greater, between),
    maths('\\*', signs.times, (near) => between(near) && /\S$/.test(near.before) === /^\S/.test(near.after)),
    maths('/', signs.divided, (near) => between(near) && / $/.test(near.before) && /^ /.test(near.after)),
    maths('-', signs.minus, inCalculation),
    maths(
      '-',
      signs.minus,
      (near) =>
        between(near) &&
        / $/.test(near.before) &&
        /^ /.test(near.after) &&
        !isNumeric(near.last) &&
        /(?:^|[^\d])\p{L}? ?$/u.test(near.before),
    ),
    maths('[-–]', signs.minus, (near) => /(?:^|[\s(])$/.test(near.before) && /^[\d.$€£¥½¼¾]/.test(near.after)),
    maths('\\+', signs.plus),
    maths('~', signs.about, (near) => /(?:^|[\s(])$/.test(near.before) && /^ ?\d/.test(near.after)),
    rule('range', '(?:(?<=[^ ])(?<dash>[-–—])| (?<spaced>[-–—]) )(?=[$€£¥]?\\.?\\d)', (part, near) =>
      isRange(near, part.dash || part.spaced!, measured) ? [[signs.to, part.dash ? 'dash' : 'spaced']] : undefined,
    ),
    rule('range', ':(?=\\d)', (_, near) =>
      !/\d$/.test(near.before) ? undefined : near.last === 'telephone' ? signs.colon : signs.ratio,
    ),
    rule('verbatim', '&', () => signs.and),
    rule('verbatim', '@', () => signs.at),
    rule('verbatim', '%', () => signs.percent),
    rule('verbatim', '°', () => signs.degrees),
    rule('verbatim', '#(?=\\d)', () => signs.number),
    rule('verbatim', '#(?=\\p{L})|(?<=\\p{L})#', (_, near) =>
      /(?:^|[^\p{L}])[A-G]$/u.test(near.before) || /(?:^|[^\p{L}])[CF]$/u.test(near.before) ? signs.sharp : signs.hash,
    ),
    rule('verbatim', '(?<=[\\p{L}\\d])/(?=[\\p{L}\\d])', (_, near) =>
      /\band$/i.test(near.before) ||
      (/(?<!\p{L})\p{Lu}{1,3}$/u.test(near.before) && /^\p{Lu}{1,3}(?!\p{L})/u.test(near.after))
        ? ''
        : signs.slash,
    ),
    rule(
      'verbatim',
      `(?<sign>${alternation([...currencies.keys()].filter((sign) => !/\p{L}/u.test(sign)))})`,
      (part, near) =>
        /[\p{L}\d]$/u.test(near.before) || /^[\p{L}\d]/u.test(near.after)
          ? currencies.get(part.sign!)!.one
          : currencies.get(part.sign!)!.many,
    ),
    rule('maths', `${begin}(?<letter>[${[...greek.keys()].join('')}])${end}`, (part, near) =>
      /\p{Script=Greek}/u.test(near.before + near.after) ? undefined : greek.get(part.letter!),
    ),
  ]
}

/**
 * Whether a dash between two numbers is read: always where it is long, a hyphen only where it can't be a score, a
 * difference or a code.
 */
function isRange(near: Near, dash: string, measured: RegExp): boolean {
  if (!isNumeric(near.last)) return false
  if (dash !== '-' || near.last !== 'cardinal' || measured.test(near.after)) return true
  const [low] = /(?<![-/\p{L}\d.,])[\d.,]+$/u.exec(near.before.trimEnd()) ?? []
  const [high] = /^[\d.,]*\d(?![\d\p{L}]|[-/]\p{L}|[-/]\d)/u.exec(near.after) ?? []
  if (low === undefined || high === undefined) return false
  const alone = !/\p{L}/u.test(near.before) && !/^[\d.,]+ ?\p{L}/u.test(near.after)
  return !alone && Number(low.replaceAll(',', '')) < Number(high.replaceAll(',', ''))
}
