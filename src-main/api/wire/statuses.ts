import { z } from 'zod'
import { Format, Receipt, Speed } from '#shared/domain.ts'
import { AdviceView, Progress, SessionId, Time } from './common.ts'

// The API guide's answers, field for field, in its order.

/** Only where there is something to say, so that the guide's own calls are answered letter for letter. */
const beyondGuide = { warnings: z.array(AdviceView).optional() }

export const ShortsStarted = z
  .strictObject({
    success: z.literal(true),
    session_id: SessionId,
    status: z.literal('processing'),
    message: z.string(),
    estimated_segments: z.int().positive(),
    status_url: z.string(),
    created_at: Time,
    ...beyondGuide,
  })
  .meta({ id: 'ShortsStarted' })

const Video = z
  .strictObject({
    index: z.int().positive(),
    file_url: z.string(),
    duration: z.number().nonnegative().meta({ description: 'Seconds, to one decimal.' }),
    format: Format,
    download_name: z.string(),
    receipt: Receipt.optional().meta({ description: 'Only with ?receipts=true.' }),
  })
  .meta({ id: 'Video' })

const FailedSegment = z.strictObject({ index: z.int().positive(), error: z.string() }).meta({ id: 'FailedSegment' })

const shorts = { session_id: SessionId, progress: Progress, message: z.string() }
const times = { created_at: Time, updated_at: Time }

export const ShortsStatus = z
  .discriminatedUnion('status', [
    z.strictObject({
      ...shorts,
      status: z.literal('processing'),
      current_segment: z.int().positive(),
      total_segments: z.int().positive(),
      ...times,
    }),
    z.strictObject({
      ...shorts,
      status: z.literal('completed'),
      current_segment: z.int().positive(),
      total_segments: z.int().positive(),
      zip_url: z.string(),
      count: z.int().positive(),
      videos: z.array(Video),
      ...times,
    }),
    z.strictObject({
      ...shorts,
      status: z.literal('failed'),
      error: z.string(),
      total_segments: z
        .int()
        .positive()
        .optional()
        .meta({ description: 'From here on: where some are done or failed.' }),
      count: z.int().nonnegative().optional(),
      videos: z.array(Video).optional(),
      failed_segments: z.array(FailedSegment).optional(),
      ...times,
    }),
  ])
  .meta({ id: 'ShortsStatus' })
export type ShortsStatus = z.output<typeof ShortsStatus>

export const VoiceoverStarted = z
  .strictObject({
    success: z.literal(true),
    session_id: SessionId,
    message: z.string(),
    status_url: z.string(),
    ...beyondGuide,
  })
  .meta({ id: 'VoiceoverStarted' })

const VoiceoverResult = z
  .strictObject({
    file_url: z.url(),
    filename: z.string(),
    duration: z.number().nonnegative().meta({ description: 'Seconds, to one decimal.' }),
    format: Format,
    file_size: z.string().meta({ description: 'For people: 12.8 MB.' }),
    receipt: Receipt.optional().meta({ description: 'Only with ?receipts=true.' }),
  })
  .meta({ id: 'VoiceoverResult' })

const voiceover = { session_id: SessionId, progress: Progress, message: z.string() }
const echo = { script: z.string(), voice: z.string(), speed: Speed, format: Format }

export const VoiceoverStatus = z
  .discriminatedUnion('status', [
    z.strictObject({ ...voiceover, status: z.literal('processing'), ...echo, created_at: Time }),
    z.strictObject({
      ...voiceover,
      status: z.literal('completed'),
      result: VoiceoverResult,
      ...echo,
      created_at: Time,
    }),
    z.strictObject({ ...voiceover, status: z.literal('failed'), error: z.string(), created_at: Time }),
  ])
  .meta({ id: 'VoiceoverStatus' })
export type VoiceoverStatus = z.output<typeof VoiceoverStatus>

const call = {
  event: z.enum(['completed', 'failed']),
  delivery_id: z.string().meta({ description: 'The same for every try of one call.' }),
}
const [, shortsCompleted, shortsFailed] = ShortsStatus.options
const [, voiceoverCompleted, voiceoverFailed] = VoiceoverStatus.options

/** What a webhook is sent: the status of a job that has ended, the event, and the call's own id. */
export const WebhookBody = z
  .union([
    shortsCompleted.extend(call),
    shortsFailed.extend(call),
    voiceoverCompleted.extend(call),
    voiceoverFailed.extend(call),
  ])
  .meta({ id: 'WebhookBody' })
