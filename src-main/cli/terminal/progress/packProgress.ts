import { formatSize } from '#shared/format.ts'
import { words } from '#shared/phrases.ts'
import type { Screen } from '../screen.ts'
import { barReporter } from './barReporter.ts'
import { lineReporter } from './lineReporter.ts'

/** Shows how much of a pack is here: a bar on a terminal, elsewhere a line for every tenth. */
export function packProgress(screen: Screen, name: string) {
  const reporter = screen.live ? barReporter(screen) : lineReporter(screen)
  // A terminal that is far away is not flooded.
  const steps = screen.live ? 400 : 10
  let last = -1
  return {
    /** @param done bytes that are here, of `total` */
    told(done: number, total: number): void {
      const reached = Math.floor((done / total) * steps)
      if (reached === last) return
      last = reached
      const message = words(`${formatSize(done)} of ${formatSize(total)}`)
      reporter.on({ type: 'progress', job: name, progress: (done / total) * 100, message, segment: 1 })
    },
    close: () => reporter.close(),
  }
}
