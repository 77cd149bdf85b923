import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlainEncoder } from '#engines/ffmpeg/encodePlain.ts'
import { locateFfmpeg } from '#engines/ffmpeg/locateFfmpeg.ts'
import { createSoundMaster } from '#engines/ffmpeg/masterSound.ts'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import { renderVideo } from '#pipeline/renderVideo.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import type { JobKind } from '#shared/domain.ts'
import type { LookInput } from '#shared/look.ts'
import { comparePairs } from './comparePairs.ts'
import { encodeFloor, layOutFrames } from './encodeFloor.ts'
import { narratedScene } from './narratedScene.ts'

// Still backgrounds against their floor: `node tests/bench/render.ts [seconds] [rounds]`. Nothing here passes or fails.

const seconds = Number(process.argv[2] ?? 30)
const rounds = Number(process.argv[3] ?? 3)
const found = await locateFfmpeg()
if (!found.ok) throw new Error(found.error.message)
const ffmpeg = found.value
const never = new AbortController().signal

const designs: readonly [name: string, look: LookInput][] = [
  ['captions', { waveform: { style: 'none' } }],
  ['captions and waveform', { waveform: { inShorts: true } }],
  [
    'captions and waveform over grain',
    { background: { kind: 'gradient', name: 'dusk' }, waveform: { inShorts: true } },
  ],
]

console.log(`ffmpeg ${ffmpeg.version}, ${seconds} s, medians of ${rounds} pairs`)
for (const kind of ['shorts', 'voiceover'] as const)
  for (const [name, look] of designs) console.log(await measure(kind, name, look))

/** One line: the picture and the whole of a render against the floor, and quality and size against plain x264. */
async function measure(kind: JobKind, name: string, look: LookInput): Promise<string> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pausecut-bench-'))
  try {
    const { scene, wav } = await narratedScene(folder, kind, look, seconds)
    const raw = join(folder, 'frames.yuv')
    await layOutFrames(ffmpeg, scene, raw)
    const floor = () => encodeFloor(ffmpeg, scene, raw, wav, join(folder, 'floor.mp4'))
    const picture = await comparePairs(floor, () => encode(scene, join(folder, 'grafted.mp4')), rounds)
    const whole = await comparePairs(floor, () => render(kind, scene, wav, folder), rounds)
    const plain = join(folder, 'plain.mp4')
    const drawn = await createPlainEncoder(ffmpeg).encode(scene, plain, { encoder: 'x264', threads: 2 }, never)
    if (!drawn.ok) throw new Error(drawn.error.message)
    const grafted = join(folder, 'grafted.mp4')
    const size = statSync(grafted).size / statSync(plain).size
    const loss = ssim(plain, raw, scene) - ssim(grafted, raw, scene)
    return [
      `${kind}, ${name}: ${picture.ratio.wall.toFixed(2)} of the floor (CPU ${picture.ratio.cpu.toFixed(2)})`,
      `with levelled sound ${whole.ratio.wall.toFixed(2)} (CPU ${whole.ratio.cpu.toFixed(2)})`,
      `size ${size.toFixed(2)} of plain x264, SSIM ${loss >= 0 ? '-' : '+'}${Math.abs(loss).toFixed(4)}`,
      `${(seconds / whole.design.wall).toFixed(1)} times real time`,
    ].join('; ')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function encode(scene: Scene, out: string): Promise<void> {
  const made = await createVideoEncoder(ffmpeg).encode(scene, out, { encoder: 'auto', threads: 2 }, never)
  if (!made.ok) throw new Error(made.error.message)
  if (made.value.fallback !== undefined) throw new Error(`Not grafted: ${made.value.fallback}`)
}

async function render(kind: JobKind, scene: Scene, wav: string, folder: string): Promise<void> {
  const tools = {
    encoder: createVideoEncoder(ffmpeg),
    sound: createSoundMaster(ffmpeg),
    files: createMediaFiles(ffmpeg),
  }
  const narration = {
    wav,
    sampleRate: 44_100,
    duration: seconds,
    words: [],
    timing: 'engine' as const,
    charactersBilled: 0,
  }
  const out = join(folder, 'whole.mp4')
  const request = { kind, format: 'mp4' as const, narration, scene, out, work: folder, title: 'Bench', text: 'Bench' }
  const made = await renderVideo({ ...request, options: { encoder: 'auto', threads: 2 } }, tools, never)
  if (!made.ok) throw new Error(made.error.message)
  rmSync(out)
}

/** Structural similarity of a video to the frames it was made of, all planes. */
function ssim(file: string, raw: string, { width, height }: Scene): number {
  const frames = ['-f', 'rawvideo', '-s', `${width}x${height}`, '-pix_fmt', 'yuv420p', '-r', '30', '-i', raw]
  const graph = '[0:v]settb=1/30,setpts=N[a];[1:v]settb=1/30,setpts=N[b];[a][b]ssim'
  const run = spawnSync(
    ffmpeg.path,
    ['-hide_banner', '-nostats', '-i', file, ...frames, '-lavfi', graph, '-f', 'null', '-'],
    {
      encoding: 'utf8',
    },
  )
  return Number(/All:([\d.]+)/.exec(run.stderr)?.[1])
}
