import type { Screen } from '#cli/terminal/screen.ts'

/** A screen that keeps what is written, in writes and as the lines that a person would see. Styles are left out. */
export function fakeScreen(columns = 80, live = true) {
  const writes: string[] = []
  const screen: Screen & { width: number } = {
    live,
    width: columns,
    columns: () => screen.width,
    write: (text) => void writes.push(text),
    paint: (_, text) => text,
  }
  /** The lines as they stand, a terminal's carriage return and clear-to-the-end obeyed. */
  const lines = () => {
    const shown = ['']
    let column = 0
    for (const piece of writes
      .join('')
      .replaceAll('\x1b[K', '\f')
      .split(/(\r|\n|\f)/)) {
      const line = shown.at(-1) ?? ''
      if (piece === '\r') column = 0
      else if (piece === '\n') {
        shown.push('')
        column = 0
      } else if (piece === '\f') shown[shown.length - 1] = line.slice(0, column)
      else {
        shown[shown.length - 1] = line.slice(0, column) + piece + line.slice(column + piece.length)
        column += piece.length
      }
    }
    return shown
  }
  return { screen, writes, lines }
}
