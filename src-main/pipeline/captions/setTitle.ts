import type { SetLine, TypeStyle, Typesetter } from '#ports/Typesetter.ts'
import { breakCost } from './breakCost.ts'
import { cutUnits } from './cutUnits.ts'

const mostLines = 3

/**
 * Sets a title in as few lines as hold it at full size, up to three, else smaller; of all ways to break it the one that
 * reads best and fills the lines most evenly.
 *
 * @param width pixels that a line may take
 */
export function setTitle(
  text: string,
  style: TypeStyle,
  width: number,
  type: Typesetter,
): { lines: readonly SetLine[]; size: number } {
  const units = cutUnits(text.split(/\s+/).map((word) => ({ text: word, start: 0, end: 0 })))
  const set = (from: number, to: number, size = style.size) => type.setLine(units.slice(from, to), { ...style, size })
  const wanted = Math.ceil(set(0, units.length).width / (width * 0.92))
  const count = Math.max(1, Math.min(mostLines, wanted, units.length))
  const lineCost = (from: number, to: number) => {
    const share = set(from, to).width / width
    return share > 1 ? 1 + 10 * (share - 1) : (1 - share) ** 2
  }
  let best = { cost: Infinity, cuts: [0, units.length] }
  const search = (cuts: readonly number[], left: number, cost: number) => {
    const from = cuts.at(-1)!
    if (left === 1) {
      const whole = cost + lineCost(from, units.length)
      if (whole < best.cost) best = { cost: whole, cuts: [...cuts, units.length] }
      return
    }
    for (let to = from + 1; to <= units.length - left + 1; to++) {
      const broken = 0.15 * breakCost(units[to - 1]!, units[to]!)
      search([...cuts, to], left - 1, cost + lineCost(from, to) + broken)
    }
  }
  search([0], count, 0)
  const setAll = (size: number) => best.cuts.slice(1).map((to, index) => set(best.cuts[index]!, to, size))
  const natural = setAll(style.size)
  const size = style.size * Math.min(1, width / Math.max(...natural.map((line) => line.width)))
  return { lines: size < style.size ? setAll(size) : natural, size }
}
