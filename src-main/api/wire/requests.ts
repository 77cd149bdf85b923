import { z } from 'zod'
import { Format, JobKind, Speed, SubtitleFormat, scriptLimit } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { CaptionPreset, DrawnBackground, Look, NamedLook } from '#shared/look/look.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { Markup } from '#shared/script/parseScript.ts'
import { writeScript } from '#shared/script/writeScript.ts'
import { defaultVoice, guideVoiceNames, guideVoices } from '#shared/speech/engines.ts'
import { Pronunciation } from '#shared/speech/pronunciations.ts'
import { SpokenAs } from '#shared/speech/spokenAs.ts'

// What the fields of a request are, for OpenAPI and for whoever reads a refusal.
const Script = z
  .string()
  .min(1)
  .max(scriptLimit)
  .optional()
  .meta({ description: 'Text to speak. `— pause —` cuts it into segments. Required where there are no segments.' })
const markup = Markup.default('light').meta({
  description: 'light takes formatting out of the script (emphasis, links, headings, tags); none leaves it as it is.',
})
const Address = z.string().min(1).max(2048)

/** `nova: clear, professional; alloy: …` */
const described = (descriptions: Readonly<Record<string, string>>) =>
  Object.entries(descriptions)
    .map(([name, description]) => `${name}: ${description.toLowerCase()}`)
    .join('; ')

/** A look may name files only where it was saved on this machine: a caller of the API brings none of its own. */
const InlineLook = Look.omit({ logo: true, music: true }).extend({ background: DrawnBackground.optional() })

const how = SpokenAs.shape
/** One of the guide's names, or one of the engine's own. */
const Voice = how.voice.unwrap()
const mostPronunciations = 200
const pronunciations = z
  .union([
    z
      .record(Pronunciation.shape.written, Pronunciation.shape.said)
      .refine(
        (list) => Object.keys(list).length <= mostPronunciations,
        `it has more than ${mostPronunciations} entries`,
      ),
    z.array(Pronunciation.pick({ written: true, said: true })).max(mostPronunciations),
  ])
  .optional()
  .meta({ description: 'How words are said, as they are written: {"Nguyen": "win"}, or [{"written", "said"}].' })

/** The most segments that one call gives apart from each other. */
const mostSegments = 500
const GivenSegment = z
  .strictObject({
    text: z.string().min(1).max(scriptLimit),
    title: z.string().min(1).max(200).optional(),
    voice: Voice.optional(),
    speed: Speed.optional(),
    background_image_url: Address.optional(),
  })
  .meta({ id: 'Segment' })
const segments = z
  .array(GivenSegment)
  .min(1)
  .max(mostSegments)
  .optional()
  .meta({ description: 'In place of script: its segments, each with a title, voice, speed or background of its own.' })

const shared = {
  script: Script,
  voice: Voice.default(defaultVoice).meta({
    description: `${described(guideVoices)}; or any voice that the engine has (GET /api/v1/voices).`,
    examples: guideVoiceNames,
  }),
  speed: how.speed.meta({ description: '1 is the normal speed, 1.2 good for news.' }),
  background_image_url: Address.optional().meta({
    description: 'A PNG, JPEG or WebP of at most 20 MiB; fetched before any speech is made.',
  }),
  webhook_url: Address.optional().meta({ description: 'Gets a POST when the job is completed or failed.' }),
  engine: how.engine.meta({ description: 'Absent: the best one that can speak.' }),
  model: how.model.meta({ description: 'For engines that have models.' }),
  instructions: how.instructions.meta({ description: 'How to speak, for models that take it.' }),
  pronunciations,
  look: z
    .union([NamedLook.shape.name, InlineLook])
    .optional()
    .meta({ description: 'The name of a look, or a look without files.' }),
  captions: CaptionPreset.optional().meta({ description: "In place of the look's own." }),
  subtitles: z
    .array(SubtitleFormat)
    .max(SubtitleFormat.options.length)
    .optional()
    .meta({ description: 'Files beside each video, all three at first; json has the time of every word.' }),
  segments,
  markup,
}
const cut = 'Tech stocks are rallying — pause — Apple reported strong earnings today'

export const ShortsRequest = z
  .strictObject(shared)
  .meta({ id: 'ShortsRequest', examples: [{ script: cut, voice: 'nova', speed: 1.2 }] })
export type ShortsRequest = z.output<typeof ShortsRequest>

export const VoiceoverRequest = z
  .strictObject({ ...shared, format: Format.default('mp4').meta({ description: 'A video, or sound alone.' }) })
  .meta({
    id: 'VoiceoverRequest',
    examples: [{ script: 'Welcome to our quarterly business review.', voice: 'nova', format: 'mp4' }],
  })
export type VoiceoverRequest = z.output<typeof VoiceoverRequest>

export const EstimateBody = z
  .strictObject({
    script: shared.script,
    segments,
    markup: shared.markup,
    kind: JobKind.default('shorts').meta({ description: 'shorts is cut at its markers, a voiceover is one piece.' }),
    voice: shared.voice,
    speed: shared.speed,
    engine: shared.engine,
    model: shared.model,
    instructions: shared.instructions,
    pronunciations,
  })
  .meta({ id: 'EstimateRequest', examples: [{ script: cut }] })

/**
 * The script of a request that gives it whole or in segments. Fails with SCRIPT_REQUIRED, SCRIPT_TOO_LONG, or where it
 * gives both.
 */
export function takeScript({
  script,
  segments,
}: Pick<z.output<typeof EstimateBody>, 'script' | 'segments'>): Result<string> {
  if (!segments) return script === undefined ? fail(appError('SCRIPT_REQUIRED')) : ok(script)
  if (script !== undefined)
    return fail(appError('REQUEST_INVALID', { reason: words("Send either 'script' or 'segments', not both") }))
  const written = writeScript(
    segments.map(({ background_image_url: background, ...segment }) => ({ ...segment, background })),
  )
  const { length } = written
  return length > scriptLimit ? fail(appError('SCRIPT_TOO_LONG', { length, limit: scriptLimit })) : ok(written)
}

/** The fields of a request that say how to speak. */
type SpeechFields = Pick<
  z.output<typeof EstimateBody>,
  'voice' | 'speed' | 'engine' | 'model' | 'instructions' | 'pronunciations'
>

/** They as the one value that they are everywhere else, and the rest of the request. */
export function takeSpeech<Body extends SpeechFields>(body: Body) {
  const { voice, speed, engine, model, instructions, pronunciations: said, ...rest } = body
  const list =
    said && (Array.isArray(said) ? said : Object.entries(said).map(([word, as]) => ({ written: word, said: as })))
  return { rest, spokenAs: { voice, speed, engine, model, instructions, pronunciations: list } satisfies SpokenAs }
}

/** Bodies of calls that need none. */
export const NoBody = z.strictObject({}).optional()
