import { Buffer, Direction, shape } from 'harfbuzzjs'
import type {
  ColouredPath,
  FaceHeights,
  Path,
  Piece,
  SetLine,
  SetPiece,
  TypeStyle,
  Typesetter,
} from '#ports/Typesetter.ts'
import { openBoundedCache } from './boundedCache.ts'
import { FontCache, type OpenFont } from './fontCache.ts'
import { hyphenate } from './hyphenate.ts'
import { itemise, type Run } from './itemise.ts'
import { paintEmoji } from './paintEmoji.ts'
import { glyphPath, transformPath } from './paths.ts'
import type { SystemFonts } from './systemFonts.ts'

interface PlacedGlyph {
  readonly id: number
  /** Font units. */
  readonly x: number
  readonly y: number
}
interface ShapedRun {
  readonly glyphs: readonly PlacedGlyph[]
  readonly advance: number
}

/**
 * What is remembered at most: glyphs of shaped words (about 20,000 words), and steps of outlines. Some ten megabytes each;
 * a typesetter lives as long as its process, and sees every word that somebody half typed.
 */
const most = { glyphs: 150_000, steps: 200_000 }

/** Emoji are as high as capitals and a little more, so that they neither shout nor touch the line above. */
const emojiScale = 0.92

/**
 * A typesetter over the shipped fonts. Text is shaped here, by HarfBuzz, and handed on as outlines: so a caption looks
 * the same whatever ffmpeg burns it in (the one of 2018 has no HarfBuzz in its libass: no kerning, no Devanagari, and
 * no libass paints colour emoji), needs no font on the machine for the writings that are shipped, and nothing in a script can be taken for an ASS tag.
 *
 * @param fonts folder of the shipped font files
 * @param system the machine's own fonts, for writings that the shipped ones lack; without them, those are left out
 */
export function openTypesetter(fonts: string, system?: SystemFonts): Typesetter {
  const fontCache = new FontCache(fonts, system)
  const shaped = openBoundedCache<ShapedRun>(most.glyphs, ({ glyphs }) => 1 + glyphs.length)
  const outlines = openBoundedCache<Path>(most.steps, (path) => 1 + path.length)
  const paintings = openBoundedCache<readonly ColouredPath[]>(most.steps, (layers) =>
    layers.reduce((sum, { path }) => sum + path.length, 1),
  )

  const shapeRun = (run: Run): ShapedRun =>
    shaped.remember(`${run.font.name} ${run.level % 2} ${run.text}`, () => shapeText(run))
  const outline = (font: OpenFont, id: number): Path =>
    outlines.remember(`${font.name} ${id}`, () => glyphPath(font.font, id))
  const painting = (font: OpenFont, id: number): readonly ColouredPath[] =>
    paintings.remember(`${font.name} ${id}`, () => paintEmoji(font.font, id))

  const setLine = (pieces: readonly Piece[], style: TypeStyle): SetLine => {
    const { runs, missing } = itemise(pieces, style.face, style.direction, fontCache)
    const tracking = (style.tracking ?? 0) * style.size
    const wordSpace = (style.wordSpace ?? 0) * style.size
    const set = pieces.map(() => ({
      left: Infinity,
      right: -Infinity,
      path: [] as Path[],
      emoji: [] as ColouredPath[],
    }))
    let pen = 0
    for (const run of runs) {
      const scale = (style.size / run.font.unitsPerEm) * (run.font.colour ? emojiScale : 1)
      const { glyphs, advance } = shapeRun(run)
      const spread = run.level % 2 ? 0 : tracking
      const target = run.piece === undefined ? undefined : set[run.piece]!
      glyphs.forEach((glyph, index) => {
        const place = {
          xx: scale,
          yx: 0,
          xy: 0,
          yy: -scale,
          dx: pen + glyph.x * scale + index * spread,
          dy: -glyph.y * scale,
        }
        if (!run.font.colour) target?.path.push(transformPath(outline(run.font, glyph.id), place))
        else
          for (const layer of painting(run.font, glyph.id))
            target?.emoji.push({ ...layer, path: transformPath(layer.path, place) })
      })
      const opened = run.space ? wordSpace : 0
      const width = advance * scale + glyphs.length * spread + opened
      if (target) {
        target.left = Math.min(target.left, pen)
        target.right = Math.max(target.right, pen + width)
      }
      pen += width
    }
    return {
      width: pen,
      missing,
      pieces: set.map(
        (piece): SetPiece => (piece.left > piece.right ? nothing : { ...piece, path: piece.path.flat() }),
      ),
    }
  }

  const heights = (style: TypeStyle): FaceHeights => {
    const { font, unitsPerEm } = fontCache.face(style.face)
    const { ascender, descender } = font.hExtents()
    const capital = font.glyphExtents(font.nominalGlyph(0x48) ?? 0)?.yBearing ?? ascender
    const scale = style.size / unitsPerEm
    return { capital: capital * scale, ascent: ascender * scale, descent: -descender * scale }
  }
  return { setLine, heights, hyphenate }
}

const nothing: SetPiece = { left: 0, right: 0, path: [], emoji: [] }

function shapeText(run: Run): ShapedRun {
  const buffer = new Buffer()
  buffer.addText(run.text)
  buffer.guessSegmentProperties()
  buffer.setDirection(run.level % 2 ? Direction.RTL : Direction.LTR)
  shape(run.font.font, buffer)
  const positions = buffer.getGlyphPositions()
  let pen = 0
  const glyphs = buffer.getGlyphInfos().map((info, index): PlacedGlyph => {
    const { xAdvance, xOffset, yOffset } = positions[index]!
    const placed = { id: info.codepoint, x: pen + xOffset, y: yOffset }
    pen += xAdvance
    return placed
  })
  return { glyphs, advance: pen }
}
