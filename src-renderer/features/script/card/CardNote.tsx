import { RotateCw } from 'lucide-react'
import { cardSeconds } from '../../../store/cardSeconds.ts'
import { type Card, paragraphsOf } from '../../../store/cards.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { shortTime } from '../../../strings/format.ts'
import { sayError, useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import { lengthOf } from '../lengthOf.ts'
import { middleOf } from '../middleOf.ts'
import css from './CardNote.module.css'
import type { PartState } from './usePartState.ts'

/** One sentence below a card's words, where there is something to say. */
export function CardNote({ card, part }: { readonly card: Card; readonly part: PartState | undefined }) {
  const strings = useStrings()
  const { speed, kind } = useAppStore(({ choices }) => ({ speed: choices.spokenAs.speed, kind: choices.kind }))
  const { split, cutAtParagraphs, retry } = useAppStore((state) => ({
    split: state.split,
    cutAtParagraphs: state.cutAtParagraphs,
    retry: state.retry,
  }))
  const seconds = cardSeconds(card, speed)
  const length = lengthOf(seconds, kind)
  if (part?.state === 'failed' && part.error)
    return (
      <div className={css.note} data-kind="bad" role="status">
        <p>{sayError(strings, part.error)}</p>
        <Button icon={<RotateCw />} onPress={() => retry(part.job)}>
          {strings.common.tryAgain}
        </Button>
      </div>
    )
  if (length === 'fine') return null
  const paragraphs = paragraphsOf(card.text).length
  const say = length === 'long' ? strings.script.overMinute : strings.script.overLimit
  return (
    <div className={css.note} data-kind={length === 'long' ? 'warn' : 'bad'}>
      <p>{say(shortTime(seconds))}</p>
      {paragraphs > 1 ? (
        <Button variant="quiet" onPress={() => cutAtParagraphs(card.id)}>
          {strings.script.cutAtParagraphs(paragraphs)}
        </Button>
      ) : (
        <Button variant="quiet" onPress={() => split({ card: card.id, offset: middleOf(card.text) })}>
          {strings.script.splitInTwo}
        </Button>
      )}
    </div>
  )
}
