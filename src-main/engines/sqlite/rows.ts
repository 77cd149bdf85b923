import { resolve } from 'node:path'
import { z } from 'zod'
import { Artifact } from '#shared/domain.ts'
import { ServiceEvent, type StoredEvent } from '#shared/job/events.ts'
import { upgradeRequest } from '#shared/job/formerForms.ts'
import {
  Delivery,
  DeliveryAttempt,
  type Job,
  JobSummary,
  JobWarning,
  Part,
  type StoredArtifact,
} from '#shared/job/job.ts'
import { JobRequest } from '#shared/job/request.ts'
import { WireError, WireMessage } from '#shared/wireError.ts'

// What SQLite hands out, parsed once more on the way in: the file may have been written by anything.

const time = z.number().transform((ms) => new Date(ms).toISOString())
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)
const optional = <T extends z.ZodType>(schema: T) => z.union([z.null().transform(() => undefined), schema])

// All but the script, which has its own column.
const KeptRequest = z.preprocess(upgradeRequest, JobRequest.omit({ script: true }))

const summaryShape = {
  number: z.number(),
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  progress: z.number(),
  message: json(WireMessage),
  segments: z.number(),
  error: optional(json(WireError)),
  created_at: time,
  updated_at: time,
  opening: z.string(),
  request: json(KeptRequest),
  done: z.number(),
  current_segment: optional(z.number()),
  current_text: optional(z.string()),
}
const SummaryRow = z.object(summaryShape)
const JobRow = z.object({
  ...summaryShape,
  script: z.string(),
  webhook_url: optional(z.string()),
  background_url: optional(z.string()),
})

/** The columns of a summary, from `jobs` joined with `currentPart`. */
export const summaryColumns = `jobs.number, jobs.id, kind, jobs.state, progress, message, segments, jobs.error, created_at,
  updated_at, opening, request, (SELECT count(*) FROM parts WHERE job = jobs.number AND state = 'done') AS done, current.segment AS current_segment, current.text AS current_text`
export const currentPart = `LEFT JOIN parts AS current ON current.job = jobs.number AND current.segment =
  (SELECT min(segment) FROM parts WHERE job = jobs.number AND state = 'waiting')`

export function readSummary(row: unknown): JobSummary {
  return summaryOf(SummaryRow.parse(row))
}

const RequestRow = z.object({ request: json(KeptRequest) })

export const readRequest = (row: unknown) => RequestRow.parse(row).request

/** The place of a summary row in the order of creation, for paging. */
export const readNumber = (row: unknown): number => z.object({ number: z.number() }).parse(row).number

/** The rows that make up one job. */
export interface JobRows {
  readonly job: unknown
  readonly parts: readonly unknown[]
  readonly artifacts: readonly unknown[]
  /** Bodies of its warning events. */
  readonly warnings: readonly unknown[]
}

export function readJob({ job, parts, artifacts, warnings }: JobRows, home: string): Job {
  const columns = JobRow.parse(job)
  return defined({
    ...summaryOf(columns),
    request: { ...columns.request, script: columns.script },
    backgroundUrl: columns.background_url,
    webhookUrl: columns.webhook_url,
    parts: parts.map(readPart),
    artifacts: artifacts.map((artifact) => readArtifact(artifact, home)),
    warnings: warnings.map((warning) => WarningRow.parse(warning).body),
  })
}

const WarningRow = z.object({ body: json(JobWarning) })

const PartRow = z.object({
  segment: z.number(),
  state: Part.shape.state,
  error: optional(json(WireError)),
  text: z.string(),
})

function readPart(row: unknown): Part {
  return defined(PartRow.parse(row))
}

const ArtifactRow = z.object({ download_name: z.string(), body: json(Artifact) })

export function readArtifact(row: unknown, home: string): StoredArtifact {
  const { download_name, body } = ArtifactRow.parse(row)
  return { ...body, path: resolve(home, body.path), downloadName: download_name }
}

const EventRow = z.object({ id: z.number(), at: time, body: json(ServiceEvent) })

export function readEvent(row: unknown): StoredEvent {
  const { id, at, body } = EventRow.parse(row)
  return { id, at, event: body }
}

const DeliveryRow = z.object({
  id: z.string(),
  job_id: z.string(),
  url: z.string(),
  event: Delivery.shape.event,
  state: Delivery.shape.state,
  created_at: time,
  asked_at: time,
  due_at: optional(time),
  attempts: json(z.array(DeliveryAttempt)),
})

export function readDelivery(row: unknown): Delivery {
  const { job_id, created_at, asked_at, due_at, ...columns } = DeliveryRow.parse(row)
  return defined({ ...columns, job: job_id, createdAt: created_at, askedAt: asked_at, dueAt: due_at })
}

function summaryOf(row: z.infer<typeof SummaryRow>): JobSummary {
  const { spokenAs, format } = row.request
  const { voice, speed, engine } = spokenAs
  const { current_segment: segment, current_text: text } = row
  return defined({
    id: row.id,
    kind: JobSummary.shape.kind.parse(row.kind),
    state: JobSummary.shape.state.parse(row.state),
    opening: row.opening,
    voice,
    speed,
    format,
    engine,
    progress: row.progress,
    message: row.message,
    segments: row.segments,
    done: row.done,
    current: segment === undefined || text === undefined ? undefined : { segment, text },
    error: row.error,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  })
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same value without the keys that hold undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>
}
