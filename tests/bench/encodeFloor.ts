import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { drawScene } from '#engines/ffmpeg/plain/encodePlain.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { runFfmpeg } from '#engines/ffmpeg/process/runFfmpeg.ts'
import { colourTags, x264Quality } from '#engines/ffmpeg/scene/pixelFormat.ts'
import { soundCodec, soundRate } from '#engines/ffmpeg/sound/soundCodec.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'

/** Draws a scene's finished frames, yuv420p one after the other, to a file that should lie in memory. */
export async function layOutFrames(ffmpeg: Ffmpeg, scene: Scene, raw: string): Promise<void> {
  const options = ['-map', '[video]', '-frames:v', String(scene.frameCount), '-r', String(fps), '-f', 'rawvideo']
  const drawn = await runFfmpeg(
    ffmpeg,
    { ...drawScene(scene), options, out: raw, doing: 'DRAWING' },
    new AbortController().signal,
  )
  if (!drawn.ok) throw new Error(englishSentence(drawn.error))
}

/** The floor: nothing but x264 and AAC, fed finished frames, at the settings of every video. */
export async function encodeFloor(ffmpeg: Ffmpeg, scene: Scene, raw: string, wav: string, out: string): Promise<void> {
  const frames = ['-f', 'rawvideo', '-s', `${scene.width}x${scene.height}`, '-pix_fmt', 'yuv420p', '-r', String(fps)]
  const frame = ['-c:v', 'libx264', ...x264Quality, ...colourTags]
  const sound = ['-ac', '2', '-ar', String(soundRate), ...soundCodec('mp4', true)]
  const args = [...frames, '-i', raw, '-i', wav, ...frame, ...sound, '-movflags', '+faststart', out]
  const child = spawn(ffmpeg.path, ['-v', 'error', '-nostdin', '-y', ...args], { stdio: 'inherit' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}
