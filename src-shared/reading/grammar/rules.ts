import { codeRules } from './classes/codes.ts'
import { fractionRules, numberRules, ordinalRules, scaleRules } from './classes/counting.ts'
import { dateRules } from './classes/dates.ts'
import { electronicRules } from './classes/electronic.ts'
import { measureRules } from './classes/measures.ts'
import { moneyRules } from './classes/money.ts'
import { signRules } from './classes/signs.ts'
import { telephoneRules } from './classes/telephone.ts'
import { timeRules } from './classes/times.ts'
import { abbreviationRules, romanRules, wordRules } from './classes/words.ts'
import type { Language, Rule } from './language.ts'
import { toolsFor } from './numerals.ts'
import { rule } from './rule.ts'

/** Tags of pages have no sound. */
const tag = '</?(?:b|i|u|s|em|strong|mark|small|sub|sup|br|p|span|div|h[1-6]|li|ul|ol|code|pre)(?: ?/)?>'
/** Faces of signs, which have no sound either. One with a figure (`<3`) is none behind a number or a name of one letter. */
export const face =
  "(?<=^|\\s)(?:[:;=]['’]?[-o^]?[)(\\][DPpOo*/|\\\\]{1,3}|<3|</3|[xX]D+|\\^_?\\^|[oO]_[oO]|-_-|T_T|\\(╯°□°\\)╯(?:︵ ?┻━┻)?)(?=$|[\\s.,!?])"
const noFace = /(?:^|[\s(])(?:[\p{L}]|[\d.,]+)\s$/u

const silent: readonly Rule[] = [
  { ...rule('verbatim', tag, () => '', 'i'), silent: true },
  { ...rule('verbatim', face, (_, near) => (noFace.test(near.before) ? undefined : '')), silent: true },
]

/** All rules of a language, in the order in which they are tried at each place. */
export function rulesOf(language: Language): Rule[] {
  const tools = toolsFor(language)
  const own = language.own?.(tools)
  return [
    ...silent,
    ...electronicRules(tools),
    ...(own?.idioms ?? []),
    ...dateRules(tools),
    ...telephoneRules(tools),
    ...timeRules(tools),
    ...moneyRules(tools),
    ...fractionRules(tools),
    ...measureRules(tools),
    ...scaleRules(tools),
    ...ordinalRules(tools),
    ...abbreviationRules(tools),
    ...romanRules(tools),
    ...codeRules(tools),
    ...(own?.figures ?? []),
    ...numberRules(tools),
    ...signRules(tools),
    ...wordRules(tools),
  ]
}
