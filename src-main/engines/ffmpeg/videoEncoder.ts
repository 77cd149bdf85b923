import type { EncodeOptions, EncodeReport, VideoEncoder } from '#ports/VideoEncoder.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { encodeGraft, type Refusal } from './graft/encodeGraft.ts'
import { createHardwareEncoder } from './plain/hardwareEncoder.ts'
import type { Ffmpeg } from './process/locateFfmpeg.ts'

/** Renders by strip graft where that gives the same video, else draws and encodes every frame, in hardware where that is worth it. */
export function createVideoEncoder(ffmpeg: Ffmpeg): VideoEncoder {
  const plain = createHardwareEncoder(ffmpeg)
  return {
    encode: async (scene, out, options, signal) => {
      if (options.encoder === 'x264') return plain.encode(scene, out, options, signal)
      const watched = neverBackwards(options)
      const grafted = await encodeGraft(ffmpeg, { scene, out, options: watched }, signal)
      if (grafted.ok && !('refused' in grafted.value)) return ok(grafted.value)
      // Whatever ffmpeg fails at in the fast way, the safe one may get through or says what is really wrong.
      if (!grafted.ok && grafted.error.code !== 'FFMPEG_FAILED') return grafted
      const drawn = await plain.encode(scene, out, watched, signal)
      if (!drawn.ok) return drawn
      const reasons = [reasonIn(grafted), drawn.value.fallback].filter((reason) => reason !== undefined)
      return ok({ ...drawn.value, fallback: reasons.join('; ') })
    },
  }
}

const reasonIn = (grafted: Result<EncodeReport | Refusal>): string => {
  if (!grafted.ok) return englishSentence(grafted.error)
  return 'refused' in grafted.value ? grafted.value.refused : ''
}

/** Options whose count of frames doesn't fall when they are drawn a second time. */
function neverBackwards({ onFrames, ...options }: EncodeOptions): EncodeOptions {
  if (!onFrames) return options
  let most = 0
  return {
    ...options,
    onFrames: (done) => {
      if (done <= most) return
      most = done
      onFrames(most)
    },
  }
}
