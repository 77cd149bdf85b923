import { codeRules } from './codes.ts'
import { fractionRules, numberRules, ordinalRules, scaleRules } from './counting.ts'
import { dateRules } from './dates.ts'
import { electronicRules } from './electronic.ts'
import type { Language, Rule } from './language.ts'
import { measureRules } from './measures.ts'
import { moneyRules } from './money.ts'
import { toolsFor } from './numerals.ts'
import { rule } from './rule.ts'
import { signRules } from './signs.ts'
import { telephoneRules } from './telephone.ts'
import { timeRules } from './times.ts'
import { abbreviationRules, romanRules, wordRules } from './words.ts'

/** Tags of pages have no sound. */
const tag = '</?(?:b|i|u|s|em|strong|mark|small|sub|sup|br|p|span|div|h[1-6]|li|ul|ol|code|pre)(?: ?/)?>'
const silent: readonly Rule[] = [{ ...rule('verbatim', tag, () => '', 'i'), silent: true }]

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
