import { pruneFolder } from '#files/pruneFolder.ts'

/** A folder of files that can be made again. */
export interface BoundedFolder {
  readonly path: string
  /** Something was written: what was used longest ago goes where there is too much. Does not wait for it. */
  prune(): void
  /** Settles when nothing is being removed any more. */
  settled(): Promise<void>
}

/**
 * Keeps a folder below a size, from now on and whenever it grew.
 *
 * @param most bytes
 */
export function openBoundedFolder(path: string, most: number): BoundedFolder {
  let pruning: Promise<void> | undefined
  let grewMeanwhile = false

  async function pruneAll(): Promise<void> {
    do {
      grewMeanwhile = false
      // What can't be read or removed now is tried again the next time.
      await pruneFolder(path, most).catch(() => {})
    } while (grewMeanwhile)
    pruning = undefined
  }
  const prune = () => {
    grewMeanwhile = pruning !== undefined
    pruning ??= pruneAll()
  }
  prune()
  return { path, prune, settled: async () => pruning }
}
