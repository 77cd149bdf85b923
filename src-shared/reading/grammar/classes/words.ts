import { isPronounceable } from '../../pronounceable.ts'
import type { Capitals, GrammarTools, Near, Rule } from '../language.ts'
import { alternation } from '../numerals.ts'
import { romanValue } from '../romanValue.ts'
import { begin, end, rule } from '../rule.ts'

/** Abbreviations of the language's list, with or without their brackets and commas around. */
export function abbreviationRules({ language }: GrammarTools): Rule[] {
  const keys = alternation([...language.abbreviations.keys()])
  return [
    rule(
      'abbreviation',
      `${begin}(?<written>${keys})(?:(?<=\\.)(?!\\p{L})|${end})`,
      (part, near) => {
        const words = language.abbreviations.get(part.written!.toLowerCase())
        return typeof words === 'function' ? words(near) : words
      },
      'i',
    ),
  ]
}

/** Roman numerals behind a name, a chapter, a century; never the pronoun. */
export function romanRules({ language: { roman } }: GrammarTools): Rule[] {
  if (!roman) return []
  const named = new RegExp(`(?:^|[^\\p{L}])(?:${roman.before}) $`, 'iu')
  const ruler = new RegExp(`(?:^|[^\\p{L}])(?:${roman.regnal}) $`, 'u')
  return [
    rule(
      'roman',
      `${begin}(?<numeral>[IVXLCDM]+)${roman.dotted ? '(?:\\.(?= \\p{L}))?' : ''}(?<owner>(?:'s)?)${end}`,
      (part, near) => {
        const numeral = part.numeral!
        const value = romanValue(numeral)
        if (value === undefined) return undefined
        const rules = ruler.test(near.before)
        const single = numeral.length === 1
        const fits = rules || named.test(near.before) || (!single && followsName(near) && !isWord(numeral))
        // `Elizabeth I ruled`, but not `when Henry and I left`, `what Henry I saw`.
        if (!fits || (numeral === 'I' && verbOfMine.test(near.after))) return undefined
        return roman.say(BigInt(value), rules) + part.owner
      },
    ),
    rule('roman', `${begin}(?<numeral>[ivxlcdm]+)${end}`, (part, near) => {
      const value = romanValue(part.numeral!.toUpperCase())
      if (value === undefined || !named.test(near.before)) return undefined
      return roman.say(BigInt(value), false)
    }),
  ]
}

