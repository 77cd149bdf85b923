import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createSoundDecoder } from '#engines/ffmpeg/sound/soundDecoder.ts'

/** The decoder that the program has, on this machine's ffmpeg, which is looked for with the first sound. */
export const soundDecoder = createSoundDecoder(() => locateFfmpeg())
