import { type Phrase, phrase } from '../../phrases.ts'
import { dash, gap } from '../findCuts.ts'
import { readSilence } from '../marks/readSilence.ts'

// One word alone between dashes, alone in brackets on a line, or behind or before dashes alone on a line.
const alone = [
  String.raw`(?<![\p{L}\p{N}\\]|${dash})${dash}+${gap}(\p{L}{3,7}(?: ?\d{1,2} ?s?)?)[.!]?${gap}${dash}+(?!${dash}|[\p{L}\p{N}])`,
  String.raw`^[^\S\n]*(?:--+|[—–]+)[^\S\n]*(\p{L}{4,7})[.!]?[^\S\n]*$`,
  String.raw`^[^\S\n]*(\p{L}{4,7})[.!]?[^\S\n]*(?:--+|[—–]+)[^\S\n]*$`,
  String.raw`^[^\S\n]*(pause)[.!:]?[^\S\n]*$`,
  String.raw`\[[^\S\n]*(\p{L}{4,7})(?:[:= ][^\S\n]*[\d.,]+ ?(?:ms|s|sec)?)?[^\S\n]*\]`,
]
const candidate = new RegExp(alone.join('|'), 'gimu')
const inOtherLanguages = new Set(['pausa', 'pausar', 'pauze', 'pausen', 'paus', 'pauza', 'pausi', 'pavza', 'пауза'])
const otherWords = new Set(['cause', 'parse', 'passe', 'pulse', 'pass', 'page', 'pace', 'case'])

/** A note about the first word of pieces of a script that looks like a pause marker and is none, if there is one. */
export function findNearMarker(pieces: readonly string[]): Phrase[] {
  for (const match of pieces.flatMap((piece) => [...piece.matchAll(candidate)])) {
    const [whole, between, behind, before, alone, enclosed] = match
    // In small letters it is a word like any other, of a list or a verse.
    const isAlone = alone !== undefined && /^P/.test(alone)
    const isOneSided = (behind ?? before)?.toLowerCase() === 'pause'
    if (isSilence(between ?? '', enclosed ?? '')) continue
    if (isAlone || isOneSided || isNear((between ?? behind ?? before ?? enclosed ?? '').toLowerCase()))
      return [phrase('NEARLY_A_MARKER', { text: whole.trim().replace(/\s+/g, ' ') })]
  }
  return []
}

/** Whether it is a mark of a silence: `— pause 2s —`, `[pausa]`. */
const isSilence = (between: string, enclosed: string) =>
  /\ds$/i.test(between) || (enclosed !== '' && readSilence(enclosed, true) !== undefined)

function isNear(word: string): boolean {
  const letters = word.replace(/[\s\d]+s?$/, '')
  if (word === 'pause' || otherWords.has(letters)) return false
  return inOtherLanguages.has(letters) || isOneSlipFrom('pause', letters)
}

/** Whether one letter too many, too few, wrong or in another's place tells two words apart at most. */
function isOneSlipFrom(word: string, typed: string): boolean {
  let same = 0
  while (same < word.length && word[same] === typed[same]) same++
  const [rest, typedRest] = [word.slice(same), typed.slice(same)]
  const swapped = (typedRest[1] ?? '') + (typedRest[0] ?? '') + typedRest.slice(2)
  return (
    rest.slice(1) === typedRest.slice(1) ||
    rest === typedRest.slice(1) ||
    rest.slice(1) === typedRest ||
    rest === swapped
  )
}
