import { guideVoiceNames } from '#shared/speech/engines.ts'
import { factsIn } from '../../../store/slices/voicesSlice.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import css from './ServerCheck.module.css'

/** Who speaks for each of the names that every engine knows, with the speech server or OpenAI. */
export function GuideVoices() {
  const { settings } = useStrings()
  const { engineVoices, choose } = useAppStore(({ engineVoices, chooseGuideVoice }) => ({
    engineVoices,
    choose: chooseGuideVoice,
  }))
  const { voices, guide, server } = factsIn({ engineVoices }, 'openai')
  if (voices.length === 0) return null
  const options = voices.map(({ id }) => ({ value: id, label: id }))
  const listed = new Set(voices.map(({ id }) => id))
  return (
    <>
      <p className={css.note}>{settings.guideVoices(URL.parse(server ?? '')?.host ?? 'OpenAI')}</p>
      <div className={css.names}>
        {guideVoiceNames.map((name) => (
          <Select
            key={name}
            label={name}
            inline
            value={guide[name]}
            options={[
              { value: '', label: settings.asUsual },
              ...(listed.has(guide[name]) ? [] : [{ value: guide[name], label: guide[name] }]),
              ...options,
            ]}
            onChange={(voice) => void choose(name, voice === '' ? null : voice)}
          />
        ))}
      </div>
    </>
  )
}
