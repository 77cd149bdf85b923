import type { Scene, VideoEncoder } from '#ports/VideoEncoder.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import type { EncodeRequest } from '../scene/encodeRequest.ts'
import { chooseHardware } from './chooseHardware.ts'
import { encodePlain } from './encodePlain.ts'
import type { VideoCoder } from './videoCoders.ts'

/**
 * Draws every frame, and encodes in hardware where a trial has found some that is worth it. The trial of a size runs
 * beside the first scene of that size, which x264 encodes: nobody waits for it. It is broken off when no scene is being
 * encoded any more, finished or cancelled, so that it outlives none; the next scene of that size begins it anew.
 * Hardware that fails is not used again by this encoder, and x264 makes the file anew; `fallback` says so.
 */
export function createHardwareEncoder(ffmpeg: Ffmpeg, choose: typeof chooseHardware = chooseHardware): VideoEncoder {
  /** Sizes that were tried, or are. */
  const tried = new Set<string>()
  const trials = new Map<string, { readonly controller: AbortController; readonly ended: Promise<void> }>()
  const chosen = new Map<string, VideoCoder>()
  let encoding = 0

  function beginTrial(scene: Scene, threads: number): void {
    const size = sizeOf(scene)
    if (tried.has(size)) return
    tried.add(size)
    const controller = new AbortController()
    const ended = choose(ffmpeg, scene, threads, controller.signal)
      .then(
        (coder) => {
          if (coder) chosen.set(size, coder)
          else if (controller.signal.aborted) tried.delete(size)
        },
        // Without a place for the trial's files, x264 goes on.
        () => {},
      )
      .finally(() => trials.delete(size))
    trials.set(size, { controller, ended })
  }

  async function endTrials(): Promise<void> {
    const running = [...trials.values()]
    for (const { controller } of running) controller.abort()
    await Promise.all(running.map(({ ended }) => ended))
  }

  async function encode(request: EncodeRequest, signal: AbortSignal) {
    const { scene, options } = request
    const size = sizeOf(scene)
    const coder = options.encoder === 'auto' ? chosen.get(size) : undefined
    if (options.encoder === 'auto') beginTrial(scene, options.threads)
    if (!coder) return encodePlain(ffmpeg, request, signal)
    const coded = await encodePlain(ffmpeg, request, signal, coder)
    if (coded.ok || coded.error.code !== 'FFMPEG_FAILED') return coded
    chosen.delete(size)
    const drawn = await encodePlain(ffmpeg, request, signal)
    if (!drawn.ok) return drawn
    return ok({ ...drawn.value, fallback: `${coder.name} failed: ${englishSentence(coded.error)}` })
  }

  return {
    encode: async (scene, out, options, signal) => {
      encoding += 1
      try {
        return await encode({ scene, out, options }, signal)
      } finally {
        encoding -= 1
        if (encoding === 0) await endTrials()
      }
    },
  }
}

const sizeOf = ({ width, height }: Scene) => `${width}x${height}`
