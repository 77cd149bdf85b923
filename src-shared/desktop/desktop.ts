import { z } from 'zod'
import { JobKind, Receipt, WordTiming } from '../domain.ts'
import { JobWarning } from '../job/job.ts'
import { PackPresence, VoicePack } from '../speech/voicePacks.ts'
import { WireError, WirePhrase } from '../wireError.ts'
import { Choices } from './settings.ts'

/** What the desktop app keeps and shows besides jobs. Every `url` is one that the page may load as it is. */

/** The most characters of a draft; a job takes less (`scriptLimit`), but nothing typed is lost. */
export const draftLimit = 1_000_000

/** The images that a script names (`[background: beach.jpg]`): absolute paths of the app's copies, by the names there. */
export const NamedImages = z.record(z.string().max(2048), z.string())
export type NamedImages = z.infer<typeof NamedImages>

/** A script in work, kept at every change. */
export const Draft = z.strictObject({
  id: z.uuid(),
  /** The file's name that it came from; empty when it was written here. */
  name: z.string().max(255),
  /** The whole text, with its pause markers. */
  script: z.string().max(draftLimit),
  choices: Choices,
  images: NamedImages.optional(),
})
export type Draft = z.infer<typeof Draft>

/** A kept script in the list of scripts, the last changed first. */
export const DraftSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The script's first words. */
  opening: z.string(),
  characters: z.number().int().nonnegative(),
  updatedAt: z.iso.datetime(),
})
export type DraftSummary = z.infer<typeof DraftSummary>

/** An image that the app took in: a copy of its own, so that it stays when the original goes. */
export const ImportedImage = z.object({
  /** Absolute path, for `Look.background.file` and `Look.logo.file`. */
  file: z.string(),
  name: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** The image itself, and one of at most 320 pixels. */
  url: z.string(),
  thumbnail: z.string(),
})
export type ImportedImage = z.infer<typeof ImportedImage>

/** One finished file as the library shows it. */
export const LibraryFile = z.object({
  /** Its download name, unique among all jobs. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(['video', 'audio', 'zip', 'subtitles']),
  /** The segment it shows, from 1; absent for a ZIP and for a voiceover's files. */
  segment: z.number().int().positive().optional(),
  /** What is spoken in it; its beginning when that is long. */
  text: z.string().optional(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Seconds; absent for a ZIP and subtitles. */
  duration: z.number().nonnegative().optional(),
  /** Plays in the page (sound and video only). */
  url: z.string().optional(),
  /** A still of a video. */
  thumbnail: z.string().optional(),
  receipt: Receipt.optional(),
  /** Where it was copied to in the export folder. */
  exported: z.string().optional(),
  /** Somebody moved or removed the file. */
  missing: z.boolean(),
})
export type LibraryFile = z.infer<typeof LibraryFile>

/** A job's finished files, as the library lists them. */
export const LibraryEntry = z.object({
  job: z.string(),
  kind: JobKind,
  opening: z.string(),
  createdAt: z.iso.datetime(),
  /** In script order, the ZIP last. */
  files: z.array(LibraryFile),
  /** What a person should know of them. */
  warnings: z.array(JobWarning),
})
export type LibraryEntry = z.infer<typeof LibraryEntry>

/** How far a part is that is being worked on. `share` of its stage, 0 to 1. */
export const PartUnderWay = z.object({
  segment: z.number().int().positive(),
  stage: z.enum(['speak', 'render']),
  share: z.number().min(0).max(1),
})
export type PartUnderWay = z.infer<typeof PartUnderWay>

/** Whether there is a key for the speech service; the key itself never leaves the keychain. */
export const KeyState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('keychain') }),
  /** From OPENAI_API_KEY; the app can not remove it. */
  z.object({ state: z.literal('environment') }),
  z.object({ state: z.literal('unavailable'), error: WireError }),
])
export type KeyState = z.infer<typeof KeyState>

/** The most requests to the local API that the app keeps and shows, the newest. */
export const requestLogLimit = 200

/** One request to the local API. */
export const RequestLogEntry = z.object({
  id: z.number().int().positive(),
  at: z.iso.datetime(),
  method: z.string(),
  path: z.string(),
  status: z.number().int(),
  /** Milliseconds. */
  took: z.number().nonnegative(),
})
export type RequestLogEntry = z.infer<typeof RequestLogEntry>

