import { speedRange } from '../../domain.ts'
import { type Asked, blank, blanks, literal, noncharacters, type Piece, place } from '../piece/piece.ts'
import { longestSilence } from '../segment.ts'
import { readBreak, readSilence } from './readSilence.ts'

// `[title: …]` may hold brackets itself.
const inBrackets = /\[(\s*title\s*[:=](?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,500}|[^[\]\n]{1,2200})\]/gi
const inOthers =
  /[(（]([^(){}（）<>*_\n]{1,60})[)）]|\{([^(){}<>*_\n]{5,60})\}|<\s*([^(){}<>*_\n]{5,60}?)\s*\/?>|(?<![\p{L}\p{N}*_#|~=/])([*_#|~=/]{1,3})(pause)[.!…]?\4(?![\p{L}\p{N}*_#|~=/])/giu
// `— pause 2s —`; without a length it would be a cut. Between dots the word alone is enough.
const betweenDashes =
  /(?<![\p{L}\p{N}\p{Dash}])\p{Dash}+[ \t]*(pause\s*[\s:(]\s*[\d.,]{1,6}\s*(?:ms|s|secs?|seconds?)\)?)[ \t]*\p{Dash}+(?![\p{L}\p{N}\p{Dash}])/giu
const betweenDots = /(?<![.…])(?:\.{2,5}|…)[ \t]*(pause)[ \t]*(?:\.{2,5}|…)(?![.…])/giu
// Of other programs: `<#0.5#>`, `[[slnc 500]]`; and brackets that templates double.
const ofOthers = /<#\s*([\d.]{1,6})\s*#>|\[\[\s*slnc\s+(\d{1,6})\s*\]\]/gi
const doubled = /\[\[([^[\]{}\n]{4,100})\]\]|\{\{([^[\]{}\n]{4,100})\}\}/g
const breaks =
  /<\s*\/?\s*break\b([^<>]{0,200})>|&lt;\s*\/?\s*break\b([^<>&]{0,100}(?:&(?!gt;)[^<>&]{0,100}){0,8})&gt;/gi
const say = /\[([^[\]\n]{1,300})\]\(\s*say\s*[:=]\s*((?:[^()\n]|\([^()\n]{0,200}\)){0,400})\)/gi
const setting = /^\s*(voice|speed|background|title|look)\s*(?:[:=]\s*(.*?))?\s*$/is
const spokenSpeed = /^\s*(speed)\s+([\d.,]+\s*[x×%]?)\s*$/i
const ended = /^\s*\/\s*(voice|speed|background)\s*$/i

/** Takes Pausecut's marks out of a piece: silences, settings from a place on, names, and how words are said. */
export function readMarks(piece: Piece): void {
  if (!/[[(（<{*_&#|~=/]|pause/i.test(piece.text)) return
  piece.text = piece.text.replace(say, (written: string, words: string, as: string, at: number) => {
    readSay(piece, at, written.length, words.length, as.length)
    return blank + words + blanks(written.slice(1 + words.length))
  })
  piece.text = piece.text
    .replace(doubled, (written: string, square?: string, curly?: string) => {
      const inside = square ?? curly ?? ''
      const isMark = setting.test(inside) || readSilence(inside, true) !== undefined
      return isMark ? `${blank}[${inside}]${blank}` : written
    })
    .replace(ofOthers, (written: string, seconds: string | undefined, milliseconds: string, at: number) =>
      silence(piece, written, at, seconds === undefined ? Number(milliseconds) / 1000 : Number(seconds)),
    )
    .replace(breaks, (written: string, plain: string | undefined, encoded: string | undefined, at: number) => {
      const attributes = plain ?? encoded?.replace(/&(?:quot|apos|#39);/g, '"') ?? ''
      return silence(piece, written, at, /^(?:<|&lt;)\s*\//i.test(written) ? 0 : readBreak(attributes))
    })
    .replace(inBrackets, (written: string, _, at: number) => {
      const inside = textBetween(piece, at + 1, at + written.length - 1)
      return readSetting(piece, written, at, inside) ?? silence(piece, written, at, readSilence(inside, true))
    })
    .replace(inOthers, (written: string, ...groups: (string | undefined)[]) => {
      const [round, curly, angle, , starred] = groups
      const inside = (round ?? curly ?? angle ?? starred ?? '').replace(noncharacters, '')
      return silence(piece, written, Number(groups[5]), readSilence(inside, false))
    })
    .replace(betweenDashes, (written: string, inside: string, at: number) =>
      silence(piece, written, at, readSilence(inside.replace(/[()]/g, ' ').replace(/\s+/g, ' '), false)),
    )
    .replace(betweenDots, (written: string, inside: string, at: number) =>
      silence(piece, written, at, readSilence(inside, false)),
    )
}

/** What is written between two places, without what was taken out there. */
function textBetween({ source, text, literals }: Piece, from: number, to: number): string {
  return Array.from(text.slice(from, to).split(''), (unit, index) =>
    unit === literal ? (literals.get(from + index) ?? source[from + index]!) : unit,
  )
    .filter((unit) => !/[\uFDD0-\uFDEF]/.test(unit))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function readSay(piece: Piece, at: number, length: number, words: number, value: number): void {
  const as = textBetween(piece, at + length - 1 - value, at + length - 1)
    .replace(/^["'“”„‘’«»]+|["'“”‘’«»]+$/g, '')
    .trim()
    .slice(0, 200)
  if (as === '') return
  piece.found.push({ from: at, to: at + length, words: [at + 1, at + 1 + words], asked: { kind: 'say', as } })
}

function readSetting(piece: Piece, written: string, at: number, inside: string): string | undefined {
  const closing = ended.exec(inside)
  const [, name, value] = setting.exec(inside) ?? spokenSpeed.exec(inside) ?? []
  const kind = (closing?.[1] ?? name)?.toLowerCase() as 'voice' | 'speed' | 'background' | 'title' | 'look' | undefined
  if (kind === undefined) return undefined
  const asked = settingOf(kind, /^(?:default|none|off)?$/i.test(value ?? '') ? undefined : value)
  if (asked) piece.found.push({ from: at, to: at + written.length, asked })
  else if (kind === 'speed') piece.told.push({ kind: 'speed', at, text: `[${inside}]` })
  return place + blanks(written.slice(1))
}

function settingOf(
  kind: 'voice' | 'speed' | 'background' | 'title' | 'look',
  value: string | undefined,
): Asked | undefined {
  if (kind === 'title' || kind === 'look') return value === undefined ? undefined : { kind, name: value.slice(0, 200) }
  if (value === undefined) return { kind }
  if (kind === 'voice') return { kind, voice: value.slice(0, 100) }
  if (kind === 'background') return { kind, background: value.slice(0, 2048) }
  const speed = speedOf(value)
  return speed >= speedRange.min && speed <= speedRange.max ? { kind, speed } : undefined
}

function speedOf(value: string): number {
  const [, figure = '', unit] = /^(\d*[.,]?\d+)\s*([x×%]?)$/i.exec(value) ?? []
  const number = figure === '' ? Number.NaN : Number(figure.replace(',', '.'))
  return unit === '%' ? number / 100 : number
}

/** Takes a silence out, if it is one. One of no length at all is taken out and leaves nothing. */
function silence(piece: Piece, written: string, at: number, seconds: number | undefined): string {
  if (seconds === undefined) return written
  const text = piece.source.slice(at, at + written.length)
  if (Number.isNaN(seconds)) piece.told.push({ kind: 'silence', at, text })
  else if (seconds > longestSilence) piece.told.push({ kind: 'long silence', at, text })
  if (seconds > 0)
    piece.found.push({
      from: at,
      to: at + written.length,
      asked: { kind: 'silence', seconds: Math.min(longestSilence, seconds) },
    })
  return place + blanks(written.slice(1))
}
