import { X } from 'lucide-react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import { IconButton } from '../../../ui/actions/IconButton.tsx'
import { packCardId } from './PackCard.tsx'
import { languagesOf, megabytes } from './packFormat.ts'
import css from './VoiceOffer.module.css'

/** One line over the script that offers a natural voice, until it is answered once: where nothing better speaks yet. */
export function VoiceOffer() {
  const strings = useStrings()
  const { packs, open, answer } = useAppStore(({ packs, settings, app, answerOffer }) => ({
    packs,
    open: settings.offerNaturalVoice && app.engine === 'builtin' && packs.every(({ state }) => state === 'absent'),
    answer: answerOffer,
  }))
  const look = async () => {
    await answer(true)
    // The choice of voices is open by then; the focus brings the card into view.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${packCardId} button`)?.focus())
  }
  const [best] = packs
  if (!open || !best) return null
  return (
    <div className={css.offer}>
      <p>{strings.packs.offer(languagesOf(best, strings), megabytes(best.bytes, strings))}</p>
      <Button variant="quiet" onPress={look}>
        {strings.packs.show}
      </Button>
      <IconButton size="small" label={strings.common.dismiss} placement="top" onPress={() => answer(false)}>
        <X />
      </IconButton>
    </div>
  )
}
