import { z } from 'zod'
import {
  EngineName,
  Format,
  JobKind,
  Speed,
  SubtitleFormat,
  scriptLimit,
  Voice,
  voiceDescriptions,
} from '#shared/domain.ts'
import { CaptionPreset, DrawnBackground, Look, NamedLook } from '#shared/look/look.ts'

// What the fields of a request are, for OpenAPI and for whoever reads a refusal.
const Script = z
  .string()
  .min(1)
  .max(scriptLimit)
  .meta({ description: 'Text to speak. `— pause —` cuts it into segments.' })
const Address = z.string().min(1).max(2048)

/** `nova: clear, professional; alloy: …` */
const words = (descriptions: Readonly<Record<string, string>>) =>
  Object.entries(descriptions)
    .map(([name, description]) => `${name}: ${description.toLowerCase()}`)
    .join('; ')

/** A look may name files only where it was saved on this machine: a caller of the API brings none of its own. */
const InlineLook = Look.omit({ logo: true, music: true }).extend({ background: DrawnBackground.optional() })

const shared = {
  script: Script,
  voice: Voice.default('nova').meta({ description: words(voiceDescriptions) }),
  speed: Speed.default(1).meta({ description: '1 is the normal speed, 1.2 good for news.' }),
  background_image_url: Address.optional().meta({
    description: 'A PNG, JPEG or WebP of at most 20 MiB; fetched before any speech is made.',
  }),
  webhook_url: Address.optional().meta({ description: 'Gets a POST when the job is completed or failed.' }),
  engine: EngineName.optional().meta({ description: 'Absent: openai where a key is there, else the built-in voice.' }),
  model: z.string().min(1).max(100).optional().meta({ description: 'Of the openai engine.' }),
  instructions: z.string().min(1).max(4096).optional().meta({ description: 'How to speak, for models that take it.' }),
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
    kind: JobKind.default('shorts').meta({ description: 'shorts is cut at its markers, a voiceover is one piece.' }),
    voice: shared.voice,
    speed: shared.speed,
    engine: shared.engine,
    model: shared.model,
    instructions: shared.instructions,
  })
  .meta({ id: 'EstimateRequest', examples: [{ script: cut }] })

/** Bodies of calls that need none. */
export const NoBody = z.strictObject({}).optional()
