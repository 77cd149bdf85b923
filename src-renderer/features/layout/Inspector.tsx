import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { BackgroundSection } from '../background/BackgroundSection.tsx'
import { LookSection } from '../look/LookSection.tsx'
import { OutputSection } from '../output/OutputSection.tsx'
import { VoiceSection } from '../voice/VoiceSection.tsx'
import css from './Inspector.module.css'

/** What is chosen for the script besides its words; one part open at a time. */
export function Inspector() {
  const strings = useStrings()
  const kind = useAppStore(({ choices }) => choices.kind)
  return (
    <aside className={css.inspector} aria-label={strings.common.choices} data-kind={kind}>
      <VoiceSection />
      <LookSection />
      <BackgroundSection />
      <OutputSection />
    </aside>
  )
}
