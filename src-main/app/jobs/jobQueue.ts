import { endsWithin } from '../endsWithin.ts'

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
  /** Whether this very run, known by its signal, is the job's: false once it has ended or was given up. */
  isCurrent(id: string, signal: AbortSignal): boolean
  /**
   * Takes the job out: one that waits at once, one that runs when its work has ended after the abort. It does not run
   * again unless it is pushed after this call. Work that does not end is given up and takes no turn any more; the value
   * is false.
   */
  stop(id: string, reason: StopReason): Promise<boolean>
  /** Begins nothing more, lets what runs go on for `graceMs`, then stops it with `closing`. */
  close(graceMs: number): Promise<void>
}

interface Running {
  readonly controller: AbortController
  readonly ended: Promise<void>
  readonly takesTurn: boolean
}

/** Milliseconds that aborted work gets to end. A render host that does not stop is killed long before. */
const usualPatienceMs = 15_000

/** Runs at most `concurrency` jobs at a time, in the order they came. `work` must not reject. */
export function openJobQueue(
  concurrency: number,
  work: (id: string, signal: AbortSignal) => Promise<void>,
  patienceMs = usualPatienceMs,
): JobQueue {
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
    const ended = work(id, controller.signal).finally(() => leave(id, controller))
    running.set(id, { controller, ended, takesTurn })
  }
  const isCurrent = (id: string, signal: AbortSignal) => running.get(id)?.controller.signal === signal
  const leave = (id: string, { signal }: AbortController) => {
    if (!isCurrent(id, signal)) return
    running.delete(id)
    if (again.delete(id)) waiting.push(id)
    fill()
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
    if (!job) return true
    job.controller.abort(reason)
    const ended = await endsWithin(job.ended, patienceMs)
    leave(id, job.controller)
    return ended
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
    isCurrent,
    has: (id) => running.has(id) || waiting.includes(id),
    stop,
    close: async (graceMs) => {
      closed = true
      const all = Promise.all([...running.values()].map((job) => job.ended))
      await endsWithin(all, graceMs)
      await Promise.all([...running.keys()].map((id) => stop(id, 'closing')))
    },
  }
}
