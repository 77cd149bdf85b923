import { availableParallelism } from 'node:os'
import { openRenderHosts } from '#app/hosts/openRenderHosts.ts'
import { type OpenJobService, type OpenJobServiceParts, openJobService } from '#app/jobs/openJobService.ts'
import type { Log } from '#app/log.ts'
import { openCaches } from '#app/run/openCaches.ts'
import type { EngineChoice } from '#app/speech/chooseEngine.ts'
import { chooseEngine } from '#app/speech/chooseEngine.ts'
import { findKey } from '#app/speech/findKey.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import type { Store } from '#engines/sqlite/openStore.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ServePlan } from '../plans/planServe.ts'
import { forkHost } from './forkHost.ts'
import { openSpeech } from './openSpeech.ts'

export interface ServedJobs extends OpenJobService {
  /** Ends the render hosts. */
  endHosts(): void
}

interface ServedParts {
  readonly plan: ServePlan
  readonly home: string
  readonly store: Store
  readonly version: string
  readonly webhooks: OpenJobServiceParts['webhooks']
  readonly log: Log
}

/**
 * Opens the job service with this machine's tools; jobs run in render hosts beside it. Fails with FFMPEG_*, so that a
 * machine that can render nothing says so at the start.
 */
export async function openServedJobs(parts: ServedParts): Promise<Result<ServedJobs>> {
  const { plan, home, store } = parts
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) return ffmpeg
  const keychain = createKeychain('openai-key')
  const baseUrl = plan.baseUrl ? { baseUrl: plan.baseUrl } : {}
  const transcription = plan.transcription ? { transcription: plan.transcription } : {}
  // For estimates only: these never speak.
  const speech = openSpeech(plan.baseUrl, keychain)
  const engines: EngineChoice = {
    choose: (engine = plan.engine, voice) =>
      chooseEngine(
        { engine, baseUrl: plan.baseUrl, voice },
        { findKey: () => findKey(keychain), pack: () => findWholePack(home) },
      ),
  }
  const { speechCache } = openCaches(home)
  const hosts = openRenderHosts(() => forkHost({ home, ...baseUrl, ...transcription }), availableParallelism())
  const service = openJobService({
    home,
    version: parts.version,
    jobs: store.jobs,
    deliveries: store.deliveries,
    engines,
    speech,
    speechCache,
    outbound: { allowHosts: plan.allowHosts },
    log: parts.log,
    render: hosts.run,
    webhooks: parts.webhooks,
    retention: plan.retention,
    concurrency: plan.concurrency,
    queueLimit: plan.queueLimit,
  })
  return ok({ ...service, endHosts: hosts.close })
}
