import { defaultVoice, type EngineName, engineNames, engines } from '#shared/speech/engines.ts'
import { voiceOf } from '#shared/speech/spokenAs.ts'
import { engineOf } from '../../store/slices/previewSlice.ts'
import { useStudio } from '../../store/useAppStore.ts'

/** Which engine speaks, and which others could. */
export function useEngine() {
  const { engine, voice, key, speechUrl, chooseSpeech } = useStudio((studio) => ({
    engine: engineOf(studio),
    voice: studio.choices.spokenAs.voice,
    key: studio.key,
    speechUrl: studio.settings.speechUrl,
    chooseSpeech: studio.chooseSpeech,
  }))
  // A speech server of one's own may want no key.
  const hasKey = key.state === 'keychain' || key.state === 'environment' || speechUrl !== ''
  return {
    engine,
    facts: engines[engine],
    /** The engine's own voice that speaks. */
    voice: voiceOf(engines[engine], voice) ?? voice,
    /** The best first. */
    ready: engineNames.filter((name) => hasKey || !engines[name].needsKey).toReversed(),
    /** The voice stays where the other engine has one of its name. */
    choose: (name: EngineName) =>
      chooseSpeech({ engine: name, voice: voiceOf(engines[name], voice) === undefined ? defaultVoice : voice }),
  }
}
