import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Where the command line writes for people. */
export interface Screen {
  /** Whether a line can be drawn again in its place. */
  readonly live: boolean
  /** Columns now; a window may change. */
  columns(): number
  write(text: string): void
  /** The text in a style, where the terminal shows styles and NO_COLOR does not forbid it. */
  paint(style: Style, text: string): string
}

/** What a screen needs of a stream; process.stdout has it. */
export interface ScreenStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** A screen on a stream. A dumb terminal and a file get plain lines. */
export function openScreen(stream: ScreenStream, env: NodeJS.ProcessEnv = process.env): Screen {
  const live = stream.isTTY === true && env.TERM !== 'dumb'
  return {
    live,
    columns: () => stream.columns || 80,
    write: (text) => void stream.write(text),
    paint: (style, text) => (live ? styleText(style, text, { stream }) : text),
  }
}

/**
 * Lets the reader of a stream go away without ending the work: the files are what the command is for. Call it once per
 * stream; other errors are thrown.
 */
export function ignoreClosedReader(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
