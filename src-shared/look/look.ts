import { z } from 'zod'
import type { JobKind } from '../domain.ts'
import { mostPronunciations, Pronunciation } from '../speech/pronunciations.ts'
import { captionChoices, faceNames } from './captionPresets.ts'

/** A colour as web pages write it, in the sRGB space. */
export const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'A colour is written as # and six hexadecimal digits, such as #ff7a45')

/** The drawn backgrounds that come with the product. */
export const gradientNames = ['dusk', 'graphite', 'aurora', 'paper', 'cobalt', 'ember'] as const
export const GradientName = z.enum(gradientNames)
export type GradientName = z.infer<typeof GradientName>

/** How captions show the words. */
export const CaptionPreset = z.enum(captionChoices)
export type CaptionPreset = z.infer<typeof CaptionPreset>

export const FaceName = z.enum(faceNames)
export type FaceName = z.infer<typeof FaceName>

export const Place = z.enum(['top', 'middle', 'bottom'])
export type Place = z.infer<typeof Place>

/** A drawn background, in its own colours or in two to five others (the first is the ground). */
const Gradient = z.strictObject({
  kind: z.literal('gradient'),
  name: GradientName,
  colours: z.array(Colour).min(2).max(5).optional(),
})
const Solid = z.strictObject({ kind: z.literal('solid'), colour: Colour })
/** Absolute path of a PNG, JPEG or WebP. */
const Picture = z.strictObject({ kind: z.literal('picture'), file: z.string().min(1) })

/** Backgrounds that need no file. */
export const DrawnBackground = z.discriminatedUnion('kind', [Gradient, Solid])

export const Background = z.discriminatedUnion('kind', [Picture, Gradient, Solid])
export type Background = z.infer<typeof Background>

/** `cover` fills the frame and crops; `contain` shows the whole picture over its own blur. */
const Fit = z.enum(['cover', 'contain'])

const Motion = z.enum(['still', 'zoom-in', 'zoom-out', 'pan-left', 'pan-right'])

const CaptionLook = z.strictObject({
  /** Absent: `default` in portrait, `sentence` in landscape. */
  preset: CaptionPreset.optional(),
  place: Place.default('bottom'),
  /** Factor on the preset's own size. */
  size: z.number().min(0.5).max(2).default(1),
  /** Absent: the preset's own face. */
  face: FaceName.optional(),
  /** Absent colours are the preset's own. */
  colours: z
    .strictObject({
      text: Colour.optional(),
      /** The word that is being spoken. */
      lit: Colour.optional(),
      /** The rim around letters and the shadow under them. */
      edge: Colour.optional(),
      /** The plate behind boxed captions. */
      plate: Colour.optional(),
    })
    .prefault({}),
  /** Absent: as the preset has it. */
  upperCase: z.boolean().optional(),
})

const WaveformLook = z.strictObject({
  style: z.enum(['none', 'line', 'bars', 'mirrored']).default('mirrored'),
  colour: Colour.default('#ffd9b8'),
  place: Place.default('middle'),
  /** Share of the frame's shorter side. */
  height: z.number().min(0.03).max(0.4).default(0.18),
  /** Voiceovers carry the waveform; Shorts only when this is true. */
  inShorts: z.boolean().default(false),
})

/** A few words over the beginning, while the voice already speaks: nobody waits for a title. */
const TitleCard = z.strictObject({
  /** `{title}` is the segment's title, `{part}` and `{parts}` count the segments of the job. */
  text: z.string().min(1).max(120).default('{title}'),
  /** A small line above the title, with the same places to fill. */
  kicker: z.string().max(60).default(''),
  /** How long it stands. */
  seconds: z.number().min(0.5).max(10).default(2.5),
})

const Logo = z.strictObject({
  /** Absolute path of a PNG, JPEG or WebP. */
  file: z.string().min(1),
  corner: z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']).default('top-left'),
  opacity: z.number().min(0).max(1).default(0.9),
  /** Its longer side, as a share of the frame's shorter side. */
  size: z.number().min(0.04).max(0.5).default(0.14),
})
export type Logo = z.infer<typeof Logo>

const Music = z.strictObject({
  /** Absolute path of a sound file. */
  file: z.string().min(1),
  /** Decibels against the voice, before ducking. */
  volume: z.number().min(-40).max(0).default(-14),
  /** How many decibels softer it gets while the voice speaks. */
  ducking: z.number().min(0).max(24).default(8),
})

/**
 * How a video looks, as one JSON value. Everything may be left out; what is left out has a default.
 * Files are absolute paths on this machine.
 */
export const Look = z.strictObject({
  background: Background.default({ kind: 'gradient', name: 'dusk' }),
  fit: Fit.default('cover'),
  /** 0 leaves the background as it is, 1 makes it black. */
  dim: z.number().min(0).max(1).default(0),
  motion: Motion.default('still'),
  captions: CaptionLook.prefault({}),
  waveform: WaveformLook.prefault({}),
  titleCard: TitleCard.optional(),
  logo: Logo.optional(),
  music: Music.optional(),
  /** How words are said in every video of this look; the job's own list goes before it. */
  pronunciations: z.array(Pronunciation).max(mostPronunciations).optional(),
  /** Seconds that the picture stays after the last word's silence. */
  endPadding: z.number().min(0).max(10).default(0),
})
export type Look = z.infer<typeof Look>
/** A look as a person writes it: everything may be left out. */
export type LookInput = z.input<typeof Look>

/** The same look with the picture at `file` behind the words. */
export const withBackground = (look: Look, file: string): Look => ({ ...look, background: { kind: 'picture', file } })

/** The same look with other captions. */
export const withCaptions = (look: Look, preset: CaptionPreset): Look => ({
  ...look,
  captions: { ...look.captions, preset },
})

/** A look with its name, as it is listed. */
export const NamedLook = z.strictObject({
  name: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u, 'A look is named with letters, digits, spaces, - and _'),
  description: z.string().max(200).default(''),
  look: Look,
})
export type NamedLook = z.infer<typeof NamedLook>

/** The preset that a look means for this kind of video. */
export function captionPresetOf(look: Look, kind: JobKind): CaptionPreset {
  return look.captions.preset ?? (kind === 'shorts' ? 'default' : 'sentence')
}
