import type { SpokenText } from '#shared/desktop.ts'

const bars = 56

/** How loud a voice is over its whole length, as that many bars from 0 to 1; a thin line where nothing is spoken yet. */
export function overviewOf(spoken: SpokenText | undefined): number[] {
  if (!spoken || spoken.levels.length === 0) return Array.from({ length: bars }, () => 0.06)
  const { levels, columns } = spoken
  const rows = Math.floor(levels.length / columns)
  const loud = Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * rows) / bars)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * rows) / bars))
    let sum = 0
    for (let at = from * columns; at < to * columns; at++) sum += levels[at] ?? 0
    return sum / ((to - from) * columns)
  })
  const loudest = Math.max(...loud, 0.01)
  return loud.map((level) => Math.max(0.06, level / loudest))
}
