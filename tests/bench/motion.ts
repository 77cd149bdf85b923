import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlainEncoder } from '#engines/ffmpeg/encodePlain.ts'
import { locateFfmpeg } from '#engines/ffmpeg/locateFfmpeg.ts'
import { createSoundMaster } from '#engines/ffmpeg/masterSound.ts'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { renderVideo } from '#pipeline/renderVideo.ts'
import { comparePairs } from './comparePairs.ts'
import { encodeFloor, layOutFrames } from './encodeFloor.ts'
import { narratedScene } from './narratedScene.ts'

// Moving backgrounds against their floor: `node tests/bench/motion.ts [seconds] [rounds]`. Nothing here passes or fails.

const seconds = Number(process.argv[2] ?? 30)
const rounds = Number(process.argv[3] ?? 3)
const found = await locateFfmpeg()
if (!found.ok) throw new Error(found.error.message)
const ffmpeg = found.value

for (const kind of ['shorts', 'voiceover'] as const) {
  for (const motion of ['zoom-in', 'pan-right'] as const) console.log(await measureMotion(kind, motion))
}

/** One line: the whole of a render, levelled sound and all, with captions and waveform over a moving photograph. */
async function measureMotion(kind: 'shorts' | 'voiceover', motion: 'zoom-in' | 'pan-right'): Promise<string> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pausecut-bench-'))
  try {
    const { scene, wav } = await narratedScene(folder, kind, { motion, waveform: { inShorts: true } }, seconds)
    const raw = join(folder, 'frames.yuv')
    await layOutFrames(ffmpeg, scene, raw)
    const tools = {
      encoder: createPlainEncoder(ffmpeg),
      sound: createSoundMaster(ffmpeg),
      files: createMediaFiles(ffmpeg),
    }
    const narration = {
      ...{ wav, sampleRate: 44_100, duration: seconds, words: [], timing: 'engine' as const, charactersBilled: 0 },
    }
    const design = async () => {
      const out = join(folder, 'design.mp4')
      const request = {
        kind,
        format: 'mp4' as const,
        narration,
        scene,
        out,
        work: folder,
        title: 'Bench',
        text: 'Bench',
      }
      const options = { encoder: 'auto' as const, threads: 2 }
      const made = await renderVideo({ ...request, options }, tools, new AbortController().signal)
      if (!made.ok) throw new Error(made.error.message)
      rmSync(out)
    }
    const floor = () => encodeFloor(ffmpeg, scene, raw, wav, join(folder, 'floor.mp4'))
    const pairs = await comparePairs(floor, design, rounds)
    const { ratio, design: made, floor: bare } = pairs
    const times = `${(seconds / made.wall).toFixed(1)} times real time; ${made.cpu.toFixed(1)} s of CPU for ${bare.cpu.toFixed(1)} s`
    return `${kind} ${motion}: ${ratio.wall.toFixed(2)} of the floor, ${ratio.cpu.toFixed(2)} in CPU (${times})`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
