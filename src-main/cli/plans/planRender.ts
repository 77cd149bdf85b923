import { join, parse, resolve } from 'node:path'
import { EngineName, Format, JobKind, Speed, SubtitleFormat, Voice, voiceNames } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { JobRequest } from '#shared/job/request.ts'
import { CaptionPreset, captionPresets } from '#shared/look/look.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { planTranscription, type TranscriptionFlags, type TranscriptionPlan } from './planTranscription.ts'
import { isWebAddress } from './webAddress.ts'

/** The flags of `pausecut render` as they were typed. */
export interface RenderFlags extends TranscriptionFlags {
  readonly kind: string
  readonly out?: string
  readonly voice: string
  readonly speed: string
  readonly engine?: string
  readonly model?: string
  readonly instructions?: string
  readonly baseUrl?: string
  readonly background?: string
  readonly look?: string
  readonly captions?: string
  readonly subtitles: string
  readonly format: string
  readonly encoder: string
  readonly receipt?: boolean
  readonly json?: boolean
  readonly verbose?: boolean
}

/** What they mean. */
export interface RenderPlan {
  /** Path of the script, or `-`. */
  readonly source: string
  /** Absolute. */
  readonly folder: string
  readonly request: Pick<JobRequest, 'kind' | 'voice' | 'speed' | 'format' | 'subtitles' | 'encoder'> &
    Partial<Pick<JobRequest, 'model' | 'instructions' | 'background' | 'captions'>>
  /** A look's name, or the path of its file; absent: the default look. */
  readonly look?: string
  /** Absent: the best one that can speak. */
  readonly engine?: EngineName
  readonly baseUrl?: string
  readonly transcription?: TranscriptionPlan
}

const openAiFlags = { model: '--model', instructions: '--instructions', baseUrl: '--base-url' } as const

/** Checks the flags against each other and fills in what was not typed. Every failure is wrong use. */
export function planRender(
  source: string,
  flags: RenderFlags,
  cwd: string = process.cwd(),
  env: NodeJS.ProcessEnv = process.env,
): Result<RenderPlan> {
  const kind = JobKind.safeParse(flags.kind)
  if (!kind.success) return wrong(`There is no kind '${flags.kind}'; use shorts or voiceover.`)
  const voice = Voice.safeParse(flags.voice)
  if (!voice.success) return fail(appError('VOICE_INVALID', { voices: voiceNames.join(', ') }))
  const speed = Speed.safeParse(flags.speed.trim() === '' ? Number.NaN : Number(flags.speed))
  if (!speed.success) return fail(appError('SPEED_INVALID'))
  const format = Format.safeParse(flags.format)
  if (!format.success) return fail(appError('FORMAT_INVALID', { format: flags.format }))
  if (kind.data === 'shorts' && format.data !== 'mp4') {
    return wrong(`Shorts are always mp4; for an ${format.data} file add --kind voiceover.`)
  }
  const engine = planEngine(flags)
  if (!engine.ok) return engine
  // As OpenAI's own tools have it; it chooses no engine by itself.
  const baseUrl = flags.baseUrl ?? (engine.value === 'builtin' ? undefined : env.OPENAI_BASE_URL || undefined)
  if (baseUrl !== undefined && !isWebAddress(baseUrl)) {
    return wrong(`'${baseUrl}' is no address of a speech server; write one such as http://localhost:8880/v1.`)
  }
  const transcription = planTranscription(flags, baseUrl)
  if (!transcription.ok) return transcription
  const pictures = planPictures(flags)
  if (!pictures.ok) return pictures
  return ok({
    source,
    folder: resolve(cwd, flags.out || join('pausecut-exports', source === '-' ? 'script' : parse(source).name)),
    request: {
      kind: kind.data,
      voice: voice.data,
      speed: speed.data,
      format: format.data,
      ...pictures.value,
      ...(flags.model && { model: flags.model }),
      ...(flags.instructions && { instructions: flags.instructions }),
      ...(flags.background && { background: resolve(cwd, flags.background) }),
    },
    ...(flags.look && { look: flags.look }),
    ...(engine.value && { engine: engine.value }),
    ...(baseUrl && { baseUrl }),
    ...(transcription.value && { transcription: transcription.value }),
  })
}

function planPictures(
  flags: RenderFlags,
): Result<Pick<JobRequest, 'subtitles' | 'encoder'> & Partial<Pick<JobRequest, 'captions'>>> {
  const { encoder } = flags
  if (encoder !== 'auto' && encoder !== 'x264') return wrong(`There is no encoder '${encoder}'; use auto or x264.`)
  const captions = CaptionPreset.optional().safeParse(flags.captions)
  if (!captions.success) {
    return wrong(`There are no captions '${flags.captions}'; use ${captionPresets.join(', ')}.`)
  }
  const named = flags.subtitles === 'none' ? [] : flags.subtitles.split(',').map((name) => name.trim())
  const subtitles = SubtitleFormat.array().safeParse([...new Set(named)])
  if (!subtitles.success) return wrong(`'${flags.subtitles}' names no subtitles; use srt, vtt, json, or none.`)
  return ok({ encoder, subtitles: subtitles.data, ...(captions.data && { captions: captions.data }) })
}

/** The engine that was named, or the one that the other flags can only mean. */
function planEngine(flags: RenderFlags): Result<EngineName | undefined> {
  const meant = (['model', 'instructions', 'baseUrl'] as const).find((name) => flags[name] !== undefined)
  if (flags.engine === undefined) return ok(meant && 'openai')
  const engine = EngineName.safeParse(flags.engine)
  if (!engine.success) return wrong(`There is no engine '${flags.engine}'; use builtin or openai.`)
  if (engine.data === 'builtin' && meant) {
    return wrong(`${openAiFlags[meant]} is for OpenAI's voices; leave it out, or use --engine openai.`)
  }
  return ok(engine.data)
}

const wrong = (reason: string): { ok: false; error: AppError } => ({
  ok: false,
  error: appError('REQUEST_INVALID', { reason: words(reason) }),
})
