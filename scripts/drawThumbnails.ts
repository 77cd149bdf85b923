import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawGradient } from '#engines/images/drawGradient.ts'
import { openImages } from '#engines/images/openImages.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import type { Outline } from '#pipeline/captions/outline.ts'
import { layoutCaptions } from '#pipeline/layoutCaptions.ts'
import { canvasSizes, type JobKind } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { gradientNames, type Look } from '#shared/look/look.ts'
import { builtInLooks } from '#shared/look/looks.ts'

// `node scripts/drawThumbnails.ts`: the small images of looks and backgrounds that the app shows, drawn by what draws
// the videos. Run it when a look changes; the images are kept in git, so that the page shows them at once.

const root = join(import.meta.dirname, '..')
const type = openTypesetter(join(root, 'assets/fonts'))
const images = openImages()
const never = new AbortController().signal

/** Two words of a caption at a size that reads in a tile; the second is the one being spoken. */
const sample = [
  { text: 'your', start: 0, end: 0.5 },
  { text: 'words', start: 0.5, end: 2 },
]
const spokenAt = 30
/** What of the frame a tile shows, and how wide the tile is drawn: twice its size on the page. */
const tiles: Record<JobKind, { width: number; height: number }> = {
  shorts: { width: 192, height: 240 },
  voiceover: { width: 240, height: 150 },
}

async function drawLook(look: Look, kind: JobKind): Promise<Buffer> {
  const backdrop = await images.prepareBackground(look, canvasSizes[kind], never)
  if (!backdrop.ok) throw new Error(englishSentence(backdrop.error))
  const tile = tiles[kind]
  const ground = await sharp(backdrop.value.background)
    .resize({ ...tile, fit: 'fill' })
    .png()
    .toBuffer()
  const large = { ...look, captions: { ...look.captions, place: 'middle', size: 2 } } as const
  const painted = [...layoutCaptions(sample, { look: large, kind: 'shorts', frameCount: 60, type })].flatMap(
    (cue) => cue.painted,
  )
  return sharp(ground)
    .composite([{ input: Buffer.from(svgOf(painted, tile)) }])
    .webp({ quality: 88 })
    .toBuffer()
}

/** The outlines of one image, as large as they fit the tile. */
function svgOf(painted: readonly Outline[], { width, height }: { width: number; height: number }): string {
  const shown = painted.filter(({ from, to }) => from <= spokenAt && spokenAt < to).sort((a, b) => a.layer - b.layer)
  const xs = shown.flatMap(({ path }) =>
    path.flatMap((step) => step.slice(1).filter((_, at) => at % 2 === 0) as number[]),
  )
  const ys = shown.flatMap(({ path }) =>
    path.flatMap((step) => step.slice(1).filter((_, at) => at % 2 === 1) as number[]),
  )
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min((width * 0.8) / (right - left), (height * 0.44) / (bottom - top))
  const move = `translate(${width / 2 - (scale * (left + right)) / 2} ${height / 2 - (scale * (top + bottom)) / 2}) scale(${scale})`
  const shapes = shown.map(({ path, colour, opacity, spread = 0, blur = 0 }) => {
    const d = path.map(([step, ...at]) => step + at.map((value) => value.toFixed(1)).join(' ')).join('')
    const soft = blur > 0 ? ` style="filter:blur(${blur}px)"` : ''
    return `<path d="${d}" fill="${colour}" opacity="${opacity}" stroke="${colour}" stroke-width="${2 * spread}" stroke-linejoin="round"${soft}/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="${move}">${shapes.join('')}</g></svg>`
}

const looks = join(root, 'src-renderer/features/look/images')
const backgrounds = join(root, 'src-renderer/features/background/images')
await mkdir(looks, { recursive: true })
await mkdir(backgrounds, { recursive: true })
for (const { name, look } of builtInLooks) {
  for (const kind of ['shorts', 'voiceover'] as const)
    await writeFile(join(looks, `${name}-${kind}.webp`), await drawLook(look, kind))
}
for (const name of gradientNames) {
  const size = { width: 540, height: 675 }
  const raw = { ...size, channels: 3 } as const
  const drawn = sharp(await drawGradient(name, size), { raw }).resize(192, 240)
  await writeFile(join(backgrounds, `${name}.webp`), await drawn.webp({ quality: 88 }).toBuffer())
}
