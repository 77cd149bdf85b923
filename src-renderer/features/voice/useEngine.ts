import { useMemo } from 'react'
import { defaultVoice, type EngineName, engineNames, engines } from '#shared/speech/engines.ts'
import { voiceOf } from '#shared/speech/spokenAs.ts'
import { engineOf } from '../../store/slices/previewSlice.ts'
import { factsIn } from '../../store/slices/voicesSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'

/** Which engine speaks, and which others could. */
export function useEngine() {
  const { engine, voice, key, packs, speechUrl, chooseSpeech, engineVoices } = useAppStore((state) => ({
    engine: engineOf(state),
    voice: state.choices.spokenAs.voice,
    key: state.key,
    packs: state.packs,
    speechUrl: state.settings.speechUrl,
    chooseSpeech: state.chooseSpeech,
    engineVoices: state.engineVoices,
  }))
  // A speech server that the user runs may need no key.
  const hasKey = key.state === 'keychain' || key.state === 'environment' || speechUrl !== ''
  const hasPack = packs.some(({ state }) => state === 'whole')
  const isReady = (name: EngineName) => {
    const { needsKey, needsPack, ofMachine } = engines[name]
    const has = !ofMachine || engineVoices.some((listed) => listed.engine === name)
    return has && (hasKey || !needsKey) && (hasPack || !needsPack)
  }
  const facts = useMemo(() => factsIn({ engineVoices }, engine), [engineVoices, engine])
  return {
    engine,
    facts,
    /** The engine's own voice that speaks. */
    voice: voiceOf(facts, voice) ?? voice,
    /** The host of a speech server of the user's own; empty: OpenAI. */
    server: URL.parse(speechUrl)?.host ?? '',
    /** The best first. */
    ready: engineNames.filter((name) => name === engine || isReady(name)).toReversed(),
    /** The voice stays where the other engine has one of its name. */
    choose: (name: EngineName) =>
      chooseSpeech({
        engine: name,
        voice: voiceOf(factsIn({ engineVoices }, name), voice) === undefined ? defaultVoice : voice,
      }),
  }
}
