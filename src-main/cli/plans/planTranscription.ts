import { z } from 'zod'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { openAiBaseUrl } from '#shared/speech/engines.ts'
import { isWebAddress } from './planEngine.ts'

/** The flags of `render` and `serve` for a transcription service, as they were typed. */
export interface TranscriptionFlags {
  readonly transcriptionModel?: string
  readonly transcriptionUrl?: string
}

export const TranscriptionPlan = z.object({
  model: z.string(),
  baseUrl: z.string(),
  /** Whether the speech service's key may go along: to its own server, and to no other. */
  keyed: z.boolean(),
})
export type TranscriptionPlan = z.infer<typeof TranscriptionPlan>

/**
 * Which transcription service to ask where the aligner can not follow; undefined when neither flag was typed. Fails as
 * wrong use.
 * @param speechUrl the speech server's address; absent: OpenAI's
 */
export function planTranscription(
  { transcriptionModel, transcriptionUrl }: TranscriptionFlags,
  speechUrl = openAiBaseUrl,
): Result<TranscriptionPlan | undefined> {
  if (!transcriptionModel && !transcriptionUrl) return ok(undefined)
  const { model, baseUrl } = { model: transcriptionModel || 'whisper-1', baseUrl: transcriptionUrl || speechUrl }
  if (!isWebAddress(baseUrl)) {
    const reason = `'${baseUrl}' is no address of a transcription server; write one such as http://localhost:8000/v1.`
    return fail(appError('REQUEST_INVALID', { reason: words(reason) }))
  }
  return ok({ model, baseUrl, keyed: new URL(baseUrl).origin === new URL(speechUrl).origin })
}
