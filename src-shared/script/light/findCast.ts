import { kindOfLabel } from './kindOfLabel.ts'

/** How the lines of a piece tell who speaks, and when, besides by words that are known. */
export interface Cast {
  /** Speakers, as their names stand before a colon. */
  readonly names: ReadonlySet<string>
  /** Lines that are nothing but a speaker's name, perhaps with a time. */
  readonly alone: ReadonlySet<number>
  /** Whether lines begin with the time at which they are said. */
  readonly isTimed: boolean
  /** Whether two labels at least are known for sure, so that usual words before a colon are some too. */
  readonly isScript: boolean
  /** Whether there is any of them: without one, "**Note:** …" is a sentence like any other. */
  readonly hasLabels: boolean
  /** Whether a label says who speaks: what is called audio is a sound then. */
  readonly hasVoice: boolean
}

const stamp = String.raw`[([]?\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\s*[)\]]?[\s\-–—|]*`
const behind = (before: string) =>
  new RegExp(
    String.raw`^[\s\uFDD0*_>-]*${before}[*_]{0,3}(\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,20}){0,2})[*_]{0,3}:[*_]{0,3}\s`,
    'u',
  )
const called = behind(`(?:${stamp})?`)
const calledAtTime = behind(stamp)
const shouted = /^[\s\uFDD0*_>-]*(\p{Lu}[\p{Lu}\p{N} .'’-]{1,25}?)(?:\s*\([^()\n]{0,30}\))?[*_]{0,3}:[*_]{0,3}\s/u
const timed = /^[\s\uFDD0*_>-]*(?:\d{1,2}:)?\d{1,2}:\d{2}\s+(?:[-–—|]\s*)?(?=\p{L}|["“„«])/u
// As transcripts have it: `Jane Doe  0:03`, `Speaker 1 (00:03)`.
const nameWithTime =
  /^[\s\uFDD0*_]*\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{N}][\p{L}\p{M}.'’-]*){0,3}\s*[-–—|,]?\s+[([]?(?:\d{1,2}:)?\d{1,2}:\d{2}[)\]]?[\s*_]*$/u
// As screenplays have it: in capitals, above what is said.
const nameAbove = /^[\s\uFDD0*_]*(\p{Lu}[\p{Lu} .'’-]{1,25}?)(?:\s*\([^()\n]{1,30}\))?[\s*_]*$/u
/** The head of a scene in a screenplay. */
export const slugLine =
  /^[\s\uFDD0*_#.]*(?:\d+[.\s]+)?(?:INT|EXT|INT\.?\/EXT|EXT\.?\/INT|I\/E)[.\s]\s*\p{Lu}[^\p{Ll}]*$/u

const label =
  /^[\s\uFDD0>#*_+•-]*(?:\p{Extended_Pictographic}\uFE0F?[ \t]*)?[*_]{0,3}(\p{L}[\p{L}\p{M}\p{N} .'’/&-]{0,38}?)\s*(?:\([^()\n]{0,40}\))?[*_]{0,3}\s*[:：]/u
const range = /[([]\s*\d[\d:.]{0,7}\s*s?\s*[-–—]\s*\d[\d:.]{0,7}\s*(?:s|secs?|seconds?|sek|sekunden)?\.?\s*[)\]]/i
const voice =
  /^(?:narrat|narrad|voice|vo$|v\.o|dialog|spoken|sprech|erzähl|off-|locu|voz |voix|voce |dış ses|anlatıcı|seslendir|диктор|الراوي|ナレ|旁白|내레|나레)/u

// Before a colon they are no names, however often they come.
const noNames = new Set(
  (
    'note|ps|p.s.|tip|warning|update|breaking|breaking news|fact|myth|reality|truth|question|answer|q|a|pro|con|pros|cons|' +
    "before|after|then|now|do|don’t|don't|right|wrong|true|false|step|day|example|first|second|third|" +
    'frage|antwort|f|mythos|fakt|vorteil|nachteil|vorher|nachher|tipp|hinweis|richtig|falsch|' +
    'pregunta|respuesta|p|r|mito|realidad|verdad|antes|después|consejo|vrai|faux|mythe|réalité|réponse|avant|après|conseil'
  ).split('|'),
)

const isName = (name: string) => !noNames.has(name.toLowerCase())

/** Finds the speakers of a dialogue: two or more, of whom one speaks again, or as transcripts and screenplays name them. */
export function findCast(lines: readonly string[]): Cast {
  const filled = lines.filter((line) => /\S/.test(line))
  const inCapitals = namesOf(filled, shouted)
  const inAll = namesOf(filled, called).filter((name) => kindOfLabel(name, false) === undefined)
  const atTimes = namesOf(filled, calledAtTime)
  // In letters as everywhere, nearly every line has to be somebody's, and a sentence.
  const ended = filled.filter((line) => /[.!?…][\s"”’*_)]*$/.test(line)).length
  const isDialogue = inAll.length * 3 >= filled.length * 2 && filled.length >= 3 && ended * 2 >= filled.length
  const ranges = filled.filter((line) => range.test(line.slice(0, 200))).length
  const labels = filled.flatMap((line) => label.exec(line.slice(0, 200))?.[1]?.toLowerCase() ?? [])
  const atTime = filled.filter((line) => timed.test(line))
  // From the beginning on: others are times of a day.
  const times = /^[^\d]*0{1,2}:/.test(atTime[0] ?? '') ? atTime.length : 0
  const known = labels.filter((one) => kindOfLabel(one, false) !== undefined).length + ranges
  return {
    names: new Set([
      ...(atTimes.length >= 2 ? atTimes : []),
      ...(speaksAgain(inCapitals) ? inCapitals : []),
      ...(isDialogue && speaksAgain(inAll) ? inAll : []),
    ]),
    alone: new Set([...namesWithTimes(lines), ...namesAbove(lines)]),
    isTimed: times >= 2 && times * 2 >= filled.length,
    isScript: known >= 2,
    hasLabels: known >= 1,
    hasVoice: labels.some((one) => voice.test(one)),
  }
}

const namesOf = (lines: readonly string[], form: RegExp): string[] =>
  lines.flatMap((line) => form.exec(line.slice(0, 200))?.[1]?.trim() ?? []).filter(isName)

/** Whether there are two speakers at least, one of whom speaks more than once. */
function speaksAgain(names: readonly string[]): boolean {
  const { size } = new Set(names)
  return size >= 2 && names.length > size
}

function namesWithTimes(lines: readonly string[]): number[] {
  const found = lines.flatMap((line, at) => (line.length < 100 && nameWithTime.test(line) ? [at] : []))
  return found.length >= 2 ? found : []
}

function namesAbove(lines: readonly string[]): number[] {
  const found = lines.flatMap((line, at) => {
    const name = line.length < 100 && isEmpty(lines[at - 1]) && !isEmpty(lines[at + 1]) && nameAbove.exec(line)?.[1]
    return name && !slugLine.test(line) ? [{ at, name: name.trim() }] : []
  })
  const isScreenplay = lines.some((line) => slugLine.test(line))
  return isScreenplay || speaksAgain(found.map(({ name }) => name)) ? found.map(({ at }) => at) : []
}

const isEmpty = (line = '') => !/[^\s\uFDD0]/.test(line)
