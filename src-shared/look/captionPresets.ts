// Without a schema library, so that `pausecut --help` can name them.

/** The faces that are shipped, by the name of their family. */
export const faceNames = ['Montserrat', 'Anton', 'Inter', 'Newsreader'] as const

/** How a cue comes: it springs up to its size, or it fades in. */
export type Entrance = 'pop' | 'fade'

/** How one preset sets its type; lengths are pixels where the frame's shorter side has 1080. */
export interface Preset {
  readonly face: (typeof faceNames)[number]
  readonly upperCase: boolean
  /** What marks the spoken word: its colour, the colour of all words so far, a pill behind it, nothing. */
  readonly light: 'word' | 'fill' | 'pill' | 'none'
  /** What lifts the words off the picture. */
  readonly backing: 'rim' | 'shadow' | 'plate'
  readonly entrance: Entrance
  readonly colours: { readonly text: string; readonly lit: string; readonly edge: string; readonly plate: string }
  /** Opacity of words that are still to come, where `light` is `fill`. */
  readonly waiting: number
  /** Added to every space, in em. */
  readonly wordSpace: number
  /** Between two baselines, in em. */
  readonly lineHeight: number
  readonly portrait: Shape
  readonly landscape: Shape
  readonly minSeconds: number
  readonly maxSeconds: number
}

interface Shape {
  readonly size: number
  readonly idealWords: number
  readonly maxWords: number
  readonly maxLines: 1 | 2
  /** Longest line, at most the safe area's width. */
  readonly maxWidth: number
}

const shape = (
  size: number,
  [idealWords, maxWords]: readonly [number, number],
  maxLines: 1 | 2,
  maxWidth: number,
): Shape => ({
  size,
  idealWords,
  maxWords,
  maxLines,
  maxWidth,
})
const colours = { text: '#ffffff', lit: '#ffc46b', edge: '#120a1c', plate: '#15121c' }

const table = {
  default: {
    face: 'Montserrat',
    upperCase: false,
    light: 'word',
    backing: 'rim',
    entrance: 'pop',
    colours,
    waiting: 1,
    wordSpace: 0.04,
    lineHeight: 1.14,
    portrait: shape(104, [3, 4], 2, 720),
    landscape: shape(88, [4, 5], 1, 1280),
    minSeconds: 0.7,
    maxSeconds: 3,
  },
  karaoke: {
    face: 'Montserrat',
    upperCase: false,
    light: 'fill',
    backing: 'shadow',
    entrance: 'fade',
    colours,
    waiting: 0.62,
    wordSpace: 0,
    lineHeight: 1.2,
    portrait: shape(84, [5, 8], 2, 720),
    landscape: shape(70, [8, 11], 2, 1250),
    minSeconds: 1,
    maxSeconds: 5,
  },
  boxed: {
    face: 'Montserrat',
    upperCase: false,
    light: 'pill',
    backing: 'plate',
    entrance: 'pop',
    colours: { ...colours, lit: '#ff7a45' },
    waiting: 1,
    wordSpace: 0.14,
    lineHeight: 1.38,
    portrait: shape(78, [4, 6], 2, 720),
    landscape: shape(60, [7, 10], 2, 1150),
    minSeconds: 0.9,
    maxSeconds: 4,
  },
  minimal: {
    face: 'Inter',
    upperCase: false,
    light: 'none',
    backing: 'shadow',
    entrance: 'fade',
    colours,
    waiting: 1,
    wordSpace: 0,
    lineHeight: 1.3,
    portrait: shape(68, [5, 8], 2, 720),
    landscape: shape(58, [8, 11], 1, 1280),
    minSeconds: 0.9,
    maxSeconds: 5,
  },
  sentence: {
    face: 'Inter',
    upperCase: false,
    light: 'none',
    backing: 'shadow',
    entrance: 'fade',
    colours,
    waiting: 1,
    wordSpace: 0,
    lineHeight: 1.28,
    portrait: shape(62, [8, 13], 2, 720),
    landscape: shape(60, [11, 18], 2, 1280),
    minSeconds: 1.2,
    maxSeconds: 7,
  },
} as const satisfies Record<string, Preset>

export type PresetName = keyof typeof table

/** Every design of captions; the first is the one of Shorts. */
export const presets: Readonly<Record<PresetName, Preset>> = table

/** What may be chosen: a preset, or no captions. */
export const captionChoices: readonly (PresetName | 'off')[] = [...(Object.keys(table) as PresetName[]), 'off']

/** `default, karaoke or off`: for help and refusals. */
export const anyCaptions = new Intl.ListFormat('en', { type: 'disjunction' }).format(captionChoices)
