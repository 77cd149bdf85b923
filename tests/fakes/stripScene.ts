import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { timeBefore } from '#pipeline/writeAss.ts'
import type { Scene } from '#ports/VideoEncoder.ts'

export interface StripSceneWish {
  readonly width: number
  readonly height: number
  readonly pictures: number
  /** Luma rows [top, bottom) of each, where there is one. */
  readonly waveform?: readonly [number, number]
  readonly captions?: readonly [number, number]
  /** Pictures at which a caption appears; it stands until the next. */
  readonly changes?: readonly number[]
  readonly style?: 'line' | 'bars' | 'mirrored'
}

/** A small scene over a ground with soft and busy parts, whose movers reach every row that they are said to reach. */
export async function stripScene(folder: string, wish: StripSceneWish): Promise<Scene> {
  const { width, height, pictures } = wish
  const background = join(folder, 'background.png')
  await sharp(ground(width, height), { raw: { width, height, channels: 3 } })
    .png()
    .toFile(background)
  const scene: Scene = { width, height, pictures, background }
  return {
    ...scene,
    ...(wish.captions && { captions: captions(folder, wish, wish.captions) }),
    ...(wish.waveform && { waveform: waveform(wish, wish.waveform) }),
  }
}

/** A slope of colours with fine noise over its right half. */
function ground(width: number, height: number): Buffer {
  const noise = random(7)
  const rgb = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height]
    const grain = x > 0.5 ? (noise() - 0.5) * 60 : 0
    rgb.set([60 + 120 * x + grain, 40 + 140 * y + grain, 150 - 90 * x + grain], i * 3)
  }
  return rgb
}

function captions(
  folder: string,
  { width, height, changes = [0] }: StripSceneWish,
  [top, bottom]: readonly [number, number],
) {
  const ass = join(folder, 'captions.ass')
  const events = changes.map((from, i) => {
    const to = changes[i + 1] ?? 1e6
    const left = (37 * i) % (width / 2)
    const box = `m ${left} ${top} l ${left + width / 3} ${top} ${left + width / 4} ${bottom} ${left} ${bottom}`
    const colour = ['FFFFFF', '00D7FF', '4040FF'][i % 3]
    return `Dialogue: 0,${timeBefore(from)},${timeBefore(to)},Drawing,,0,0,0,,{\\pos(0,0)\\1c&H${colour}&\\p1}${box}`
  })
  writeFileSync(
    ass,
    `[Script Info]
ScriptType: v4.00+
PlayResX: ${width}
PlayResY: ${height}

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Drawing,Noto Sans Thai,20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
${events.join('\n')}
`,
  )
  return { ass, fonts: resolve('assets/fonts/anchor'), top, bottom }
}

function waveform({ width, pictures, style = 'mirrored' }: StripSceneWish, [top, bottom]: readonly [number, number]) {
  const columns = 12
  const next = random(3)
  // Full height now and then, so that the edges of the rectangle are drawn too.
  const levels = Float32Array.from({ length: pictures * columns }, () => Math.min(1, next() * 1.2))
  const rect = { x: 16, y: top, width: width - 32, height: bottom - top }
  return { rect, style, colour: '#ffffff', opacity: 0.9, columns, levels }
}

/** Park and Miller's generator: 0 to 1, the same each time. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
