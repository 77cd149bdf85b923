import { z } from 'zod'
import { Format, JobKind, SubtitleFormat } from '../domain.ts'
import { Look } from '../look/look.ts'
import { defaultLook } from '../look/looks.ts'
import { mostPronunciations, Pronunciation } from '../speech/pronunciations.ts'
import { SpokenAs } from '../speech/spokenAs.ts'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** The languages of the app, each by its own name. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languageNames
export const languages = Object.keys(languageNames) as Language[]
export const Language = z.enum(languages)

/** What is chosen for a script besides its words. A new script starts with what was chosen last. */
export const Choices = z.strictObject({
  kind: JobKind.default('shorts'),
  spokenAs: SpokenAs.prefault({}),
  /** Voiceovers only; Shorts are always mp4. */
  format: Format.default('mp4'),
  /** Files written beside each video. */
  subtitles: z.array(SubtitleFormat).default([...SubtitleFormat.options]),
  /** Files in it are images and music that the app took in (see `ImportedImage`). */
  look: Look.default(defaultLook),
  /** The saved look that `look` started from. */
  lookName: z.string().max(60).optional(),
})
export type Choices = z.infer<typeof Choices>

/** A local speech server, or OpenAI itself when empty. */
const SpeechAddress = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])

/** The template of exported files' names: letters of file names, `{date}`, and at least `{index}` or `{keywords}`. */
const NameTemplate = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u, 'A file name can not hold \\ / : * ? " < > |')
  .regex(/\{(index|keywords)\}/, 'The name needs {index} or {keywords}, so that files can be told apart')

/** The settings that the page may change by itself. */
export const Settings = z.strictObject({
  theme: Theme,
  language: z.union([z.literal('system'), Language]),
  /** Base URL of a server that speaks OpenAI's speech API; empty: OpenAI's own. */
  speechUrl: SpeechAddress,
  /** The model of the same server that hears words where the aligner can not follow the speech; empty: none is asked. */
  transcriptionModel: z.string().max(100),
  /** How words are said, in all that the app makes. */
  pronunciations: z.array(Pronunciation).max(mostPronunciations).readonly(),
  exportName: NameTemplate,
  /** Goes on in the tray when the window is closed while something renders. */
  finishInTray: z.boolean(),
  notifications: z.boolean(),
  /** Whether the editor offers a natural voice; off for good once that was answered. */
  offerNaturalVoice: z.boolean(),
  /** Safe areas of Shorts, TikTok and Reels over the preview. */
  safeAreas: z.enum(['off', 'shorts', 'tiktok', 'reels']),
})
export type Settings = z.infer<typeof Settings>

/** What is set until somebody sets something else. The schema has no defaults: a change would reset what it does not name. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  speechUrl: '',
  transcriptionModel: '',
  pronunciations: [],
  exportName: '{date} {index} {keywords}',
  finishInTray: false,
  notifications: true,
  offerNaturalVoice: true,
  safeAreas: 'off',
}
