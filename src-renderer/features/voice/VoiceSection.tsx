import { KeyRound } from 'lucide-react'
import { speedRange } from '#shared/domain.ts'
import { type EngineName, engines, nameOfVoice } from '#shared/speech/engines.ts'
import { modelOf } from '#shared/speech/spokenAs.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Slider } from '../../ui/fields/Slider.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { useSection } from '../layout/useSection.ts'
import { PackCard } from './packs/PackCard.tsx'
import { useEngine } from './useEngine.ts'
import { VoiceList } from './VoiceList.tsx'
import css from './VoiceSection.module.css'

/** Who speaks, how fast and how. */
export function VoiceSection() {
  const strings = useStrings()
  const { voice } = strings
  const { spokenAs, chooseSpeech } = useAppStore(({ choices, chooseSpeech }) => ({
    spokenAs: choices.spokenAs,
    chooseSpeech,
  }))
  const { engine, facts, voice: speaker, server } = useEngine()
  const speed = `${spokenAs.speed.toLocaleString(strings.locale, { maximumFractionDigits: 2 })}×`
  const by = server && facts.takes.baseUrl ? server : voice.engines[engine].short
  const summary = [nameOfVoice(facts, speaker), by, speed]
  return (
    <Section title={voice.title} summary={summary.join(' · ')} {...useSection('voice')}>
      <EngineChoice />
      <VoiceList />
      <PackCard />
      <Slider
        label={voice.speed}
        value={spokenAs.speed}
        minimum={speedRange.min}
        maximum={2}
        step={0.05}
        shown={speed}
        onChange={(speed) => chooseSpeech({ speed: Math.round(speed * 100) / 100 })}
      />
      {facts.takes.model && <Model />}
    </Section>
  )
}

function EngineChoice() {
  const { voice } = useStrings()
  const show = useAppStore(({ show }) => show)
  const { engine, ready, choose, server } = useEngine()
  const { title, note } = voice.engines[engine]
  const titleOf = (name: EngineName) => (server && engines[name].takes.baseUrl ? server : voice.engines[name].title)
  if (ready.length < 2)
    return (
      <p className={css.offer}>
        <span>
          <strong>{title}</strong>
          {note}. {voice.offer}
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
      options={ready.map((name) => ({ value: name, label: titleOf(name), note: voice.engines[name].note }))}
      onChange={choose}
    />
  )
}

function Model() {
  const { voice } = useStrings()
  const { spokenAs, chooseSpeech } = useAppStore(({ choices, chooseSpeech }) => ({
    spokenAs: choices.spokenAs,
    chooseSpeech,
  }))
  const { facts } = useEngine()
  const model = modelOf(facts, spokenAs.model) ?? ''
  const listed = facts.models.find(({ id }) => id === model)
  return (
    <>
      <Select
        label={voice.model}
        value={model}
        inline
        options={facts.models.map(({ id }) => ({ value: id, label: id, note: voice.models[id] }))}
        onChange={(name) => chooseSpeech({ model: name })}
      />
      {(listed?.instructions ?? facts.takes.instructions) && (
        <Field
          label={voice.instructions}
          value={spokenAs.instructions ?? ''}
          placeholder={voice.instructionsExample}
          lines={2}
          onChange={(instructions) => chooseSpeech({ instructions: instructions || undefined })}
        />
      )}
    </>
  )
}
