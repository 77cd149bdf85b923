import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { ok, type Result } from '#shared/result.ts'
import { type EngineName, engineNames } from '#shared/speech/engines.ts'
import { type EngineVoices, maySpeak } from '#shared/speech/engineVoices.ts'
import { withVoices } from './withVoices.ts'

/**
 * The voices of every engine, those of a server as it lists them now.
 * @param language only those that may speak it; BCP 47
 */
export async function listVoices(
  speech: Readonly<Record<EngineName, SpeechEngine>>,
  { language }: { readonly language?: string | undefined } = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<EngineVoices[]>> {
  const engines = await Promise.all(engineNames.map((name) => withVoices(speech[name], signal)))
  return ok(
    engines.map(({ facts: { name, server, voices, anyVoice = false, guide } }) => ({
      engine: name,
      ...(server && { server }),
      voices: voices
        .filter((voice) => language === undefined || maySpeak(voice, language))
        .map(({ languages, models, ...voice }) => ({
          ...voice,
          languages: [...languages],
          ...(models && { models: [...models] }),
        })),
      anyVoice,
      guide: { ...guide },
    })),
  )
}
