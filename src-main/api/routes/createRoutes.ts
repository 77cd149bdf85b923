import { z } from 'zod'
import { adviseOnLanguage } from '#app/advice/adviseOnLanguage.ts'
import { resolveNames } from '#app/looks/resolveNames.ts'
import { appError } from '#shared/errors.ts'
import { CreateJob } from '#shared/job/contract.ts'
import type { Job } from '#shared/job/job.ts'
import { Look, withCaptions } from '#shared/look/look.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import { engines } from '#shared/speech/engines.ts'
import { statusUrl } from '../present/addresses.ts'
import { adviceView } from '../present/adviceView.ts'
import { type ApiParts, answer, type Call, type Route, route } from '../route.ts'
import { type AdviceView, Refusal } from '../wire/common.ts'
import { ShortsRequest, takeScript, takeSpeech, VoiceoverRequest } from '../wire/requests.ts'
import { ShortsStarted, VoiceoverStarted } from '../wire/statuses.ts'

const refusals = {
  400: { description: 'Something is wrong with the request, or with an address in it.', schema: Refusal },
  409: { description: 'The Idempotency-Key was used for another request.', schema: Refusal },
  413: { description: 'The body has more than 1 MiB.', schema: Refusal },
  415: { description: 'The body is not JSON.', schema: Refusal },
  429: { description: 'The queue is full; Retry-After says when to try again.', schema: Refusal },
  503: { description: 'Closing, or no speech engine is ready.', schema: Refusal },
  507: { description: 'The disk is full.', schema: Refusal },
}
const headers = {
  'idempotency-key': 'The same key with the same body gives the same session; with another body 409.',
}
// RFC 9110 token characters and more: anything visible.
const Key = z.string().regex(/^[\x20-\x7e]{1,255}$/)

/** The two calls that start a job (API guide, 1 and 3). */
export const createRoutes: readonly Route[] = [
  route({
    name: 'generateShorts',
    summary: 'Generate YouTube Shorts: one portrait video per segment, and a ZIP with all of them',
    method: 'POST',
    path: '/api/v1/generate-shorts',
    headers,
    body: ShortsRequest,
    answers: { 200: { description: 'The job is taken.', schema: ShortsStarted }, ...refusals },
    handle: async (call) => {
      const input = await toJob(call, { kind: 'shorts', format: 'mp4' })
      if (!input.ok) return { error: input.error }
      const created = await call.parts.service.createJob(input.value)
      const warnings = await warningsOf(created)
      return answer(created, (job) => ({
        success: true,
        session_id: job.id,
        status: 'processing',
        message: 'YouTube Shorts generation started successfully',
        estimated_segments: job.segments,
        status_url: statusUrl('shorts', job.id),
        created_at: job.createdAt,
        ...warnings,
      }))
    },
  }),
  route({
    name: 'generateVoiceover',
    summary: 'Generate one landscape video, or one sound file, from the whole script',
    method: 'POST',
    path: '/api/v1/voiceover/generate',
    headers,
    body: VoiceoverRequest,
    answers: { 202: { description: 'The job is taken.', schema: VoiceoverStarted }, ...refusals },
    handle: async (call) => {
      const input = await toJob(call, { kind: 'voiceover', format: call.body.format })
      if (!input.ok) return { error: input.error }
      const created = await call.parts.service.createJob(input.value)
      const warnings = await warningsOf(created)
      const present = (job: { id: string }) => ({
        success: true,
        session_id: job.id,
        message: 'Voiceover generation started',
        status_url: statusUrl('voiceover', job.id),
        ...warnings,
      })
      return answer(created, present, 202)
    },
  }),
]

/** What the engine will not do as the script means it; how long its parts are is not known yet. */
async function warningsOf(created: Result<Job>): Promise<{ warnings?: AdviceView[] }> {
  if (!created.ok) return {}
  const { parts, engine } = created.value
  const segments = parts.map(({ segment, text }) => ({ index: segment, text }))
  const advice = await adviseOnLanguage(segments, engines[engine])
  return advice.length === 0 ? {} : { warnings: advice.map(adviceView) }
}

type NewJob = z.output<typeof CreateJob>
type CreateCall = Pick<Call<undefined, undefined, typeof ShortsRequest>, 'body' | 'header' | 'parts'>

/** The job that a request asks for, in the contract's words. */
async function toJob(
  { body, header, parts }: CreateCall,
  what: Pick<NewJob, 'kind' | 'format'>,
): Promise<Result<NewJob>> {
  const idempotencyKey = header('idempotency-key')
  if (idempotencyKey !== undefined && !Key.safeParse(idempotencyKey).success)
    return fail(
      appError('REQUEST_INVALID', { reason: words('Idempotency-Key must be 1 to 255 visible ASCII characters') }),
    )
  const look = await lookOf(body, parts)
  if (!look.ok) return look
  const script = takeScript(body)
  if (!script.ok) return script
  const { subtitles, background_image_url: backgroundUrl, webhook_url: webhookUrl } = body
  const { spokenAs } = takeSpeech(body)
  const named = await resolveNames(parseScript(script.value, body.markup).segments, {
    findLook: parts.findLook,
    // Files of this machine are not a caller's to name.
    findBackground: async (name) => (/^https?:/i.test(name) ? { kind: 'address', url: name } : undefined),
  })
  if (!named.ok) return named
  const job = {
    script: script.value,
    markup: body.markup,
    ...named.value,
    spokenAs,
    look: look.value,
    subtitles,
    backgroundUrl,
    webhookUrl,
    idempotencyKey,
  }
  return ok(CreateJob.parse({ ...job, ...what }))
}

async function lookOf({ look: choice, captions }: ShortsRequest, parts: ApiParts): Promise<Result<Look>> {
  const look = typeof choice === 'string' ? await parts.findLook(choice) : Look.parse(choice ?? {})
  if (!look) return fail(appError('LOOK_UNKNOWN', { name: String(choice) }))
  return ok(captions === undefined ? look : withCaptions(look, captions))
}
