import { type ApiState, type RequestLogEntry, requestLogLimit } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { SliceParts } from '../appStore.ts'

/** The local API and the requests that it gets. */
export interface AutomationSlice {
  readonly api: ApiState
  /** Newest last; at most `requestLogLimit`. */
  readonly requests: readonly RequestLogEntry[]
  addRequest(request: RequestLogEntry): void
  setApi(part: { on?: boolean; port?: number }): Promise<void>
  /** Makes a token, or another in its place; it is on the clipboard then. */
  makeToken(): Promise<void>
  copyToken(): Promise<void>
  removeToken(): Promise<void>
  copyText(text: string): Promise<void>
}

export function automationSlice({ set, get, client }: SliceParts): AutomationSlice {
  const show = (api: Result<ApiState>) => {
    if (api.ok) set({ api: api.value })
    else get().tell({ kind: 'trouble', error: api.error })
    return api.ok
  }
  const tellCopied = (result: Result<unknown>) =>
    get().tell(result.ok ? { kind: 'copied' } : { kind: 'trouble', error: result.error })
  return {
    api: { on: false, port: 4711, token: false },
    requests: [],
    addRequest: (request) => set({ requests: [...get().requests, request].slice(-requestLogLimit) }),
    async setApi(part) {
      show(await client.setApi(part))
    },
    async makeToken() {
      if (show(await client.makeToken({}))) get().tell({ kind: 'token-copied' })
    },
    copyToken: async () => tellCopied(await client.copyToken({})),
    async removeToken() {
      show(await client.removeToken({}))
    },
    copyText: async (text) => tellCopied(await client.copyText({ text })),
  }
}
