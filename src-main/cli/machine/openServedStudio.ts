import { availableParallelism } from 'node:os'
import { openRenderHosts } from '#app/hosts/openRenderHosts.ts'
import { createEstimate } from '#app/jobs/estimateJob.ts'
import { openStudio, type Studio } from '#app/jobs/jobService.ts'
import type { Log } from '#app/log.ts'
import type { Outbound } from '#app/net/outbound.ts'
import { type OutsideRenders, openOutsideRenders } from '#app/renders/outsideRenders.ts'
import { openCaches } from '#app/run/openCaches.ts'
import { chooseEngine } from '#app/speech/chooseEngine.ts'
import type { EngineChoice } from '#app/speech/EngineChoice.ts'
import { findKey } from '#app/speech/findKey.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import type { Store } from '#engines/sqlite/openStore.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ServePlan } from '../plans/planServe.ts'
import { forkHost } from './forkHost.ts'
import { openSpeech } from './openSpeech.ts'

export interface ServedStudio {
  readonly studio: Studio
  readonly outbound: Outbound
  readonly renders: OutsideRenders
  /** Ends the render hosts. */
  close(): void
}

interface ServedParts {
  readonly plan: ServePlan
  readonly home: string
  readonly store: Store
  readonly version: string
  readonly log: Log
}

/**
 * Opens the job service with this machine's tools; jobs run in render hosts beside it. Fails with FFMPEG_*, so that a
 * machine that can render nothing says so at the start.
 */
export async function openServedStudio({
  plan,
  home,
  store,
  version,
  log,
}: ServedParts): Promise<Result<ServedStudio>> {
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) return ffmpeg
  const keychain = createKeychain('openai-key')
  const baseUrl = plan.baseUrl ? { baseUrl: plan.baseUrl } : {}
  const transcription = plan.transcription ? { transcription: plan.transcription } : {}
  // For estimates only: these never speak.
  const speech = openSpeech(plan.baseUrl, keychain)
  const engines: EngineChoice = {
    choose: (asked = plan.engine) =>
      chooseEngine({ ...(asked && { engine: asked }), ...baseUrl }, () => findKey(keychain)),
  }
  const { speechCache } = openCaches(home)
  const outbound = { allowHosts: plan.allowHosts }
  const hosts = openRenderHosts(() => forkHost({ home, ...baseUrl, ...transcription }), availableParallelism())
  const renders = openOutsideRenders(home)
  const studio = openStudio({
    ...{ home, version, engines, outbound, log, ...renders.orElse(hosts.run) },
    ...{ jobs: store.jobs, deliveries: store.deliveries },
    ...{ concurrency: plan.concurrency, queueLimit: plan.queueLimit, retention: plan.retention },
    estimate: createEstimate({ engines, speech, speechCache, priced: plan.baseUrl === undefined }),
  })
  return ok({ studio, outbound, renders, close: hosts.close })
}
