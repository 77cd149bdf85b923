import type { Path } from '#ports/Typesetter.ts'
import { fps } from '#shared/domain.ts'
import type { Outline } from '../captions/outline.ts'

/** Coordinates are written in eighths of a pixel. */
const precision = { mode: 4, scale: 8 }
/** The one font of the folder that libass is given (see assets/fonts). No glyph of it is ever drawn. */
const anchorFont = 'Noto Sans Thai'

/**
 * Writes outlines as an ASS file for libass. There is no text in it, only drawings (`\p`): every version of libass draws
 * them alike, with no font to find, nothing to shape and nothing in a script that could be read as a tag. A line or so
 * at a time: the file is large.
 */
export function* writeAss(
  painted: Iterable<Outline>,
  canvas: { readonly width: number; readonly height: number },
): Generator<string> {
  yield `[Script Info]
ScriptType: v4.00+
PlayResX: ${canvas.width}
PlayResY: ${canvas.height}
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: TV.709

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Drawing,${anchorFont},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,-1,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
`
  for (const part of painted) yield `${dialogue(part)}\n`
}

function dialogue({ layer, from, to, path, colour, opacity, spread = 0, blur = 0 }: Outline): string {
  const ink = `&H${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}&`.toUpperCase()
  const alpha = `&H${Math.round(255 * (1 - opacity))
    .toString(16)
    .padStart(2, '0')}&`.toUpperCase()
  const tags = [
    '\\pos(0,0)',
    `\\1c${ink}\\1a${alpha}`,
    spread > 0 ? `\\bord${round(spread)}\\3c${ink}\\3a${alpha}` : '',
    blur > 0 ? `\\blur${round(blur)}` : '',
    `\\p${precision.mode}`,
  ]
  return `Dialogue: ${layer},${timeBefore(from)},${timeBefore(to)},Drawing,,0,0,0,,{${tags.join('')}}${drawing(path)}`
}

const round = (pixels: number) => Math.round(pixels * 100) / 100

/**
 * A time between frame n-1 and frame n, as near the middle as whole hundredths of a second allow: an event that
 * starts there is first seen on frame n, however a renderer rounds the frame's own time.
 */
export function timeBefore(frame: number): string {
  const hundredths = Math.max(0, Math.round(((frame - 0.5) / fps) * 100))
  const two = (n: number) => String(n).padStart(2, '0')
  const seconds = Math.floor(hundredths / 100)
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`
}

const letters = { M: 'm', L: 'l', C: 'b' } as const

function drawing(path: Path): string {
  let said = ''
  return path
    .map((step) => {
      const letter = letters[step[0]]
      const points = (step.slice(1) as number[]).map((value) => Math.round(value * precision.scale)).join(' ')
      const written = letter === said && letter !== 'm' ? points : `${letter} ${points}`
      said = letter
      return written
    })
    .join(' ')
}
