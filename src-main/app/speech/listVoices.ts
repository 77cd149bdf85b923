import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { baseLanguage } from '#shared/languageTag.ts'
import { ok, type Result } from '#shared/result.ts'
import { type EngineName, engineNames } from '#shared/speech/engines.ts'
import { type EngineVoices, maySpeak } from '#shared/speech/engineVoices.ts'
import { withVoices } from './withVoices.ts'

/**
 * The voices of every engine, those of a server as it lists them now; of the machine where it has some.
 * @param language only those that may speak it; BCP 47
 */
export async function listVoices(
  speech: Readonly<Record<EngineName, SpeechEngine>>,
  { language }: { readonly language?: string | undefined } = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<EngineVoices[]>> {
  const asked = await Promise.all(engineNames.map((name) => withVoices(speech[name], signal)))
  const engines = asked.filter(({ facts: { ofMachine, voices } }) => !ofMachine || voices.length > 0)
  return ok(
    engines.map(({ facts: { name, server, voices, anyVoice = false, guide, guides } }) => ({
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
      guide: { ...((language !== undefined && guides?.[baseLanguage(language)]) || guide) },
    })),
  )
}
