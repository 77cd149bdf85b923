import { z } from 'zod'
import type { VoiceFacts } from '#shared/speech/engines.ts'
import { describeVoice } from '../../describeVoice.ts'

/** Voices of one server that are kept, and letters of an id: as many as a wish may name. */
const mostVoices = 2000
const Id = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]+$/u)
const Words = z.string().trim().min(1).max(300)

/** A field that is as it should be, or is left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Entry = z.object({
  id: optional(Id),
  voice_id: optional(Id),
  voice: optional(Id),
  name: optional(Id),
  display_name: optional(Words),
  description: optional(Words),
  language: optional(z.union([Words, z.array(Words)])),
  languages: optional(z.array(Words)),
  lang: optional(Words),
  locale: optional(Words),
  gender: optional(Words),
  preview_url: optional(z.url({ protocol: /^https?$/ })),
  object: z.unknown().optional(),
})

/** An object that holds lists under one of these names; `data` and `models` are those of `/v1/models`. */
const Holder = z.object({
  voices: z.unknown().optional(),
  data: z.unknown().optional(),
  models: z.unknown().optional(),
  items: z.unknown().optional(),
  results: z.unknown().optional(),
})

/** Lists within lists that are looked into. */
const deepest = 4

/**
 * The voices in what a server lists, in all the forms that servers answer in: `["af_heart"]`, `[{ id, name }]`,
 * `{ voices: […] }` with whatever beside it, `{ voices: { "af_heart": { … } } }`, `{ "en": ["amy"] }`, and models that
 * have `voices`. Empty where there are none.
 */
export function readVoices(answer: unknown): readonly VoiceFacts[] {
  const found = new Map<string, VoiceFacts>()
  for (const voice of listed(answer, deepest)) {
    if (found.size < mostVoices && !found.has(voice.id)) found.set(voice.id, voice)
  }
  return [...found.values()]
}

/** The voices of `/v1/models`: those that its models have, since a model itself is none. */
export function readModelVoices(answer: unknown): readonly VoiceFacts[] {
  return readVoices(modelsIn(answer).flatMap(({ voices }) => (voices === undefined ? [] : [voices])))
}

const Model = z.union([
  z
    .string()
    .min(1)
    .max(200)
    .transform((id) => ({ id, voices: undefined })),
  z.object({ id: z.string().min(1).max(200), voices: z.unknown().optional() }),
])

/** The models of `/v1/models`, in OpenAI's form and in others. */
export function modelsIn(answer: unknown): readonly { readonly id: string; readonly voices?: unknown }[] {
  const { data, models } = Holder.safeParse(answer).data ?? {}
  const list = [answer, data, models].find(Array.isArray) ?? []
  return list.slice(0, mostVoices).flatMap((model: unknown) => Model.safeParse(model).data ?? [])
}

function listed(value: unknown, depth: number): readonly VoiceFacts[] {
  if (depth === 0) return []
  if (Array.isArray(value)) {
    return value.slice(0, mostVoices).flatMap((entry) => entryOf(entry) ?? listed(entry, depth - 1))
  }
  if (value === null || typeof value !== 'object') return []
  const { voices, data, models, items, results } = Holder.safeParse(value).data ?? {}
  const held = voices ?? data ?? models ?? items ?? results
  if (held !== undefined) return held !== null && isMap(held) ? named(held, depth - 1) : listed(held, depth - 1)
  return named(value, depth - 1, true)
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('voices' in value || 'data' in value)

/** An object by whose keys the voices are named, or the languages of lists of them. */
function named(map: object, depth: number, listsOnly = false): readonly VoiceFacts[] {
  return Object.entries(map)
    .slice(0, mostVoices)
    .flatMap(([key, value]: [string, unknown]) => {
      if (Array.isArray(value)) return isLanguage(key) ? withLanguage(listed(value, depth), key) : []
      if (listsOnly) return []
      const id = Id.safeParse(key)
      if (!id.success) return []
      return entryOf({ ...(value !== null && typeof value === 'object' ? value : {}), id: id.data }) ?? []
    })
}

const withLanguage = (voices: readonly VoiceFacts[], key: string) =>
  voices.map((voice) => (voice.languages.length > 0 ? voice : { ...voice, languages: languagesOf([key]) }))

/** One voice; undefined for what is none. */
function entryOf(value: unknown): readonly VoiceFacts[] | undefined {
  const name = Id.safeParse(value)
  if (name.success) return [describeVoice(name.data)]
  const entry = value !== null && typeof value === 'object' && !Array.isArray(value) && Entry.safeParse(value).data
  if (!entry || entry.object === 'model' || (value as { voices?: unknown }).voices !== undefined) return undefined
  const id = entry.id ?? entry.voice_id ?? entry.voice ?? entry.name
  if (id === undefined) return undefined
  const own = describeVoice(id)
  const title = entry.display_name ?? (entry.name === id ? undefined : entry.name)
  const told = [entry.locale, entry.languages, entry.language, entry.lang].find((some) => some !== undefined)
  const languages = languagesOf([told ?? []].flat())
  const sex = /^\W*f/i.test(entry.gender ?? '') ? 'female' : /^\W*m/i.test(entry.gender ?? '') ? 'male' : own.sex
  return [
    {
      id,
      name: title ?? own.name,
      languages: own.languages.length > 0 ? own.languages : languages,
      ...(sex && { sex }),
      ...(entry.description && { description: entry.description }),
      ...(entry.preview_url && { sample: entry.preview_url }),
    },
  ]
}

/** BCP 47 tags; words such as `English`, and `multilingual`, say nothing that can be held against a script. */
const languagesOf = (told: readonly string[]): string[] =>
  told.map((tag) => tag.replaceAll('_', '-')).filter((tag) => isLanguage(tag))

function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(tag)) return false
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-')).length === 1
  } catch {
    return false
  }
}
