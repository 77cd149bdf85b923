import { sayPhrase } from '#shared/phrases.ts'
import type { Screen } from '../screen.ts'
import type { Reporter } from './reporter.ts'

/** Plain lines, for files and pipes: one when the message changes, not one per per cent. */
export function lineReporter(screen: Screen): Reporter {
  let last = ''
  const line = (text: string) => screen.write(`${text}\n`)
  return {
    on(event) {
      switch (event.type) {
        case 'progress': {
          const message = sayPhrase(event.message)
          if (message === last) return
          last = message
          line(`${String(Math.floor(event.progress)).padStart(3)} %  ${message}`)
          return
        }
        case 'warning':
          line(`Note: ${sayPhrase(event.message)}`)
      }
    },
    close: () => {},
  }
}
