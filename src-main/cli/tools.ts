import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tools } from '#app/runJob.ts'
import { createPlainEncoder } from '#engines/ffmpeg/encodePlain.ts'
import { locateFfmpeg } from '#engines/ffmpeg/locateFfmpeg.ts'
import { createSoundMaster } from '#engines/ffmpeg/masterSound.ts'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { openPictures } from '#engines/pictures/openPictures.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { openRenderCache } from '#pipeline/renderCache.ts'
import type { KeyStore } from '#ports/KeyStore.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { EngineName } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'
import { keyReader } from './findKey.ts'

const fonts = fileURLToPath(new URL('../../assets/fonts', import.meta.url))

/** The speech engine by its name. `baseUrl`: of a server that speaks OpenAI's speech API; absent: OpenAI itself. */
export function openSpeech(engine: EngineName, keychain: KeyStore, baseUrl?: string): SpeechEngine {
  if (engine === 'builtin') return createBuiltinSpeech()
  return createOpenAiSpeech({ key: keyReader(keychain), ...(baseUrl && { baseUrl }) })
}

/** Everything a job needs besides: this machine's ffmpeg, and what is kept in the data folder. Fails with FFMPEG_*. */
export async function openTools(speech: SpeechEngine, home: string): Promise<Result<Tools>> {
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) return ffmpeg
  return ok({
    speech,
    encoder: createPlainEncoder(ffmpeg.value),
    sound: createSoundMaster(ffmpeg.value),
    files: createMediaFiles(ffmpeg.value),
    pictures: openPictures(),
    type: openTypesetter(fonts),
    renders: openRenderCache(join(home, 'cache', 'renders')),
    speechCache: join(home, 'cache', 'speech'),
    anchorFonts: join(fonts, 'anchor'),
    cores: availableParallelism(),
  })
}
