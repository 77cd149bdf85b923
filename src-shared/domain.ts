import { z } from 'zod'
import type { Phrase } from './phrases.ts'
import { engineNames, guideVoiceNames } from './speech/engines.ts'

/** A voice of the API guide, for where its own words refuse any other. */
export const GuideVoice = z.enum(guideVoiceNames)

export const speedRange = { min: 0.25, max: 4 } as const
export const Speed = z.number().min(speedRange.min).max(speedRange.max)

export const Format = z.enum(['mp4', 'mp3', 'wav'])
export type Format = z.infer<typeof Format>

/** `json` has the time of every word. */
export const SubtitleFormat = z.enum(['srt', 'vtt', 'json'])
export type SubtitleFormat = z.infer<typeof SubtitleFormat>

/** `shorts`: one portrait video per segment and a ZIP. `voiceover`: the whole text as one landscape video or sound file. */
export const JobKind = z.enum(['shorts', 'voiceover'])
export type JobKind = z.infer<typeof JobKind>

export const EngineName = z.enum(engineNames)
export type EngineName = z.infer<typeof EngineName>

/** The most characters that one job takes. */
export const scriptLimit = 100_000

/** What a video of each kind measures, in pixels. */
export const canvasSizes: Record<JobKind, { width: number; height: number }> = {
  shorts: { width: 1080, height: 1920 },
  voiceover: { width: 1920, height: 1080 },
}
/** Frames a second of every video, constant. */
export const fps = 30

/**
 * When one written word is heard. `text` is the script's own spelling, white space excluded, punctuation included;
 * a segment's timings are its whitespace-separated words, all of them, in order. Seconds from the narration's start.
 */
export const WordTiming = z.object({
  text: z.string(),
  start: z.number().min(0),
  end: z.number().min(0),
  /** A key word, as the script marks it. */
  emphasis: z.literal(true).optional(),
})
export type WordTiming = z.infer<typeof WordTiming>

/**
 * A word of a caption, a part of one in scripts that put no spaces between words, or several that belong together: joined
 * by no-break spaces, or signs that are written with a space.
 */
export const CaptionWord = z.object({
  text: z.string(),
  /** Seconds. */
  start: z.number().min(0),
  end: z.number().min(0),
  /** Which of the segment's words it belongs to or begins with, from 0. */
  word: z.number().int().nonnegative(),
  /** Whether a space stands before it in the script. */
  spaced: z.boolean(),
  /** Of a word that a line can't hold: this is the end of its line, and the next one goes on with it. */
  goesOn: z.literal(true).optional(),
  /** A key word, as the script marks it. */
  emphasis: z.literal(true).optional(),
})
export type CaptionWord = z.infer<typeof CaptionWord>

/** Words that are shown together, in one line or two. Seconds from the narration's start. */
export const CaptionCue = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  /** Of the sentence that the words belong to; a line may hold words of the other direction. */
  direction: z.enum(['ltr', 'rtl']),
  lines: z.array(z.array(CaptionWord).min(1)).min(1).max(2),
})
export type CaptionCue = z.infer<typeof CaptionCue>

/** Where word times come from: the engine itself, an aligner that listened, or shares of the time by characters. */
export const TimingSource = z.enum(['engine', 'aligned', 'transcribed', 'shares'])
export type TimingSource = z.infer<typeof TimingSource>

/**
 * Why word times are shares although somebody listened: no aligner speaks the language, the recording does not seem to
 * say the text, it is too short to hold a word, or the transcription service did not answer.
 */
export const TimingFallback = z.enum(['language', 'mismatch', 'short', 'service'])
export type TimingFallback = z.infer<typeof TimingFallback>

/** How speech differs from its text. */
export const SpeechFault = z.discriminatedUnion('kind', [
  /** Words of the text are not heard: [from, to) by index. */
  z.object({ kind: z.literal('lacks'), from: z.number().int().min(0), to: z.number().int().min(1) }),
  z.object({ kind: z.literal('repeats'), times: z.number().int().min(2) }),
  z.object({ kind: z.literal('differs') }),
  z.object({ kind: z.enum(['noise', 'silence']) }),
  /** It is shorter, or longer, than anybody could say the text in: seconds. */
  z.object({ kind: z.literal('length'), seconds: z.number().min(0) }),
])
export type SpeechFault = z.infer<typeof SpeechFault>

/**
 * Whether a recording says its text: it does; it may or may not, or nobody here knows the language; it does not. With
 * the figures that it was told by (`src-main/engines/align/verify`).
 */
export const SpeechCheck = z.object({
  verdict: z.enum(['passed', 'unsure', 'failed']),
  /** By how much the text explains the recording better than anything else does; absent for long texts. */
  margin: z.number().optional(),
  /** 0 to 1. */
  confidence: z.number(),
  scatter: z.number(),
  /** Of what failed: how. */
  fault: SpeechFault.optional(),
})
export type SpeechCheck = z.infer<typeof SpeechCheck>

/** A segment's finished speech: a mono 16-bit WAV beside the job, and when its words are heard. */
export interface Narration {
  /** Path of a mono 16-bit PCM WAV, silences trimmed, not yet levelled. */
  readonly wav: string
  readonly sampleRate: number
  /** Seconds. */
  readonly duration: number
  readonly words: readonly WordTiming[]
  readonly timing: TimingSource
  readonly timingFallback?: TimingFallback | undefined
  /** What a person should know where it is not sure that the speech says the text. */
  readonly doubt?: Phrase | undefined
  /** Characters that were sent to a paid service now (0 when all pieces came from the cache or the built-in voice). */
  readonly charactersBilled: number
}

/** What was found when a finished file was probed. It stays with the artifact. */
export const Receipt = z.object({
  /** Integrated loudness in LUFS and true peak in dBTP, of the finished sound (EBU R 128). */
  loudness: z.number(),
  /** null for digital silence, which has no peak. */
  truePeak: z.number().nullable(),
  /** Seconds of sound. */
  duration: z.number(),
  picture: z
    .object({
      width: z.number().int(),
      height: z.number().int(),
      /** Pictures in the file, and how many a second they are. */
      pictures: z.number().int(),
      rate: z.number(),
      /** Seconds by which the picture outlasts the sound; negative when the sound outlasts it. */
      outlasts: z.number(),
      /** What encoded it, in words, and why the fast way was not taken where it was asked for. */
      encoder: z.string(),
      fallback: z.string().optional(),
    })
    .optional(),
  /** Of videos: how the words that they show came out. */
  captions: z
    .object({
      /** What no font has; captions and title leave it out. */
      missing: z.array(z.string()),
      /** Words too long for a line, and the share of their size that they are shown at. */
      shrunk: z.array(z.object({ text: z.string(), share: z.number() })),
    })
    .optional(),
  /** Where the caption's times come from. */
  timing: TimingSource,
  timingFallback: TimingFallback.optional(),
})
export type Receipt = z.infer<typeof Receipt>

/** A finished file. */
export const Artifact = z.object({
  /** The segment it shows, from 1; absent for a ZIP and for a voiceover's files. */
  segment: z.number().int().positive().optional(),
  kind: z.enum(['video', 'audio', 'zip', 'subtitles']),
  /** Absolute path. */
  path: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Seconds; absent for a ZIP and subtitles. */
  duration: z.number().nonnegative().optional(),
  /** Of videos and sound. */
  receipt: Receipt.optional(),
})
export type Artifact = z.infer<typeof Artifact>
