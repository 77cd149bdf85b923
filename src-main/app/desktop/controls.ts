import type { ApiState, RequestLogEntry, UpdateState } from '#shared/desktop/desktop.ts'
import type { Handlers } from './handlers.ts'

/** The local API as the shell runs it. */
export interface ApiControl {
  readonly state: ApiState
  readonly requests: readonly RequestLogEntry[]
  readonly handlers: Pick<Handlers, 'setApi' | 'makeToken' | 'copyToken' | 'removeToken'>
}

/** The updater as the shell runs it. */
export interface Updates {
  readonly state: UpdateState
  readonly handlers: Pick<Handlers, 'checkForUpdates' | 'installUpdate'>
}
