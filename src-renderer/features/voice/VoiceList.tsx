import { Volume2 } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { type EngineFacts, guideVoiceNames, type VoiceFacts } from '#shared/speech/engines.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { describeVoice } from './describeVoice.ts'
import { useEngine } from './useEngine.ts'
import { useVoiceFilter } from './useVoiceFilter.ts'
import { useVoiceSample } from './useVoiceSample.ts'
import css from './VoiceList.module.css'
import { VoiceTools } from './VoiceTools.tsx'

/** The voices of the engine that speaks; each can be heard before it is taken. Many can be searched. */
export function VoiceList() {
  const strings = useStrings()
  const { voice } = strings
  const chooseSpeech = useAppStore(({ chooseSpeech }) => chooseSpeech)
  const { facts, voice: chosen } = useEngine()
  // A server that lists nothing knows the names that every engine knows, most likely.
  const voices = facts.voices.length > 0 ? bestFirst(facts) : guideVoiceNames.map(plainly)
  const filter = useVoiceFilter(voices)
  const { sounding, listen, hover } = useVoiceSample()
  return (
    <div className={css.picker}>
      {filter.isLong && <VoiceTools {...filter} />}
      <RadioGroup
        className={css.voices!}
        data-long={filter.isLong || undefined}
        aria-label={voice.title}
        value={chosen}
        onChange={(name) => chooseSpeech({ voice: name })}
      >
        {filter.shown.map((each) => (
          <div key={each.id} className={css.row} data-sounding={sounding === each.id || undefined}>
            <Radio value={each.id} className={css.voice!}>
              <span className={css.dot} />
              <span className={css.name}>{each.name}</span>
              <span className={css.description}>{describeVoice(each, facts, strings)}</span>
            </Radio>
            <span className={css.listen} {...hover(each.id)}>
              <IconButton size="small" placement="left" label={voice.listen(each.name)} onPress={() => listen(each.id)}>
                <Volume2 />
              </IconButton>
            </span>
          </div>
        ))}
      </RadioGroup>
      {filter.shown.length === 0 && <p className={css.none}>{voice.noneFound}</p>}
      {facts.anyVoice && (
        <Field
          label={voice.other}
          value={voices.some(({ id }) => id === chosen) ? '' : chosen}
          placeholder="af_heart"
          note={voice.otherNote}
          onChange={(name) =>
            chooseSpeech({ voice: name.trim() === '' ? guideVoiceNames[0]! : name.trim().slice(0, 100) })
          }
        />
      )}
    </div>
  )
}

/** First those that speak for the names that every engine knows: they are the best that it has. */
function bestFirst({ voices, guide }: Pick<EngineFacts, 'voices' | 'guide'>): VoiceFacts[] {
  const best = guideVoiceNames.flatMap((name) => voices.find(({ id }) => id === guide[name]) ?? [])
  return [...new Set([...best, ...voices])]
}

const plainly = (id: string): VoiceFacts => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1), languages: [] })
