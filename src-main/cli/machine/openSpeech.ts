import { dataFolder } from '#app/data/dataFolder.ts'
import { keyReader } from '#app/speech/findKey.ts'
import { openGuideChoices } from '#app/speech/guideChoices.ts'
import { speechTimeout } from '#app/speech/speechTimeout.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createSoundDecoder } from '#engines/ffmpeg/sound/soundDecoder.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { openSpeechEngines, type SpeechEngines } from '#engines/speech/openSpeechEngines.ts'

/**
 * The speech engines as `render`, `serve` and the render hosts have them, with the key of the environment or the
 * keychain.
 * @param baseUrl of a server that speaks OpenAI's speech API; absent: OpenAI itself
 */
export function openSpeech(baseUrl: string | undefined, keychain = createKeychain('openai-key')): SpeechEngines {
  const decoder = createSoundDecoder(() => locateFfmpeg())
  const home = dataFolder()
  const { of: guide } = openGuideChoices(home)
  return openSpeechEngines({
    key: keyReader(keychain),
    baseUrl: () => baseUrl,
    decoder,
    guide,
    natural: { pack: () => findWholePack(home) },
    ...speechTimeout(),
  })
}