/** The local API as the app runs it. */
export const ApiState = z.object({
  /** As it is set; `url` is there when it listens. */
  on: z.boolean(),
  port: z.number().int().min(1024).max(65_535),
  url: z.string().optional(),
  /** Whether callers must send a token. The token itself is only ever copied to the clipboard. */
  token: z.boolean(),
  /** Why it does not listen. */
  error: WireError.optional(),
})
export type ApiState = z.infer<typeof ApiState>

export const UpdateState = z.discriminatedUnion('state', [
  /** This build has no place to ask. */
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('current') }),
  z.object({ state: z.literal('checking') }),
  z.object({ state: z.literal('downloading'), version: z.string(), percent: z.number().min(0).max(100) }),
  /** Installed when the app ends. */
  z.object({ state: z.literal('ready'), version: z.string() }),
  z.object({ state: z.literal('failed'), error: WireError }),
])
export type UpdateState = z.infer<typeof UpdateState>

/** Speech that can be played in the page. */
export const SpokenText = z.object({
  url: z.string(),
  /** Seconds. */
  duration: z.number().nonnegative(),
  /** One entry per whitespace-separated word; empty for a voice sample. */
  words: z.array(WordTiming),
  /** The waveform as the video will draw it (pipeline/traceWaveform): `perSecond` pictures a second, `columns` heights each, 0 to 1. */
  levels: z.instanceof(Float32Array),
  columns: z.number().int().positive(),
  perSecond: z.number().positive(),
  /** Characters that were bought for it now. */
  charactersBilled: z.number().int().nonnegative(),
})
export type SpokenText = z.infer<typeof SpokenText>

/** How many units of its own a shape is wide or high, whichever is more. */
export const shapeUnits = 10_000

/** One outline of the captions or the title card, in one colour for some pictures (pipeline/captions/outline). */
export const PaintedOutline = z.object({
  /** Back to front. */
  layer: z.number(),
  /** Pictures [from, to) that show it, 30 a second. */
  from: z.number().int(),
  to: z.number().int(),
  /** Its place in the window's `paths`. */
  path: z.number().int().nonnegative(),
  /** `#rrggbb` */
  colour: z.string(),
  /** 0 to 1 */
  opacity: z.number(),
  /** Grown by this many pixels on all sides, with round corners. */
  spread: z.number().optional(),
  /** Softened by about this many pixels. */
  blur: z.number().optional(),
})
export type PaintedOutline = z.infer<typeof PaintedOutline>

/** Where the waveform is and how it looks (pipeline/scene/sceneWaveform); pixels of the canvas. */
export const PaintedWaveform = z.object({
  rect: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  style: z.enum(['line', 'bars', 'mirrored']),
  colour: z.string(),
  opacity: z.number(),
  columns: z.number().int().positive(),
})
export type PaintedWaveform = z.infer<typeof PaintedWaveform>

/**
 * What changes in some seconds of a segment's video, as outlines: what the page draws is what is rendered. At most about
 * 150 kB, however long the segment is: the next window is had by another call.
 */
export const PaintedWindow = z.object({
  /** Picture that was asked for, within the segment. */
  at: z.number().int().nonnegative(),
  /** Pictures [from, to) that this says everything about; `at` is one of them. */
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  /** SVG path data of closed contours from (0, 0), `shapeUnits` wide or high. */
  shapes: z.array(z.string()),
  /**
   * Each path is what of its shapes, where: four whole numbers for each contour, its place in `shapes`, then its size
   * (width or height, whichever is more), x and y in hundredths of a pixel of the frame. Filled as one by the non-zero
   * rule.
   */
  paths: z.array(z.array(z.number().int())),
  painted: z.array(PaintedOutline),
  /** How many pictures the whole segment has, 30 a second. */
  pictures: z.number().int().positive(),
  waveform: PaintedWaveform.optional(),
  /** What the whole segment's captions leave out or show small; the first ones, where these are many. */
  warnings: z.array(WirePhrase),
})
export type PaintedWindow = z.infer<typeof PaintedWindow>

/** A voice pack, and what is here of it. */
export const PackState = VoicePack.pick({ name: true, licence: true, languages: true, verified: true }).extend({
  /** Bytes of all of it. */
  bytes: z.number().int().positive(),
  /** `fetching`: by this app, at this moment. */
  state: z.enum([...PackPresence.shape.state.options, 'fetching']),
  /** Bytes that are here. */
  done: z.number().int().nonnegative(),
  /** Why it is not being fetched any more. */
  error: WireError.optional(),
})
export type PackState = z.infer<typeof PackState>
