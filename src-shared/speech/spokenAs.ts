import { z } from 'zod'
import { EngineName, Speed } from '../domain.ts'
import { appError } from '../errors.ts'
import type { Look } from '../look/look.ts'
import { fail, ok, type Result } from '../result.ts'
import { defaultVoice, type EngineFacts, guideVoiceNames } from './engines.ts'
import { mostPronunciations, Pronunciation } from './pronunciations.ts'

/** How a text is to be spoken: one value from every way in to the engine. Its defaults are the API guide's. */
export const SpokenAs = z.strictObject({
  /** One of the engine's own voices, or a name of the API guide, which every engine understands. */
  voice: z.string().min(1).max(100).default(defaultVoice),
  speed: Speed.default(1),
  /** Absent: the best one that can speak. */
  engine: EngineName.optional(),
  /** For engines that have models; absent: the engine's first. */
  model: z.string().min(1).max(100).optional(),
  /** How to speak, for models that take it. */
  instructions: z.string().min(1).max(4096).optional(),
  /** How words are said that a voice may not know. */
  pronunciations: z.array(Pronunciation).max(mostPronunciations).optional(),
})
export type SpokenAs = z.infer<typeof SpokenAs>

/** The same, with the engine that a job takes. */
export const SpokenBy = SpokenAs.extend({ engine: EngineName })
export type SpokenBy = z.infer<typeof SpokenBy>

/** The same with a look's pronunciations; those of the job itself go before them. */
export function withPronunciations<As extends SpokenAs>(
  spokenAs: As,
  { pronunciations = [] }: Pick<Look, 'pronunciations'>,
): As {
  if (pronunciations.length === 0) return spokenAs
  return { ...spokenAs, pronunciations: [...pronunciations, ...(spokenAs.pronunciations ?? [])] }
}

/** How an engine really speaks: in a voice of its own, with its model named, and nothing that it would not use. */
export interface Delivery {
  readonly voice: string
  /** 0.25 to 4; 1 is the voice's own pace. */
  readonly speed: number
  /** Absent for engines without models. */
  readonly model?: string
  readonly instructions?: string
}

/**
 * What an engine makes of a wish. Wishes that sound the same give the same, so that their speech is found again. Fails
 * with VOICE_INVALID where the engine has no such voice, VOICE_OTHER_MODEL where another of its models has it.
 */
export function deliveryOf(facts: EngineFacts, { voice, speed, model, instructions }: SpokenAs): Result<Delivery> {
  const own = voiceOf(facts, voice)
  if (own === undefined) return fail(appError('VOICE_INVALID', { voices: guideVoiceNames.join(', ') }))
  const chosen = modelOf(facts, model)
  const listed = facts.models.find(({ id }) => id === chosen)
  const { models = [] } = facts.voices.find(({ id }) => id === own) ?? {}
  if (listed && models.length > 0 && !models.includes(listed.id)) {
    return fail(appError('VOICE_OTHER_MODEL', { voice: own, model: listed.id, models: models.join(', ') }))
  }
  const directed = listed ? listed.instructions : facts.takes.instructions
  return ok({
    voice: own,
    speed,
    ...(chosen !== undefined && { model: chosen }),
    ...(directed && instructions && { instructions }),
  })
}

/** The model that speaks where `model` is asked for; undefined for engines without models. */
export function modelOf(facts: EngineFacts, model: string | undefined): string | undefined {
  return facts.takes.model ? (model ?? facts.models[0]?.id) : undefined
}

/** The engine's own voice of that name; undefined where it has none. A name of the guide is whom the engine has for it. */
export function voiceOf(facts: EngineFacts, voice: string): string | undefined {
  const named = guideVoiceNames.find((name) => name === voice)
  if (named) return facts.guide[named]
  const guides = [facts.guide, ...Object.values(facts.guides ?? {})]
  const has = (name: string) =>
    facts.voices.some(({ id }) => id === name) || guides.some((guide) => Object.values(guide).includes(name))
  if (facts.anyVoice || has(voice)) return voice
  return facts.mixesVoices && partsOfMix(voice).every(has) ? voice : undefined
}

/** The voices of `af_bella(2)+af_sky(1)`. */
const partsOfMix = (mix: string): string[] => mix.split('+').map((part) => part.replace(/\(\d*\.?\d+\)$/, ''))

/** The names that an engine understands. */
export const voicesOf = ({ voices }: Pick<EngineFacts, 'voices'>): string[] => [
  ...new Set([...guideVoiceNames, ...voices.map(({ id }) => id)]),
]

/** Names that a sentence holds; some servers have hundreds. */
const mostNamed = 40

/** Voices for a sentence: `nova, alloy, …`. */
export const nameVoices = (ids: readonly string[]): string =>
  ids.length > mostNamed ? `${ids.slice(0, mostNamed).join(', ')}, …` : ids.join(', ')
