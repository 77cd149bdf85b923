import { z } from 'zod'
import { EngineName, Format, GuideVoice, JobKind, Receipt, Speed } from '#shared/domain.ts'
import { DeliveryAttempt, DeliveryState, JobState } from '#shared/job/job.ts'
import { EngineVoices } from '#shared/speech/engineVoices.ts'
import { AdviceView, Progress, SessionId, Status, Time } from './common.ts'

// What goes beyond the API guide.

/** A finished file. */
export const File = z
  .strictObject({
    segment: z.int().positive().optional(),
    kind: z.enum(['video', 'audio', 'zip', 'subtitles']),
    file_url: z.string(),
    download_name: z.string(),
    size: z.int().nonnegative().meta({ description: 'Bytes.' }),
    duration: z.number().nonnegative().optional().meta({ description: 'Seconds.' }),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'File' })
export type File = z.output<typeof File>

const listed = {
  session_id: SessionId,
  kind: JobKind,
  status: Status,
  state: JobState,
  progress: Progress,
  message: z.string(),
  error: z.string().optional(),
  opening: z.string().meta({ description: "The script's first words." }),
  voice: z.string(),
  speed: Speed,
  format: Format,
  engine: EngineName,
  total_segments: z.int().positive(),
  finished_segments: z.int().nonnegative(),
  queue_place: z.int().positive().optional().meta({ description: '1 is the next to run; only while waiting.' }),
  status_url: z.string(),
  created_at: Time,
  updated_at: Time,
}

export const ListedJob = z.strictObject(listed).meta({ id: 'ListedJob' })
export type ListedJob = z.output<typeof ListedJob>

export const JobList = z
  .strictObject({ jobs: z.array(ListedJob), next_cursor: z.int().positive().nullable() })
  .meta({ id: 'JobList' })

export const WholeJob = z
  .strictObject({
    ...listed,
    script: z.string(),
    segments: z.array(
      z.strictObject({
        index: z.int().positive(),
        state: z.enum(['waiting', 'done', 'failed']),
        text: z.string(),
        error: z.string().optional(),
      }),
    ),
    files: z.array(File),
    warnings: z.array(z.strictObject({ message: z.string(), segment: z.int().positive().optional() })),
  })
  .meta({ id: 'Job' })
export type WholeJob = z.output<typeof WholeJob>

export const DeletedJob = z.strictObject({ success: z.literal(true), session_id: SessionId }).meta({ id: 'DeletedJob' })

export const DeliveryView = z
  .strictObject({
    delivery_id: z.string(),
    session_id: SessionId,
    url: z.string(),
    event: z.enum(['completed', 'failed']),
    state: DeliveryState,
    attempts: z.array(DeliveryAttempt),
    created_at: Time,
    due_at: Time.optional(),
  })
  .meta({ id: 'Delivery' })
export type DeliveryView = z.output<typeof DeliveryView>

export const DeliveryList = z.strictObject({ deliveries: z.array(DeliveryView) }).meta({ id: 'DeliveryList' })

export const EngineVoicesView = z
  .strictObject({
    engine: EngineName,
    voices: EngineVoices.shape.voices,
    any_voice: z.boolean().meta({ description: 'It may have others besides: a server that does not list its own.' }),
    guide_voices: EngineVoices.shape.guide.meta({ description: 'Who speaks for each name that every engine knows.' }),
  })
  .meta({ id: 'EngineVoices' })
export type EngineVoicesView = z.output<typeof EngineVoicesView>

export const VoiceList = z
  .strictObject({
    voices: z.array(z.strictObject({ name: GuideVoice, description: z.string(), recommended: z.boolean() })),
    engines: z.array(EngineVoicesView).meta({ description: 'What each engine has; a speech server is asked for it.' }),
  })
  .meta({ id: 'VoiceList' })

export const EstimateView = z
  .strictObject({
    segments: z.array(
      z.strictObject({
        index: z.int().positive(),
        opening: z.string(),
        characters: z.int().nonnegative(),
        seconds: z.number().nonnegative(),
      }),
    ),
    seconds: z.number().nonnegative().meta({ description: 'Of speech, all segments together.' }),
    characters: z.int().nonnegative(),
    engine: EngineName,
    model: z.string().optional(),
    models: z.array(
      z.strictObject({
        engine: EngineName,
        model: z.string().optional(),
        characters_billed: z.int().nonnegative(),
        characters_cached: z.int().nonnegative().meta({ description: 'Spoken before, and kept.' }),
        cost_usd: z.number().nonnegative().optional().meta({ description: 'Absent where the price is not known.' }),
      }),
    ),
    warnings: z.array(AdviceView),
  })
  .meta({ id: 'Estimate' })
export type EstimateView = z.output<typeof EstimateView>

export const HealthView = z
  .strictObject({
    status: z.enum(['ok', 'closing']),
    version: z.string(),
    engine: EngineName,
    uptime_seconds: z.int().nonnegative(),
    queue: z.strictObject({
      running: z.int().nonnegative(),
      waiting: z.int().nonnegative(),
      concurrency: z.int().positive(),
      limit: z.int().positive(),
    }),
  })
  .meta({ id: 'Health' })
export type HealthView = z.output<typeof HealthView>

const event = { session_id: SessionId }

/** One server-sent event's data; its `type` is the event's name. */
export const JobEventView = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('queued'), ...event }),
    z.strictObject({ type: z.literal('started'), ...event, total_segments: z.int().positive(), engine: EngineName }),
    z.strictObject({
      type: z.literal('progress'),
      ...event,
      progress: Progress,
      message: z.string(),
      current_segment: z.int().positive(),
    }),
    z.strictObject({
      type: z.literal('warning'),
      ...event,
      message: z.string(),
      segment: z.int().positive().optional(),
    }),
    z.strictObject({ type: z.literal('segment-done'), ...event, segment: z.int().positive(), file: File.optional() }),
    z.strictObject({ type: z.literal('segment-failed'), ...event, segment: z.int().positive(), error: z.string() }),
    z.strictObject({ type: z.literal('completed'), ...event, files: z.array(File) }),
    z.strictObject({ type: z.literal('failed'), ...event, error: z.string() }),
    z.strictObject({ type: z.literal('removed'), ...event }),
  ])
  .meta({ id: 'JobEvent' })
export type JobEventView = z.output<typeof JobEventView>
