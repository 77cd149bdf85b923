import { Volume2 } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { useEngine } from './useEngine.ts'
import { useVoiceSample } from './useVoiceSample.ts'
import css from './VoiceList.module.css'

/** The voices of the engine that speaks; each can be heard before it is taken. */
export function VoiceList() {
  const { voice } = useStrings()
  const chooseSpeech = useAppStore(({ chooseSpeech }) => chooseSpeech)
  const { facts, voice: chosen } = useEngine()
  const { sounding, listen, hover } = useVoiceSample()
  return (
    <RadioGroup
      className={css.voices!}
      aria-label={voice.title}
      value={chosen}
      onChange={(name) => chooseSpeech({ voice: name })}
    >
      {facts.voices.map(({ id, name, description }) => (
        <div key={id} className={css.row} data-sounding={sounding === id || undefined}>
          <Radio value={id} className={css.voice!}>
            <span className={css.dot} />
            <span className={css.name}>{name}</span>
            <span className={css.description}>{voice.descriptions[id] ?? description}</span>
          </Radio>
          <span className={css.listen} {...hover(id)}>
            <IconButton size="small" placement="left" label={voice.listen(name)} onPress={() => listen(id)}>
              <Volume2 />
            </IconButton>
          </span>
        </div>
      ))}
    </RadioGroup>
  )
}
