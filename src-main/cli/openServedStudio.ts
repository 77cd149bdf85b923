import { chooseEngine } from '#app/chooseEngine.ts'
import type { EngineChoice } from '#app/EngineChoice.ts'
import { createEstimate } from '#app/estimateJob.ts'
import { keyReader } from '#app/findKey.ts'
import type { RunJob } from '#app/jobRunner.ts'
import type { Log } from '#app/log.ts'
import type { Outbound } from '#app/net/outbound.ts'
import { runJob, type Tools } from '#app/runJob.ts'
import { openStudio, type Studio } from '#app/StudioService.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import type { Store } from '#engines/sqlite/openStore.ts'
import type { EngineName } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ServePlan } from './planServe.ts'
import { openSpeech, openTools } from './tools.ts'

export interface ServedStudio {
  readonly studio: Studio
  readonly outbound: Outbound
  /** Ends the speech engines. */
  close(): Promise<void>
}

interface ServedParts {
  readonly plan: ServePlan
  readonly home: string
  readonly store: Store
  readonly version: string
  readonly log: Log
}

/** Opens the job service with this machine's tools. Fails with FFMPEG_*. */
export async function openServedStudio({
  plan,
  home,
  store,
  version,
  log,
}: ServedParts): Promise<Result<ServedStudio>> {
  const keychain = createKeychain('openai-key')
  const key = keyReader(keychain)
  const speech = { builtin: openSpeech('builtin', key), openai: openSpeech('openai', key, plan.baseUrl) }
  const tools = await openTools(speech.builtin, home)
  if (!tools.ok) return tools
  const engines: EngineChoice = {
    choose: (asked = plan.engine) =>
      chooseEngine({ ...(asked && { engine: asked }), ...(plan.baseUrl && { baseUrl: plan.baseUrl }) }, keychain),
  }
  const { speechCache } = tools.value
  const outbound = { allowHosts: plan.allowHosts }
  const studio = openStudio({
    ...{ home, version, engines, outbound, log },
    ...{ jobs: store.jobs, deliveries: store.deliveries },
    ...{ concurrency: plan.concurrency, queueLimit: plan.queueLimit, retention: plan.retention },
    run: sharedRun(tools.value, speech),
    estimate: createEstimate({ engines, speech, speechCache, priced: plan.baseUrl === undefined }),
  })
  const close = async () => {
    await Promise.all([speech.builtin.close(), speech.openai.close()])
  }
  return ok({ studio, outbound, close })
}

/** Runs jobs with the engine that each one takes; those that run at a time share the machine's cores. */
function sharedRun(tools: Tools, speech: Readonly<Record<EngineName, Tools['speech']>>): RunJob {
  let active = 0
  return async (spec, watch) => {
    active++
    try {
      const cores = Math.max(1, Math.floor(tools.cores / active))
      return await runJob(spec, { ...tools, speech: speech[spec.engine], cores }, watch)
    } finally {
      active--
    }
  }
}
