import type { AppError } from '#shared/errors.ts'
import { type EngineFacts, type EngineName, engines, type GuideVoice } from '#shared/speech/engines.ts'
import type { EngineVoices } from '#shared/speech/engineVoices.ts'
import type { ServerReport } from '#shared/speech/serverReport.ts'
import type { AppState, SliceParts } from '../appStore.ts'

/** How measuring the speech server went. */
type ServerCheck =
  | { readonly state: 'none' | 'running' }
  | { readonly state: 'done'; readonly report: ServerReport }
  | { readonly state: 'failed'; readonly error: AppError }

/** The voices that there are, and what is known of the speech server. */
export interface VoicesSlice {
  /** Of every engine; empty until they are known. */
  readonly engineVoices: readonly EngineVoices[]
  readonly serverCheck: ServerCheck
  refreshVoices(): Promise<void>
  /** Whom a name of the guide means with the speech server; null: whom the engine has for it. */
  chooseGuideVoice(name: GuideVoice, voice: string | null): Promise<void>
  checkServer(): Promise<void>
  stopServerCheck(): Promise<void>
}

/** What an engine is, with the voices that it has here and now. */
export function factsIn({ engineVoices }: Pick<AppState, 'engineVoices'>, engine: EngineName): EngineFacts {
  const now = engineVoices.find((of) => of.engine === engine)
  if (!now) return engines[engine]
  const { voices, guide, server, anyVoice } = now
  return { ...engines[engine], voices, guide, ...(server && { server }), ...(anyVoice && { anyVoice }) }
}

export function voicesSlice({ set, get, client }: SliceParts): VoicesSlice {
  let requests = 0
  return {
    engineVoices: [],
    serverCheck: { state: 'none' },
    async refreshVoices() {
      const own = ++requests
      const listed = await client.listVoices({})
      if (own === requests && listed.ok) set({ engineVoices: listed.value })
    },
    async chooseGuideVoice(name, voice) {
      const chosen = await client.chooseGuideVoice({ name, voice })
      if (!chosen.ok) get().tell({ kind: 'trouble', error: chosen.error })
      await get().refreshVoices()
    },
    async checkServer() {
      set({ serverCheck: { state: 'running' } })
      const report = await client.checkServer({})
      if (report.ok) set({ serverCheck: { state: 'done', report: report.value } })
      else if (report.error.code === 'CANCELLED') set({ serverCheck: { state: 'none' } })
      else set({ serverCheck: { state: 'failed', error: report.error } })
    },
    async stopServerCheck() {
      await client.stopServerCheck({})
    },
  }
}
