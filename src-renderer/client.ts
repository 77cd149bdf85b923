import type { Bridge } from '#shared/desktop/bridge.ts'
import { appError } from '#shared/errors.ts'
import { fail } from '#shared/result.ts'

declare global {
  interface Window {
    readonly pausecut: Bridge
  }
}

/** The main process as the page knows it: every call answers a Result, even where the bridge itself breaks. */
export type Client = Bridge

/** The only user of `window.pausecut`. */
export function createClient(bridge: Bridge = window.pausecut): Client {
  // The bridge itself is frozen, and a proxy may not show a frozen object otherwise than it is.
  return new Proxy({} as Bridge, {
    get(_, name: keyof Bridge) {
      if (name === 'onEvent') return bridge.onEvent
      const call = bridge[name] as (input: unknown) => Promise<unknown>
      return async (input: unknown) => {
        try {
          return await call(input)
        } catch (error) {
          if (name !== 'reportFault') report(bridge, error)
          return fail(appError('UNEXPECTED'))
        }
      }
    },
  })
}

/** Writes an unexpected error into the app's log. */
export function report(client: Pick<Bridge, 'reportFault'>, error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  client
    .reportFault({ message: message.slice(0, 2000), stack: stack.slice(0, 20_000) })
    .catch(() => console.error(message, stack))
}
