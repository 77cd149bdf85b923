import { performance } from 'node:perf_hooks'
import { clock } from '#shared/format.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { Screen } from '../screen.ts'
import { fitText, textWidth } from '../textWidth.ts'
import type { Reporter } from './reporter.ts'

const barColumns = { least: 10, most: 28 }

/** One line, drawn again in its place: a bar, what is happening in words, and the time it has taken. */
export function barReporter(screen: Screen, now: () => number = () => performance.now()): Reporter {
  const startedAt = now()
  let progress = 0
  let message = ''
  let drawn = ''
  let closed = false

  const draw = () => {
    if (message === '' || closed) return
    const line = barLine(screen, progress, message, (now() - startedAt) / 1000)
    if (line === drawn) return
    drawn = line
    // One write per picture, old text overwritten before the rest is cleared: nothing flickers.
    screen.write(`\r${line}\x1b[K`)
  }
  const above = (text: string) => {
    screen.write(`${drawn === '' ? '' : '\r\x1b[K'}${text}\n`)
    drawn = ''
    draw()
  }
  const everySecond = setInterval(draw, 1000).unref()

  return {
    on(event) {
      switch (event.type) {
        case 'progress':
          progress = event.progress
          message = sayPhrase(event.message)
          draw()
          return
        case 'warning':
          above(`${screen.paint('yellow', '!')} ${sayPhrase(event.message)}`)
      }
    },
    close() {
      clearInterval(everySecond)
      if (drawn !== '') screen.write('\r\x1b[K')
      closed = true
    },
  }
}

function barLine(screen: Screen, progress: number, message: string, seconds: number): string {
  // The last column stays free: some terminals go to the next line when it is filled.
  const columns = screen.columns() - 1
  const percent = `${String(Math.floor(progress)).padStart(3)} %`
  const time = clock(seconds)
  const cells = Math.min(barColumns.most, Math.floor(columns / 4))
  if (cells < barColumns.least) return fitText(`${percent}  ${message}`, columns)
  const done = Math.round((cells * progress) / 100)
  const bar = screen.paint('cyan', '━'.repeat(done)) + screen.paint('dim', '─'.repeat(cells - done))
  const room = columns - cells - percent.length - time.length - 6
  const words = fitText(message, room)
  const gap = ' '.repeat(room - textWidth(words))
  return `${bar}  ${percent}  ${words}${gap}  ${screen.paint('dim', time)}`
}
