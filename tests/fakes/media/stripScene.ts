import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { timeBefore } from '#pipeline/scene/writeAss.ts'
import type { Scene } from '#ports/VideoEncoder.ts'

export interface StripSceneOptions {
  readonly width: number
  readonly height: number
  readonly frameCount: number
  /** Luma rows [top, bottom) of each, where there is one. */
  readonly waveform?: readonly [number, number]
  readonly captions?: readonly [number, number]
  /** Frames at which a caption appears; it stands until the next. */
  readonly changes?: readonly number[]
  readonly style?: 'line' | 'bars' | 'mirrored'
  /** Which slopes and waves the ground has; not said: a plain slope. */
  readonly ground?: number
  /** Grey levels of the noise over the right half of the ground; 60 where it is not said. */
  readonly grain?: number
  /** How full the waveform's levels are, 0 to 1; beyond that its bars reach the rectangle's edges more often. 1.2 if not said. */
  readonly loudness?: number
}

/** A small scene over a ground with soft and busy parts, whose movers reach every row that they are said to reach. */
export async function stripScene(folder: string, options: StripSceneOptions): Promise<Scene> {
  const { width, height, frameCount } = options
  const background = join(folder, 'background.png')
  await sharp(ground(options), { raw: { width, height, channels: 3 } })
    .png()
    .toFile(background)
  const scene: Scene = { width, height, frameCount, background }
  return {
    ...scene,
    ...(options.captions && { captions: captions(folder, options, options.captions) }),
    ...(options.waveform && { waveform: waveform(options, options.waveform) }),
  }
}

/** A slope of colours, or softer shapes without any texture; with fine noise over its right half. */
function ground({ width, height, ground, grain = 60 }: StripSceneOptions): Buffer {
  const noise = random(7)
  const shape = ground === undefined ? slope : waves(random(1000 + 7919 * ground))
  const rgb = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height]
    const level = x > 0.5 ? (noise() - 0.5) * grain : 0
    rgb.set(
      shape(x, y).map((colour) => Math.max(0, Math.min(255, colour + level))),
      i * 3,
    )
  }
  return rgb
}

const slope = (x: number, y: number) => [60 + 120 * x, 40 + 140 * y, 150 - 90 * x]

function waves(next: () => number): typeof slope {
  for (let i = 0; i < 10; i++) next()
  const at = Array.from({ length: 14 }, next)
  const [a, b, c] = at.slice(-3) as [number, number, number]
  return (x, y) => {
    const wave = (p: number) => 25 * Math.sin(9 * a * x + p) * Math.cos(7 * b * y) + 15 * Math.sin(20 * c * (x + y))
    return [0, 1, 2].map((p) => Math.round(at[p]! * 180 + 20 + wave(p)))
  }
}

function captions(
  folder: string,
  { width, height, changes = [0] }: StripSceneOptions,
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

function waveform(
  { width, frameCount, style = 'mirrored', loudness = 1.2 }: StripSceneOptions,
  [top, bottom]: readonly [number, number],
) {
  const columns = 12
  const next = random(3)
  // Full height now and then, so that the edges of the rectangle are drawn too.
  const levels = Float32Array.from({ length: frameCount * columns }, () => Math.min(1, next() * loudness))
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
