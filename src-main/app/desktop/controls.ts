import type { ApiState, RequestLogEntry, UpdateState } from '#shared/desktop/desktop.ts'
import type { Answers } from './answers.ts'

/** The local API as the shell runs it. */
export interface ApiControl {
  readonly state: ApiState
  readonly requests: readonly RequestLogEntry[]
  readonly answers: Pick<Answers, 'setApi' | 'makeToken' | 'copyToken' | 'removeToken'>
}

/** The updater as the shell runs it. */
export interface Updates {
  readonly state: UpdateState
  readonly answers: Pick<Answers, 'checkForUpdates' | 'installUpdate'>
}
