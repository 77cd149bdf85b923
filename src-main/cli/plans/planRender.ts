import { join, parse, resolve } from 'node:path'
import { Format, JobKind, Speed, SubtitleFormat } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import type { JobRequest } from '#shared/job/request.ts'
import { anyCaptions } from '#shared/look/captionPresets.ts'
import { CaptionPreset } from '#shared/look/look.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { engineNames, engines, guideVoiceNames } from '#shared/speech/engines.ts'
import { SpokenAs, voiceOf } from '#shared/speech/spokenAs.ts'
import type { LookPlan } from './finishLook.ts'
import { planBaseUrl, planEngine } from './planEngine.ts'
import { planTranscription, type TranscriptionFlags, type TranscriptionPlan } from './planTranscription.ts'

/** The flags of `pausecut render` as they were typed. */
export interface RenderFlags extends TranscriptionFlags {
  readonly kind: string
  readonly out?: string
  readonly voice: string
  readonly speed: string
  readonly literal?: boolean
  readonly say?: string
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
  readonly request: Omit<JobRequest, 'script' | 'spokenAs' | 'look' | 'looks' | 'backgrounds'> & {
    readonly spokenAs: SpokenAs
  }
  readonly look: LookPlan
  /** A file that says how words are said; absolute. */
  readonly say?: string
  readonly baseUrl?: string
  readonly transcription?: TranscriptionPlan
}

/** Checks the flags against each other and fills in what was not typed. Every failure is wrong use. */
export function planRender(
  source: string,
  flags: RenderFlags,
  cwd: string = process.cwd(),
  env: NodeJS.ProcessEnv = process.env,
): Result<RenderPlan> {
  const kind = JobKind.safeParse(flags.kind)
  if (!kind.success) return wrong(`There is no kind '${flags.kind}'; use shorts or voiceover.`)
  const spokenAs = planSpeech(flags)
  if (!spokenAs.ok) return spokenAs
  const format = Format.safeParse(flags.format)
  if (!format.success) return fail(appError('FORMAT_INVALID', { format: flags.format }))
  if (kind.data === 'shorts' && format.data !== 'mp4') {
    return wrong(`Shorts are always mp4; for an ${format.data} file add --kind voiceover.`)
  }
  const baseUrl = planBaseUrl(flags, spokenAs.value.engine, env)
  if (!baseUrl.ok) return baseUrl
  const voice = checkVoice(spokenAs.value, baseUrl.value)
  if (!voice.ok) return voice
  const transcription = planTranscription(flags, baseUrl.value)
  if (!transcription.ok) return transcription
  const pictures = planPictures(flags)
  if (!pictures.ok) return pictures
  return ok({
    source,
    folder: resolve(cwd, flags.out || join('pausecut-exports', source === '-' ? 'script' : parse(source).name)),
    request: {
      kind: kind.data,
      markup: flags.literal ? 'none' : 'light',
      spokenAs: spokenAs.value,
      format: format.data,
      subtitles: pictures.value.subtitles,
      encoder: pictures.value.encoder,
    },
    look: {
      ...(flags.look && { name: flags.look }),
      ...(flags.background && { background: resolve(cwd, flags.background) }),
      ...(pictures.value.captions && { captions: pictures.value.captions }),
    },
    ...(flags.say && { say: resolve(cwd, flags.say) }),
    ...(baseUrl.value && { baseUrl: baseUrl.value }),
    ...(transcription.value && { transcription: transcription.value }),
  })
}

/** Who speaks, and how. */
function planSpeech(flags: RenderFlags): Result<SpokenAs> {
  const { voice, model, instructions } = flags
  const speed = Speed.safeParse(flags.speed.trim() === '' ? Number.NaN : Number(flags.speed))
  if (!speed.success) return fail(appError('SPEED_INVALID'))
  const engine = planEngine(flags)
  if (!engine.ok) return engine
  const spokenAs = SpokenAs.safeParse({
    voice,
    speed: speed.data,
    engine: engine.value,
    model: model || undefined,
    instructions: instructions || undefined,
  })
  if (spokenAs.success) return ok(spokenAs.data)
  const [field] = spokenAs.error.issues[0]?.path ?? []
  return wrong(`--${String(field)} is too long; make it shorter.`)
}

/** Refuses a voice that no engine can have; which voices a server of one's own or the machine has, they say themselves. */
function checkVoice({ voice, engine }: SpokenAs, baseUrl: string | undefined): Result<void> {
  const asked = engineNames.filter((name) => engine === undefined || name === engine)
  const mayHave = asked.some(
    (name) => (baseUrl !== undefined && engines[name].takes.baseUrl) || (engine === name && engines[name].ofMachine),
  )
  if (mayHave || asked.some((name) => voiceOf(engines[name], voice) !== undefined)) return ok(undefined)
  return fail(appError('VOICE_INVALID', { voices: guideVoiceNames.join(', ') }))
}

function planPictures(
  flags: RenderFlags,
): Result<Pick<JobRequest, 'subtitles' | 'encoder'> & Pick<LookPlan, 'captions'>> {
  const { encoder } = flags
  if (encoder !== 'auto' && encoder !== 'x264') return wrong(`There is no encoder '${encoder}'; use auto or x264.`)
  const captions = CaptionPreset.optional().safeParse(flags.captions)
  if (!captions.success) {
    return wrong(`There are no captions '${flags.captions}'; use ${anyCaptions}.`)
  }
  const named = flags.subtitles === 'none' ? [] : flags.subtitles.split(',').map((name) => name.trim())
  const subtitles = SubtitleFormat.array().safeParse([...new Set(named)])
  if (!subtitles.success) return wrong(`'${flags.subtitles}' names no subtitles; use srt, vtt, json, or none.`)
  return ok({ encoder, subtitles: subtitles.data, ...(captions.data && { captions: captions.data }) })
}

const wrong = (reason: string): { ok: false; error: AppError } => ({
  ok: false,
  error: appError('REQUEST_INVALID', { reason: words(reason) }),
})
