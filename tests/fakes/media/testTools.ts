import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tools } from '#app/run/runJob.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { openRenderCache } from '#pipeline/renderCache.ts'
import type { MuxRequest } from '#ports/MediaFiles.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'
import { createToneEngine } from './toneEngine.ts'

export interface TestTools extends Tools {
  readonly speech: ReturnType<typeof createToneEngine>
  /** What was drawn and put together so far. */
  readonly scenes: Scene[]
  readonly muxed: MuxRequest[]
  /** Makes the drawing of a segment fail, by its title. */
  readonly broken: Map<string, AppError>
}

/** Tools of a job that render nothing: files hold a few bytes, and all that is asked for is noted. */
export function testTools(home: string): TestTools {
  const scenes: Scene[] = []
  const muxed: MuxRequest[] = []
  const broken = new Map<string, AppError>()
  let frameCount = 0
  return {
    scenes,
    muxed,
    broken,
    cores: 2,
    speechCache: join(home, 'speech'),
    anchorFonts: 'assets/fonts/anchor',
    speech: createToneEngine(),
    type: openTypesetter('assets/fonts'),
    renders: openRenderCache(join(home, 'renders')),
    images: {
      prepareBackground: async () => ok({ background: new Uint8Array(8) }),
      checkImage: async () => ok({ format: 'png', width: 1, height: 1 }),
    },
    encoder: {
      async encode(scene, out, options, signal) {
        if (signal.aborted) return fail(appError('CANCELLED'))
        scenes.push(scene)
        frameCount = scene.frameCount
        options.onFrames?.(frameCount)
        await writeFile(out, 'picture')
        return ok({ encoder: 'none' })
      },
    },
    sound: {
      async master({ out }) {
        await writeFile(out, 'sound')
        return ok({ integrated: -14, truePeak: -1.5 })
      },
    },
    files: {
      async mux(request) {
        const error = broken.get(request.title)
        if (error) return fail(error)
        muxed.push(request)
        await writeFile(request.out, `film of ${request.title}`)
        return ok(undefined)
      },
      async probe() {
        const [last] = scenes.slice(-1)
        const size = last ? { width: last.width, height: last.height } : { width: 0, height: 0 }
        return ok({
          size: 10,
          duration: 1,
          ...(last && { video: { ...size, frameCount, frameRate: 30, duration: 1 } }),
        })
      },
    },
  }
}
