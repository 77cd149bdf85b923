import type { z } from 'zod'
import { newJobId } from '#pipeline/naming/nameOutput.ts'
import { openingWords } from '#pipeline/naming/openingWords.ts'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import { planAll } from '#pipeline/speech/planSpeech.ts'
import type { JobStore, NewJob } from '#ports/JobStore.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { CreateJob } from '#shared/job/contract.ts'
import type { StoredEvent } from '#shared/job/events.ts'
import type { NamedBackground } from '#shared/job/request.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { replaceAddresses } from '../looks/replaceAddresses.ts'
import type { Outbound } from '../net/outbound.ts'
import { vetAddresses } from '../net/vetAddresses.ts'
import { patiently } from '../patiently.ts'
import type { EngineChoice } from '../speech/chooseEngine.ts'
import { withVoices } from '../speech/withVoices.ts'
import { fingerprint } from './fingerprint.ts'

export interface Creating {
  readonly jobs: JobStore
  readonly engines: EngineChoice
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  readonly outbound: Outbound
  /** Why no job can be taken now. */
  readonly refusal: () => AppError | undefined
  /** Called when the job is in the store. */
  readonly created: (event: StoredEvent) => void
}

/**
 * Takes a job in and returns its id: a new one, or the one that the same Idempotency-Key already has. Fails with
 * SCRIPT_REQUIRED, ADDRESS_REFUSED, KEY_REUSED, VOICE_INVALID, VOICE_OTHER_MODEL, VOICE_UNKNOWN, DISK_FULL, STORE_BUSY, STORE_FAILED, as choosing the
 * engine does, or as `refusal` says.
 */
export async function createJob(input: z.output<typeof CreateJob>, creating: Creating): Promise<Result<string>> {
  const { idempotencyKey, backgroundUrl, webhookUrl, ...request } = input
  const key = idempotencyKey === undefined ? undefined : { key: idempotencyKey, fingerprint: fingerprint(input) }
  const segments = segmentsOf(input)
  if (segments.length === 0) return fail(appError('SCRIPT_REQUIRED'))

  const early = knownOrRefused(key, creating)
  if (early) return early
  const addresses = await vetAddresses({ backgroundUrl, webhookUrl }, creating.outbound)
  if (!addresses.ok) return addresses
  const backgrounds = await replaceAddresses(input.backgrounds, (url) => vetBackground(url, creating.outbound))
  if (!backgrounds.ok) return backgrounds
  const engine = await creating.engines.choose(request.spokenAs.engine, request.spokenAs.voice)
  if (!engine.ok) return engine
  const { facts } = await withVoices(creating.speech[engine.value], new AbortController().signal, segments)
  const planned = planAll(segments, request.spokenAs, facts)
  if (!planned.ok) return planned
  const job: NewJob = {
    id: newJobId(input.kind),
    request: {
      ...request,
      backgrounds: backgrounds.value,
      spokenAs: { ...request.spokenAs, engine: engine.value },
    },
    segments,
    opening: openingWords(segments[0]?.text ?? ''),
    ...addresses.value,
    ...(key ? { idempotency: key } : {}),
  }
  return patiently(() => {
    // Asked again, and from here on without a pause: another call may have been quicker.
    const late = knownOrRefused(key, creating)
    if (late) return late
    const created = creating.jobs.create(job)
    if (!created.ok) return created
    creating.created(created.value)
    return ok(job.id)
  })
}

/** A background's address as it will be asked for. Fails with ADDRESS_REFUSED. */
async function vetBackground(url: string, outbound: Outbound): Promise<Result<NamedBackground>> {
  const vetted = await vetAddresses({ backgroundUrl: url }, outbound)
  return vetted.ok ? ok({ kind: 'address', url: vetted.value.backgroundUrl ?? url }) : vetted
}

function knownOrRefused(key: NewJob['idempotency'], { jobs, refusal }: Creating): Result<string> | undefined {
  const known = key && jobs.withKey(key.key)
  if (known) return known.fingerprint === key.fingerprint ? ok(known.id) : fail(appError('KEY_REUSED'))
  const refused = refusal()
  return refused && fail(refused)
}