const followsName = (near: Near): boolean => /(?:^|[^\p{L}\d.])\p{Lu}[\p{L}'-]+ $/u.test(near.before) && !near.shouting
const verbOfMine = /^ (?:am|was|have|had|think|know|will|would|can|could|do|did|want|love|saw|said|met|went|got|need)\b/
/** Numerals that are more often something else. */
const isWord = (numeral: string): boolean =>
  /^(?:MIX|CD|DC|MC|CV|MD|DI|CC|MM|XL|CM|DM|LI|MI|MIL|DIV|XX|XXX|CIV|VIM|LCD|DVD|CL|DL|ML|LC)$/.test(numeral)

/** Letters with full stops, capitals, words with capitals inside, and plain words. */
export function wordRules({ language }: GrammarTools): Rule[] {
  const { capitals } = language
  return [
    rule(
      'initials',
      `${begin}(?<letters>(?:\\p{L}\\.){2,}(?:\\p{L}${end})?)(?<plural>'?s${end})?`,
      (part) => spell(part.letters!) + pluralOf(part.plural!),
    ),
    rule('initials', `${begin}(?<letters>\\p{Lu})\\.(?=-? ?\\p{Lu})`, (part, near) =>
      endsSentence(part.letters!, near) ? undefined : spell(part.letters!),
    ),
    rule(
      'initials',
      `${begin}(?<letters>\\p{Lu}{1,3})&(?<other>\\p{Lu}{1,3})${end}(?<plural>'s${end})?`,
      (part) => `${spell(part.letters!)} ${language.signs.and} ${spell(part.other!)}${pluralOf(part.plural!)}`,
    ),
    rule('initials', `${begin}(?<letters>\\p{Lu}{2,})(?<plural>(?:'s|s|'S)?)${end}(?!'\\p{L}{2,})`, (part, near) =>
      isSpelled(part.letters!, near, capitals) ? spell(part.letters!) + pluralOf(part.plural!) : undefined,
    ),
    // `A B C`, `Plan A`; but not `A plan`.
    rule('initials', `${begin}(?<letter>(?![AEIOUY])\\p{Lu})${end}(?!')`, (part) => spell(part.letter!)),
    rule('initials', `${begin}(?<letter>(?!I)\\p{Lu})${end}(?!')`, (part, near) =>
      !near.shouting && (/^ (?!I )\p{Lu}(?![\p{L}.'])/u.test(near.after) || /[\p{L}\d,] $/u.test(near.before))
        ? spell(part.letter!)
        : undefined,
    ),
    rule('initials', `${begin}(?<word>[\\p{L}\\p{M}]+)(?<plural>(?:'s)?)${end}`, (part, near) => {
      const said = sayMixed(part.word!, near, capitals)
      return said && said + part.plural
    }),
    rule('plain', "(?<word>[\\p{L}\\p{M}]+(?:'[\\p{L}\\p{M}]+)*)", (part) =>
      partsOf(part.word!).map(plainWord).join(' '),
    ),
  ]
}

const endsSentence = (letter: string, near: Near): boolean =>
  letter === 'I' && /^ \p{Lu}\p{Ll}/u.test(near.after) && /\p{Ll} $/u.test(near.before)

/** `c e o`; its plural is `c e o's`. */
const spell = (letters: string): string =>
  [...letters.toLowerCase()].filter((letter) => /\p{L}/u.test(letter)).join(' ')
const pluralOf = (ending: string): string => (ending ? "'s" : '')

function isSpelled(letters: string, { shouting }: Near, { words, initials }: Capitals): boolean {
  const lower = letters.toLowerCase()
  if (shouting && words.has(lower)) return false
  if (initials.has(lower)) return true
  if (words.has(lower)) return false
  if (!/[aeiouyäöüáéíóúàèìòùâêîôûãõ]/.test(lower)) return true
  if (shouting) return letters.length < 6 && !isPronounceable(lower)
  return letters.length <= 3 || (letters.length <= 5 && !isPronounceable(lower))
}

/** Capitals inside a word begin another: `YouTube`; but not in `McDonald` and `O'Neill`. */
function partsOf(written: string): readonly string[] {
  if (!/\p{Ll}/u.test(written) || /^\p{L}'/u.test(written)) return [written]
  const parts = written.match(
    /\p{Lu}{2,}(?=\p{Lu}\p{Ll}{2,})|\p{Lu}{2,}s?(?!\p{Ll})|(?:M[ac]{1,2})?\p{Lu}?[^\p{Lu}]+|\p{Lu}/gu,
  )
  return parts ?? [written]
}

/** A name with letters that are spelled: `ChatGPT`, `iOS`; undefined for any other word. */
function sayMixed(written: string, near: Near, capitals: Capitals): string | undefined {
  const known = capitals.names.get(written.toLowerCase())
  if (known) return known
  const parts = partsOf(written)
  const spelled = parts.map((part) => {
    const [, run = '', plural = ''] = /^(\p{Lu}{2,})(s?)$/u.exec(part) ?? []
    return run && isSpelled(run, near, capitals) ? spell(run) + pluralOf(plural) : ''
  })
  if (parts.length < 2 || !spelled.some(Boolean)) return undefined
  return parts.map((part, i) => spelled[i] || plainWord(part)).join(' ')
}

/** Lower-case letters and the apostrophes between them. */
const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<!\p{L}\p{M}*)\p{M}+/gu, '')
    .replace(/^'+|'+$/g, '')
