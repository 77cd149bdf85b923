import { Volume2 } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useAppStore } from '../../store/useAppStore.ts'
import { voiceTitle } from '../../strings/format.ts'
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
      {facts.voices.map(({ id: name, description }) => (
        <div key={name} className={css.row} data-sounding={sounding === name || undefined}>
          <Radio value={name} className={css.voice!}>
            <span className={css.dot} />
            <span className={css.name}>{voiceTitle(name)}</span>
            <span className={css.description}>{voice.descriptions[name] ?? description}</span>
          </Radio>
          <span className={css.listen} {...hover(name)}>
            <IconButton
              size="small"
              placement="left"
              label={voice.listen(voiceTitle(name))}
              onPress={() => listen(name)}
            >
              <Volume2 />
            </IconButton>
          </span>
        </div>
      ))}
    </RadioGroup>
  )
}
