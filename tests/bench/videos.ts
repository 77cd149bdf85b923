import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { createPlainEncoder } from '#engines/ffmpeg/plain/encodePlain.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createSoundMaster } from '#engines/ffmpeg/sound/masterSound.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import { renderVideo } from '#pipeline/renderVideo.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import type { JobKind, Narration } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import type { LookInput } from '#shared/look/look.ts'
import { compareWays } from './compareWays.ts'
import { encodeFloor, layOutFrames } from './encodeFloor.ts'
import { narratedScene } from './narratedScene.ts'

// Whole videos against their floor: x264 and AAC fed finished frames from memory, at the same preset and quality.

const never = new AbortController().signal

const gradient: LookInput = { background: { kind: 'gradient', name: 'dusk' } }
const waveform: LookInput = { waveform: { inShorts: true } }
const designs: readonly [name: string, kind: JobKind, look: LookInput][] = (
  [
    ['Short', 'shorts'],
    ['voiceover', 'voiceover'],
  ] as const
).flatMap(([name, kind]): [string, JobKind, LookInput][] => [
  [`${name}, captions`, kind, { waveform: { style: 'none' } }],
  [`${name}, captions and waveform`, kind, waveform],
  [`${name}, both over a drawn background`, kind, { ...gradient, ...waveform }],
  [`${name}, both over a slow zoom`, kind, { ...waveform, motion: 'zoom-in' }],
])

/** Prints a table, row by row as they are measured. */
export async function measureVideos(ffmpeg: Ffmpeg, seconds: number, rounds: number): Promise<void> {
  console.log(`\n${seconds} s of narration, medians of ${rounds} rounds in alternating order:\n`)
  console.log('| picture | whole video / floor | picture alone / floor | CPU / floor | size | SSIM | times real time |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const [name, kind, look] of designs) console.log(await measure(ffmpeg, name, kind, look, seconds, rounds))
  console.log('\nSize and SSIM (all planes, against the frames that went in) are compared with plain x264.')
}

async function measure(
  ffmpeg: Ffmpeg,
  name: string,
  kind: JobKind,
  look: LookInput,
  seconds: number,
  rounds: number,
): Promise<string> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pausecut-bench-'))
  const at = (file: string) => join(folder, file)
  try {
    const { scene, narration } = await narratedScene(folder, kind, look, seconds)
    await layOutFrames(ffmpeg, scene, at('frames.yuv'))
    const { whole, picture } = await compareWays(
      {
        floor: () => encodeFloor(ffmpeg, scene, at('frames.yuv'), narration.wav, at('floor.mp4')),
        picture: () => encode(ffmpeg, scene, at('drawn.mp4')),
        whole: () => render(ffmpeg, kind, scene, narration, folder),
      },
      rounds,
    )
    const plain = await createPlainEncoder(ffmpeg).encode(
      scene,
      at('plain.mp4'),
      { encoder: 'x264', threads: 2 },
      never,
    )
    if (!plain.ok) throw new Error(englishSentence(plain.error))
    const size = statSync(at('drawn.mp4')).size / statSync(at('plain.mp4')).size
    const gain =
      ssim(ffmpeg, at('drawn.mp4'), at('frames.yuv'), scene) - ssim(ffmpeg, at('plain.mp4'), at('frames.yuv'), scene)
    const cells = [
      name,
      whole.ratio.wall.toFixed(2),
      picture.ratio.wall.toFixed(2),
      whole.ratio.cpu.toFixed(2),
      size.toFixed(2),
      `${gain < 0 ? '−' : '+'}${Math.abs(gain).toFixed(4)}`,
      (seconds / whole.cost.wall).toFixed(1),
    ]
    return `| ${cells.join(' | ')} |`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function encode(ffmpeg: Ffmpeg, scene: Scene, out: string): Promise<void> {
  const made = await createVideoEncoder(ffmpeg).encode(scene, out, { encoder: 'auto', threads: 2 }, never)
  if (!made.ok) throw new Error(englishSentence(made.error))
  if (made.value.fallback !== undefined && !scene.motion) throw new Error(`Not grafted: ${made.value.fallback}`)
}

/** All that a render does from the narration to the finished file, levelled sound and all. */
export async function render(
  ffmpeg: Ffmpeg,
  kind: JobKind,
  scene: Scene,
  narration: Narration,
  folder: string,
): Promise<void> {
  const tools = {
    encoder: createVideoEncoder(ffmpeg),
    sound: createSoundMaster(ffmpeg),
    files: createMediaFiles(ffmpeg),
  }
  const out = join(folder, 'whole.mp4')
  const named = { out, work: folder, title: 'Bench', text: 'Bench' }
  const options = { encoder: 'auto', threads: 2 } as const
  const made = await renderVideo({ ...named, kind, format: 'mp4', narration, scene, options }, tools, never)
  if (!made.ok) throw new Error(englishSentence(made.error))
  rmSync(out)
}

/** Structural similarity of a video to the frames it was made of, all planes. */
function ssim(ffmpeg: Ffmpeg, file: string, raw: string, { width, height }: Scene): number {
  const frames = ['-f', 'rawvideo', '-s', `${width}x${height}`, '-pix_fmt', 'yuv420p', '-r', '30', '-i', raw]
  const graph = '[0:v]settb=1/30,setpts=N[a];[1:v]settb=1/30,setpts=N[b];[a][b]ssim'
  const args = ['-hide_banner', '-nostats', '-i', file, ...frames, '-lavfi', graph, '-f', 'null', '-']
  const run = spawnSync(ffmpeg.path, args, { encoding: 'utf8' })
  return Number(/All:([\d.]+)/.exec(run.stderr)?.[1])
}
