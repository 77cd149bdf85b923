import type { Result } from '../result.ts'
import type { AppEvent, AppInput, AppOutput } from './appContract.ts'
import type { AppOperation } from './operations.ts'

/** The part of a dropped File that says what it is; only a real one has a path. */
interface Dropped {
  readonly name: string
}

/** One function per operation. */
export type Calls = {
  readonly [Name in AppOperation]: (input: AppInput<Name>) => Promise<Result<AppOutput<Name>>>
}

/** What the page sees of the main process as `window.pausecut`: one function per action. */
export interface Bridge extends Omit<Calls, 'useExportFolder'> {
  /** Makes a dropped folder the export folder. Its path comes from the drop itself. */
  useExportFolder(folder: Dropped): Promise<Result<AppOutput<'useExportFolder'>>>
  /**
   * Follows what the main process says; the returned function ends it. Events are numbered: subscribe first, then ask for
   * the snapshot and leave out what is not after its `at`.
   */
  onEvent(listener: (event: AppEvent, at: number) => void): () => void
}

/** The channel of an operation between the preload and the main process, and the one for events. */
export const channelOf = (name: AppOperation) => `pausecut:${name}`
export const eventChannel = 'pausecut-event'
