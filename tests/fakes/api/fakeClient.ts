import type { AppEvent, AppInput, AppOutput } from '#shared/desktop/appContract.ts'
import type { Bridge } from '#shared/desktop/bridge.ts'
import type { AppOperation } from '#shared/desktop/operations.ts'
import { ok, type Result } from '#shared/result.ts'

type Answers = Partial<{
  [Name in AppOperation]: (input: AppInput<Name>) => Result<AppOutput<Name>> | Promise<Result<AppOutput<Name>>>
}>

export interface FakeClient {
  readonly client: Bridge
  /** What was asked, in order. */
  readonly calls: { readonly name: string; readonly input: unknown }[]
  callsOf(name: AppOperation): unknown[]
  /** Lets the main process say something. */
  say(event: AppEvent, at: number): void
}

/** A main process that answers as the test wants, and `ok({})` where it says nothing; it lists no voices then. */
export function fakeClient(answers: Answers = {}): FakeClient {
  const calls: { name: string; input: unknown }[] = []
  const listeners = new Set<(event: AppEvent, at: number) => void>()
  const client = new Proxy({} as Bridge, {
    get: (_, name: string) => {
      if (name === 'onEvent')
        return (listener: (event: AppEvent, at: number) => void) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        }
      return async (input: never) => {
        calls.push({ name, input })
        const answer = answers[name as AppOperation] as ((input: never) => Result<unknown>) | undefined
        return answer ? answer(input) : ok(name === 'listVoices' ? [] : {})
      }
    },
  })
  return {
    client,
    calls,
    callsOf: (name) => calls.filter((call) => call.name === name).map(({ input }) => input),
    say: (event, at) => {
      for (const listener of listeners) listener(event, at)
    },
  }
}
