/** Why a running job is stopped. `closing`: it goes on at the next start. */
export type StopReason = 'cancelled' | 'removed' | 'closing'

export interface JobQueue {
  readonly running: number
  readonly waiting: number
  /** Puts the job at the end; it begins when its turn comes. */
  push(id: string): void
  /** Begins the job at once and takes nobody's turn: another process does the work. */
  begin(id: string): void
  /** Place among those that wait, 1 is the next; undefined for a job that does not. */
  place(id: string): number | undefined
  /** Whether the job waits or runs. */
  has(id: string): boolean
  /**
   * Takes the job out: one that waits at once, one that runs when its work has ended after the abort. It does not run
   * again unless it is pushed after this call.
   */
  stop(id: string, reason: StopReason): Promise<void>
  /** Begins nothing more, lets what runs go on for `graceMs`, then stops it with `closing`; resolves when all is still. */
  close(graceMs: number): Promise<void>
}

interface Running {
  readonly controller: AbortController
  readonly ended: Promise<void>
  readonly takesTurn: boolean
}

/** Runs at most `concurrency` jobs at a time, in the order they came. `work` must not reject. */
export function openJobQueue(concurrency: number, work: (id: string, signal: AbortSignal) => Promise<void>): JobQueue {
  const waiting: string[] = []
  const running = new Map<string, Running>()
  /** Running jobs that are pushed again while they wind up: each waits anew when its run has ended. */
  const again = new Set<string>()
  let closed = false

  const fill = () => {
    while (!closed && turnsTaken() < concurrency && waiting.length > 0) begin(waiting.shift()!, true)
  }
  const turnsTaken = () => [...running.values()].filter(({ takesTurn }) => takesTurn).length
  const begin = (id: string, takesTurn: boolean) => {
    const controller = new AbortController()
    const ended = work(id, controller.signal).finally(() => {
      running.delete(id)
      if (again.delete(id)) waiting.push(id)
      fill()
    })
    running.set(id, { controller, ended, takesTurn })
  }
  const push = (id: string) => {
    if (running.has(id)) {
      again.add(id)
      return
    }
    waiting.push(id)
    fill()
  }
  const stop = async (id: string, reason: StopReason) => {
    const index = waiting.indexOf(id)
    if (index >= 0) waiting.splice(index, 1)
    again.delete(id)
    const job = running.get(id)
    job?.controller.abort(reason)
    await job?.ended
  }

  return {
    get running() {
      return turnsTaken()
    },
    get waiting() {
      return waiting.length
    },
    push,
    begin: (id) => begin(id, false),
    place: (id) => {
      const index = waiting.indexOf(id)
      return index < 0 ? undefined : index + 1
    },
    has: (id) => running.has(id) || waiting.includes(id),
    stop,
    close: async (graceMs) => {
      closed = true
      const all = Promise.all([...running.values()].map((job) => job.ended))
      let timer: NodeJS.Timeout | undefined
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs)
      })
      await Promise.race([all, grace])
      clearTimeout(timer)
      await Promise.all([...running.keys()].map((id) => stop(id, 'closing')))
    },
  }
}
