import type { GrammarTools, Rule } from '../language.ts'
import { begin, rule } from '../rule.ts'

const zones = 'e\\.?s\\.?t|e\\.?d\\.?t|p\\.?s\\.?t|p\\.?d\\.?t|cst|cdt|mst|mdt|g\\.?m\\.?t|utc|bst|cet|cest'
const ends = '(?![\\p{L}\\p{Nd}])'

/** Times of day with colon or full stop, halves of the day, and zones, which are spelled. */
export function timeRules({ language, parse, say }: GrammarTools): Rule[] {
  const { clock, signs } = language
  if (!clock) return []
  const half = '(?: ?(?<half>[ap])(?:\\. ?m\\.?|m\\.?))'
  const zone = `(?: ?(?<zone>${zones})${ends}\\.?(?<shift>[+-]\\d{1,2}(?::\\d\\d)?)?)`
  const word = `(?: ?(?<mark>${clock.word})${ends})`

  const read: Rule['read'] = (part) => {
    const [hour, minute] = [Number(part.hour), Number(part.minute ?? 0)]
    if (hour > 24 || (part.half && (hour > 12 || hour === 0))) return undefined
    const time = { hour, minute, ...(part.second && { second: Number(part.second) }), marked: !!part.mark }
    const halves = { a: 'am', p: 'pm' } as const
    const { half: letter = '' } = part
    const [spoken, spokenHalf] = clock.say({ ...time, ...(letter && { half: halves[letter.toLowerCase() as 'a'] }) })
    return [
      [spoken, 'hour'],
      [spokenHalf, 'half'],
      [spell(part.zone ?? ''), 'zone'],
      [part.shift ? sayShift(part.shift) : '', 'zone'],
    ]
  }
  const sayShift = (shift: string): string => {
    const [hours = '', minutes] = shift.slice(1).split(':')
    const sign = shift.startsWith('-') ? signs.minus : signs.plus
    return [sign, say(parse(hours)), minutes ? say(parse(minutes)) : ''].join(' ')
  }
  const hour = '(?<hour>\\d{1,2})'
  const minute = '(?<minute>[0-5]\\d)'
  const tail = `(?=[^\\d]|$)(?!:?\\d)(?:${half}(?=${ends}|${zones}))?`
  const suffix = `${tail}${word}?${zone}?${ends}`
  return [
    rule('time', `(?:${begin}|(?<=\\dT))${hour}:${minute}(?::(?<second>[0-5]\\d))?${suffix}`, read, 'i'),
    rule('time', `${begin}${hour}[.h]${minute}(?:${half}(?=${ends}|${zones})|${word})${zone}?${ends}`, read, 'i'),
    rule('time', `${begin}${hour}h${minute}${ends}`, read, 'i'),
    ...(clock.pointed ? [rule('time', `${begin}${hour}\\.${minute}(?![\\d.,]*\\d)${zone}?${ends}`, read, 'i')] : []),
    rule('time', `${begin}${hour}${half}(?=${ends}|${zones})${zone}?${ends}`, read, 'i'),
    rule('time', `${begin}${hour}${zone}${ends}`, read, 'i'),
  ]
}

const spell = (letters: string): string => [...letters.toLowerCase().replace(/[^a-z]/g, '')].join(' ')
