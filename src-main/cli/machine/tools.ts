import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCaches } from '#app/run/openCaches.ts'
import type { Tools } from '#app/run/runJob.ts'
import { createFliteAligner } from '#engines/align/fliteAligner.ts'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createSoundMaster } from '#engines/ffmpeg/sound/masterSound.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import type { OpenAiSpeechOptions } from '#engines/speech/openai/openaiSpeech.ts'
import { withTranscription } from '#engines/transcription/withTranscription.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { openSystemFonts } from '#engines/type/systemFonts.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { Images } from '#ports/Images.ts'
import { ok, type Result } from '#shared/result.ts'
import type { TranscriptionPlan } from '../plans/planTranscription.ts'

const fonts = fileURLToPath(new URL('../../../assets/fonts', import.meta.url))

/** Hears the words of voices that tell no times. Nothing is loaded before it is asked. */
export function openAligner(key: OpenAiSpeechOptions['key'], transcription?: TranscriptionPlan): Aligner {
  const flite = createFliteAligner()
  if (!transcription) return flite
  const { keyed, ...service } = transcription
  return withTranscription(flite, () => ({ ...service, key: keyed ? key : async () => ok(null) }))
}

/**
 * Everything a job needs but its voice: this machine's ffmpeg, and what is kept in the data folder. Fails with FFMPEG_*.
 * @param located the ffmpeg, where the search for it has begun already
 */
export async function openTools(
  aligner: Aligner,
  home: string,
  located = locateFfmpeg(),
): Promise<Result<Omit<Tools, 'speech'>>> {
  const ffmpeg = await located
  if (!ffmpeg.ok) return ffmpeg
  return ok({
    aligner,
    encoder: createVideoEncoder(ffmpeg.value),
    sound: createSoundMaster(ffmpeg.value),
    files: createMediaFiles(ffmpeg.value),
    images: lateImages(),
    type: openTypesetter(fonts, openSystemFonts()),
    ...openCaches(home),
    anchorFonts: join(fonts, 'anchor'),
    cores: availableParallelism(),
  })
}

/** libvips is loaded when something is painted: speech does not wait for it, and what is kept from before needs none. */
function lateImages(): Images {
  const open = async () => (await import('#engines/images/openImages.ts')).openImages()
  return {
    prepareBackground: async (...picture) => (await open()).prepareBackground(...picture),
    checkImage: async (path) => (await open()).checkImage(path),
  }
}
