import { existsSync, rmSync, writeFileSync } from 'node:fs'

export interface RunMarker {
  /** Whether the run before ended without `remove`: it crashed, was killed, or the machine stopped. */
  readonly isLeft: boolean
  /** This run ends as it should. */
  remove(): void
}

/**
 * A file that lies in `path` while the app runs, so that the next run knows how this one ended. Where it can't be
 * written or removed, the next run knows less, and nothing else is wrong.
 */
export function openRunMarker(path: string): RunMarker {
  const isLeft = existsSync(path)
  attempt(() => writeFileSync(path, `${process.pid}\n`))
  return { isLeft, remove: () => attempt(() => rmSync(path, { force: true })) }
}

function attempt(change: () => void): void {
  try {
    change()
  } catch {}
}
