import { KeyRound } from 'lucide-react'
import { speedRange } from '#shared/domain.ts'
import { useStudio } from '../../store/useAppStore.ts'
import { voiceTitle } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Slider } from '../../ui/fields/Slider.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { useSection } from '../layout/useSection.ts'
import { useEngine } from './useEngine.ts'
import { VoiceList } from './VoiceList.tsx'
import css from './VoiceSection.module.css'

/** Who speaks, how fast and how. */
export function VoiceSection() {
  const strings = useStrings()
  const { voice } = strings
  const { choices, choose } = useStudio(({ choices, choose }) => ({ choices, choose }))
  const { engine } = useEngine()
  const speed = `${choices.speed.toLocaleString(strings.locale, { maximumFractionDigits: 2 })}×`
  const summary = [voiceTitle(choices.voice), engine === 'builtin' ? voice.builtinShort : voice.openai, speed]
  return (
    <Section title={voice.title} summary={summary.join(' · ')} {...useSection('voice')}>
      <EngineChoice />
      <VoiceList />
      <Slider
        label={voice.speed}
        value={choices.speed}
        minimum={speedRange.min}
        maximum={2}
        step={0.05}
        shown={speed}
        onChange={(speed) => choose({ speed: Math.round(speed * 100) / 100 })}
      />
      {engine === 'openai' && <Model />}
    </Section>
  )
}

function EngineChoice() {
  const { voice } = useStrings()
  const show = useStudio(({ show }) => show)
  const { engine, hasKey, choose } = useEngine()
  if (!hasKey)
    return (
      <p className={css.offer}>
        <span>
          <strong>{voice.builtin}</strong>
          {voice.builtinNote}. {voice.offer}
        </span>
        <Button variant="quiet" icon={<KeyRound />} onPress={() => show('settings')}>
          {voice.addKey}
        </Button>
      </p>
    )
  return (
    <Select
      label={voice.engine}
      value={engine}
      inline
      options={[
        { value: 'openai', label: voice.openai, note: voice.openaiNote },
        { value: 'builtin', label: voice.builtin, note: voice.builtinNote },
      ]}
      onChange={choose}
    />
  )
}

function Model() {
  const { voice } = useStrings()
  const { choices, models, choose } = useStudio(({ choices, app, choose }) => ({ choices, models: app.models, choose }))
  const model = choices.model ?? models[0] ?? ''
  return (
    <>
      <Select
        label={voice.model}
        value={model}
        inline
        options={models.map((name) => ({ value: name, label: name, note: voice.models[name] }))}
        onChange={(name) => choose({ model: name })}
      />
      {model.includes('gpt') && (
        <Field
          label={voice.instructions}
          value={choices.instructions ?? ''}
          placeholder={voice.instructionsExample}
          lines={2}
          onChange={(instructions) => choose({ instructions: instructions || undefined })}
        />
      )}
    </>
  )
}
