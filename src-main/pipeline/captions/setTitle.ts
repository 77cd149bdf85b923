import type { SetLine, TypeStyle, Typesetter } from '#ports/Typesetter.ts'
import type { CaptionWord } from '#shared/domain.ts'
import { breakCost } from './cues/breakCost.ts'
import { breakWords } from './cues/breakWords.ts'
import { cutUnits } from './cues/cutUnits.ts'
import { withoutSoftHyphens } from './setCue.ts'

const mostLines = 4
/** How much smaller a title may be for having a line less: few large lines are better than many, but not at any price. */
const perLine = 0.9

/** What a title may take up, in pixels. */
export interface TitleRoom {
  readonly width: number
  /** From the tops of the first line's capitals to the last baseline. */
  readonly height: number
  /** Between two baselines, in em. */
  readonly lineHeight: number
}

/**
 * Sets a title in one line to four, whichever lets it be largest, at most in its style's size; of all ways to break it
 * the one that reads best and fills the lines most evenly.
 */
export function setTitle(
  text: string,
  style: TypeStyle,
  room: TitleRoom,
  type: Typesetter,
): { lines: readonly SetLine[]; size: number } {
  const width = (part: string) => type.setLine([{ text: withoutSoftHyphens(part), spaced: false }], style).width
  const words = text.split(/\s+/).map((word) => ({ text: word, start: 0, end: 0 }))
  const units = breakWords(cutUnits(words, text), {
    width,
    maxWidth: room.width,
    maxLines: 2,
    hyphenate: type.hyphenate,
  }).map((unit) => ({ ...unit, text: withoutSoftHyphens(unit.text) }))
  const setAll = (rows: readonly (readonly CaptionWord[])[], size: number) =>
    rows.map((row) => type.setLine(row, { ...style, size }))
  const { capital } = type.heights(style)
  const sizeOf = (rows: readonly (readonly CaptionWord[])[]) => {
    const widest = Math.max(...setAll(rows, style.size).map((line) => line.width))
    const height = capital + (rows.length - 1) * room.lineHeight * style.size
    return style.size * Math.min(1, room.width / widest, room.height / height)
  }
  let best = { worth: -1, size: 0, rows: [units] as readonly (readonly CaptionWord[])[] }
  // Every piece of a broken word ends its line.
  const fewest = 1 + units.filter((unit) => unit.goesOn).length
  for (let count = fewest; count <= Math.min(Math.max(mostLines, fewest), units.length); count++) {
    const rows = breakEvenly(units, count, ({ text }) => width(text))
    const size = sizeOf(rows)
    const worth = size * perLine ** count
    if (worth > best.worth) best = { worth, size, rows }
  }
  return { lines: setAll(best.rows, best.size), size: best.size }
}

/** Breaks units into `count` lines of like width, where a reader minds least. */
function breakEvenly(
  units: readonly CaptionWord[],
  count: number,
  width: (unit: CaptionWord) => number,
): CaptionWord[][] {
  const widths = units.map(width)
  const even = widths.reduce((sum, one) => sum + one, 0) / count
  const lineCost = (from: number, to: number) => {
    if (units.slice(from, to - 1).some((unit) => unit.goesOn)) return Infinity
    const share = widths.slice(from, to).reduce((sum, one) => sum + one, 0) / even
    return (share - 1) ** 2 + (to < units.length ? 0.06 * breakCost(units[to - 1]!, units[to]!) : 0)
  }
  // The best way to set the units before `to` in `lines` lines, and where its last line begins.
  let before: { cost: number; cuts: number[] }[] = [{ cost: 0, cuts: [] }]
  for (let line = 1; line <= count; line++) {
    const now: { cost: number; cuts: number[] }[] = []
    for (let to = line; to <= units.length; to++) {
      let cheapest = { cost: Infinity, cuts: [] as number[] }
      for (let from = line - 1; from < to; from++) {
        const start = before[from]
        if (!start) continue
        const cost = start.cost + lineCost(from, to)
        if (cost < cheapest.cost) cheapest = { cost, cuts: [...start.cuts, from] }
      }
      now[to] = cheapest
    }
    before = now
  }
  const cuts = before[units.length]!.cuts
  return cuts.map((from, row) => units.slice(from, cuts[row + 1] ?? units.length))
}
