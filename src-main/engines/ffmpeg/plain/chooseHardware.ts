import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fps } from '#shared/domain.ts'
import { inputArguments } from '../process/ffmpegInput.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { toYuv } from '../scene/pixelFormat.ts'
import { hardwareCoders, type VideoCoder, x264 } from './videoCoders.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Structural similarity (all planes) that hardware may lose against x264. */
const tolerance = 0.003
/** Milliseconds after which x264 or a check of what was written is given up: the machine is too busy to tell anything. */
const patience = 10_000
/** Frames from one keyframe to the next in the trial: few, so that one second shows whether the encoder obeys. */
const trialKeyframes = fps / 2

const run = promisify(execFile)

/**
 * Lets each hardware encoder in turn encode one second of moving frames. The first that is faster than x264 is then,
 * and writes what the specification asks at about x264's quality, is chosen; undefined where none is. Where none starts,
 * x264 isn't tried. Says nothing; rejects only where there is no place for temporary files. When it settles, no process
 * and no file of the trial is left; an abort makes it settle soon, with undefined.
 *
 * @param limit milliseconds that each has for its second of frames, start and all
 */
export async function chooseHardware(
  ffmpeg: Ffmpeg,
  size: Size,
  threads: number,
  signal: AbortSignal,
  { platform = process.platform, limit = 1500 }: { platform?: NodeJS.Platform; limit?: number } = {},
): Promise<VideoCoder | undefined> {
  const candidates = hardwareCoders(platform, ffmpeg.encoders)
  if (candidates.length === 0) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'pausecut-trial-'))
  try {
    const setting = { ffmpeg, size, threads, folder, signal }
    let bar: Trial | undefined
    for (const coder of candidates) {
      const trial = await tryCoder(coder, limit, setting)
      if (signal.aborted) return undefined
      if (!trial?.conforms) continue
      bar ??= await tryCoder(x264, patience, setting)
      if (!bar) return undefined
      if (trial.milliseconds < bar.milliseconds && trial.similarity >= bar.similarity - tolerance) return coder
    }
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Trial {
  readonly milliseconds: number
  /** SSIM against the frames that went in. */
  readonly similarity: number
  readonly conforms: boolean
}

interface Setting {
  readonly ffmpeg: Ffmpeg
  readonly size: Size
  readonly threads: number
  /** Where trials write. */
  readonly folder: string
  readonly signal: AbortSignal
}

/** @returns undefined where it failed, was aborted, or took longer than `limit` milliseconds */
async function tryCoder(
  coder: VideoCoder,
  limit: number,
  { ffmpeg, size: { width, height }, threads, folder, signal }: Setting,
): Promise<Trial | undefined> {
  const file = join(folder, `${coder.codec}.mp4`)
  const drawn = `testsrc2=s=${width}x${height}:r=${fps}:d=1,${toYuv}`
  const source = inputArguments({ from: drawn, format: 'lavfi' })
  const coded = inputArguments({ from: file, format: 'mp4' })
  const ask = async (args: string[], timeout: number) => {
    const asking = run(ffmpeg.path, ['-hide_banner', '-nostdin', '-y', ...args], {
      timeout: Math.ceil(timeout),
      killSignal: 'SIGKILL',
      signal,
    })
    try {
      return await asking
    } finally {
      // An abort rejects before the process is gone, which may still be writing.
      const { child } = asking
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
  }
  try {
    const start = performance.now()
    const coding = ['-vf', coder.prepare, '-c:v', coder.codec, ...coder.options(threads), '-g', String(trialKeyframes)]
    await ask([...source, ...coding, '-video_track_timescale', String(fps * 1000), file], limit)
    const milliseconds = performance.now() - start
    const compare = [
      '-lavfi',
      `[0:v]settb=1/${fps},setpts=N[a];[1:v]settb=1/${fps},setpts=N[b];[a][b]ssim`,
      '-f',
      'null',
      '-',
    ]
    const packets = ['-map', '0:v', '-c', 'copy', '-f', 'framecrc', '-']
    const { stdout: listed } = await ask([...coded, ...packets], patience)
    const { stderr: said } = await ask([...coded, ...source, ...compare], patience)
    const similarity = Number(/SSIM.* All:([\d.]+)/.exec(said)?.[1])
    return { milliseconds, similarity, conforms: isHigh(said, width, height) && isSteady(listed) }
  } catch {
    return undefined
  }
}

/** What ffmpeg says of the first stream: `h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 1080x1920`. */
function isHigh(said: string, width: number, height: number): boolean {
  const stream = /Stream #0:0.*Video: .*/.exec(said)?.[0] ?? ''
  const colours = /yuv420p\(tv, bt709[,)]/.test(stream)
  return stream.includes('h264 (High)') && colours && new RegExp(`, ${width}x${height}[ ,]`).test(stream)
}

/** Each packet is shown when it is decoded, one frame after the one before; keyframes come when they are due. */
function isSteady(listed: string): boolean {
  const unit = /^#tb 0: (\d+)\/(\d+)/m.exec(listed)
  const ticks = Number(unit?.[2]) / Number(unit?.[1]) / fps
  const rows = listed.split('\n').filter((row) => row.startsWith('0,'))
  // Flags are printed only where they are not those of a keyframe.
  const isKey = (row: string | undefined) => row !== undefined && !/F=0x0\b/.test(row)
  const steady = rows.every((row, index) => {
    const [, dts, pts] = row.split(',').map(Number)
    return dts === pts && pts === index * ticks
  })
  return rows.length === fps && steady && isKey(rows[0]) && isKey(rows[trialKeyframes])
}
