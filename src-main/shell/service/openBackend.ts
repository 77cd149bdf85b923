import { join } from 'node:path'
import type { EventLine } from '#app/desktop/eventLine.ts'
import type { Handlers } from '#app/desktop/handlers.ts'
import { usedImages } from '#app/desktop/images/usedImages.ts'
import { type Desktop, type DesktopParts, openDesktop } from '#app/desktop/openDesktop.ts'
import { openKeys } from '#app/desktop/settings/keys.ts'
import type { OpenSettings } from '#app/desktop/settings/settings.ts'
import type { Log } from '#app/log.ts'
import { openLooks } from '#app/looks/lookLibrary.ts'
import type { KeyStore } from '#ports/KeyStore.ts'
import { ok, type Result } from '#shared/result.ts'
import type { EngineSettings, OpenEngines } from './engines.ts'
import { openLocalApi } from './localApi.ts'
import { openJobs } from './openJobs.ts'
import { openUpdates } from './updates.ts'

/** What main.ts names: this machine's engines and its keychain. */
export interface Machine {
  readonly openEngines: OpenEngines
  readonly keychain: (account: 'openai-key' | 'api-token') => KeyStore
  /** What webhook calls are signed with; null where there is none. Fails with KEYCHAIN_UNAVAILABLE. */
  readonly webhookSecret: () => Promise<Result<string | null>>
}

export interface BackendParts extends Pick<DesktopParts, 'info' | 'sample' | 'desktopShell' | 'onJobEnd'> {
  readonly home: string
  readonly looksFolder: string
  readonly fonts: string
  readonly checkFfmpeg: EngineSettings['checkFfmpeg']
  readonly machine: Machine
  readonly line: EventLine
  readonly settings: OpenSettings
  readonly log: Log
}

export interface Backend extends Pick<Desktop, 'findMedia' | 'openFile' | 'tellTrouble'> {
  readonly handlers: Handlers
  /** Takes up unfinished jobs, listens where it should, looks for a new version. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens everything behind the window: engines, job service, local API, updates. Fails with STORE_*. */
export async function openBackend(parts: BackendParts): Promise<Result<Backend>> {
  const { home, machine, line, settings, desktopShell, log } = parts
  const { publish } = line
  const speechUrl = () => settings.value.speechUrl
  const transcriptionModel = () => settings.value.transcriptionModel
  let test: () => Promise<Result<unknown>> = async () => ok(undefined)
  const keys = openKeys({
    home,
    publish,
    speechUrl,
    keychain: machine.keychain('openai-key'),
    environment: process.env.OPENAI_API_KEY || undefined,
    test: () => test(),
  })
  const { fonts, checkFfmpeg } = parts
  const opened = await machine.openEngines({
    home,
    fonts,
    checkFfmpeg,
    readKey: keys.read,
    speechUrl,
    transcriptionModel,
  })
  if (!opened.ok) return opened
  const engines = opened.value
  test = engines.testSpeech

  const outbound = { allowHosts: [] }
  const { version } = parts.info
  const { webhookSecret } = machine
  const origin = () => api.state.url ?? `http://127.0.0.1:${api.state.port}`
  const jobs = openJobs({ home, version, engines, keys, outbound, webhookSecret, origin, publish, log })
  const looks = openLooks(parts.looksFolder, { used: () => usedImages(join(home, 'drafts'), engines.jobs) })
  const api = openLocalApi({
    home,
    publish,
    copy: desktopShell.copy,
    token: machine.keychain('api-token'),
    server: { service: jobs.service, log, version, findLook: async (name) => (await looks.find(name))?.look },
  })
  const updates = openUpdates(publish, log)
  const desktop = openDesktop({
    ...engines,
    home,
    line,
    settings,
    keys,
    service: jobs.service,
    looks,
    desktopShell,
    outbound,
    api,
    updates,
    log,
    looksFolder: parts.looksFolder,
    info: parts.info,
    sample: parts.sample,
    onJobEnd: parts.onJobEnd,
  })
  return ok({
    handlers: desktop.handlers,
    findMedia: desktop.findMedia,
    openFile: desktop.openFile,
    tellTrouble: desktop.tellTrouble,
    async start() {
      await jobs.start()
      await api.start()
      await updates.start()
    },
    async close() {
      await api.close()
      await desktop.close()
      await jobs.close()
    },
  })
}
