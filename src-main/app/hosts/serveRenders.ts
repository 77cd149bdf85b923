import { appError } from '#shared/errors.ts'
import { fail } from '#shared/result.ts'
import type { RunJob, RunWatch } from '../run/jobRunner.ts'
import { HostOrder, type HostWord } from './protocol.ts'

/** The host's end of the line to the service. */
export interface ServiceLine {
  send(word: HostWord): void
  onOrder(listener: (order: unknown) => void): void
}

/**
 * The host's side: runs the jobs that it is told to, one at a time, and tells what they say. `stop` ends the one that
 * runs, as the service's own order does.
 */
export function serveRenders(line: ServiceLine, runOn: (cores: number) => RunJob): { stop(): void } {
  let running: AbortController | undefined
  const stop = () => running?.abort('stopped')

  const run = async ({ spec, done, cores }: Extract<HostOrder, { type: 'run' }>): Promise<void> => {
    const controller = new AbortController()
    running = controller
    const watch: RunWatch = {
      signal: controller.signal,
      emit: (event) => line.send({ type: 'event', event }),
      onUnderWay: (parts) => line.send({ type: 'under-way', parts: [...parts] }),
      done: new Map(done),
    }
    const result = await runOn(cores)(spec, watch).catch((error: unknown) => {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return fail(appError('UNEXPECTED', {}, detail))
    })
    running = undefined
    if (result.ok) line.send({ type: 'completed', artifacts: [...result.value] })
    else line.send({ type: 'failed', error: result.error })
  }

  line.onOrder((message) => {
    const order = HostOrder.parse(message)
    if (order.type === 'run') void run(order)
    else stop()
  })
  return { stop }
}
