import type { VideoEncoder } from '#ports/VideoEncoder.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { chooseHardware } from './chooseHardware.ts'
import { encodePlain } from './encodePlain.ts'
import type { PictureCoder } from './videoCoders.ts'

/**
 * Draws every picture, and encodes in hardware where a trial has found some that is worth it. The trial of a size runs
 * beside the first scene of that size, which x264 encodes: nobody waits for it. Hardware that fails is not used again by
 * this encoder, and x264 makes the file anew; `fallback` says so.
 */
export function createHardwareEncoder(ffmpeg: Ffmpeg, choose: typeof chooseHardware = chooseHardware): VideoEncoder {
  const trials = new Set<string>()
  const chosen = new Map<string, PictureCoder>()
  return {
    encode: async (scene, out, options, signal) => {
      const size = `${scene.width}x${scene.height}`
      const coder = options.encoder === 'auto' ? chosen.get(size) : undefined
      if (options.encoder === 'auto' && !trials.has(size)) {
        trials.add(size)
        void choose(ffmpeg, scene, options.threads).then(
          (found) => found && chosen.set(size, found),
          // Without a place for the trial's files, x264 goes on.
          () => {},
        )
      }
      if (!coder) return encodePlain(ffmpeg, scene, out, options, signal)
      const coded = await encodePlain(ffmpeg, scene, out, options, signal, coder)
      if (coded.ok || coded.error.code !== 'FFMPEG_FAILED') return coded
      chosen.delete(size)
      const drawn = await encodePlain(ffmpeg, scene, out, options, signal)
      if (!drawn.ok) return drawn
      return ok({ ...drawn.value, fallback: `${coder.name} failed: ${englishSentence(coded.error)}` })
    },
  }
}
