import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import { englishSentence } from '#shared/errors.ts'
import { random, stripScene } from '#tests/fakes/media/stripScene.ts'

// Do margins stay still over grounds of every kind? `node tests/bench/margins.ts [frames]` says where one does not.

const frameCount = Number(process.argv[2] ?? 320)
const found = await locateFfmpeg()
if (!found.ok) throw new Error(englishSentence(found.error))
const ffmpeg = found.value
const size = { width: 960, height: 544 }

type Ground = (x: number, y: number, noise: () => number) => number
const grounds: Record<string, Ground> = {
  flat: () => 90,
  slope: (x, y) => 40 + 0.1 * x + 0.15 * y,
  'slow slope': (x) => 90 + x / 200,
  ripples: (x, y) => 128 + 90 * Math.sin(x / 9) * Math.cos(y / 7),
  checks: (x, y) => ((x + y) & 1 ? 235 : 20),
  stripes: (x, y) => (((x >> 2) + (y >> 3)) % 3) * 100,
  ...Object.fromEntries(
    [1, 2, 4, 8, 16, 32, 64, 120].map((depth): [string, Ground] => [
      `slope with noise of ${depth}`,
      (x, y, noise) => 100 + 0.05 * x - 0.05 * y + (noise() - 0.5) * 2 * depth,
    ]),
  ),
}

for (const [name, ground] of Object.entries(grounds)) {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pausecut-bench-'))
  try {
    const wish = { ...size, frameCount, waveform: [100, 200], captions: [380, 460], changes: [0, 40, 90, 151] } as const
    const scene = await stripScene(folder, wish)
    await sharp(paint(ground), { raw: { ...size, channels: 3 } })
      .png()
      .toFile(scene.background)
    const options = { encoder: 'auto', threads: 2 } as const
    const made = await createVideoEncoder(ffmpeg).encode(
      scene,
      join(folder, 'out.mp4'),
      options,
      new AbortController().signal,
    )
    if (!made.ok) throw new Error(englishSentence(made.error))
    console.log(`${name}: ${made.value.fallback ?? 'still'}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function paint(ground: Ground): Buffer {
  const noise = random(9)
  const rgb = Buffer.alloc(size.width * size.height * 3)
  for (let i = 0; i < rgb.length; i++) {
    const pixel = Math.floor(i / 3)
    rgb[i] = Math.min(255, Math.max(0, ground(pixel % size.width, Math.floor(pixel / size.width), noise)))
  }
  return rgb
}
