import { RotateCw } from 'lucide-react'
import { shortLengthOf } from '#shared/job/shortLength.ts'
import { isSpeakable } from '#shared/script/isSpeakable.ts'
import { cardSeconds } from '../../../store/cardSeconds.ts'
import { type Card, paragraphsOf } from '../../../store/cards.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { shortTime } from '../../../strings/format.ts'
import { sayError, sayPhrase, useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import { middleOf } from '../middleOf.ts'
import css from './CardNotes.module.css'
import { useAdvice } from './useAdvice.ts'
import { type PartState, warningsOf } from './usePartState.ts'

/** Sentences below a card's words, where there is something to say. */
export function CardNotes({ card, part }: { readonly card: Card; readonly part: PartState | undefined }) {
  const strings = useStrings()
  return (
    <>
      <CardNote card={card} part={part} />
      {[...useAdvice(card).map(({ message }) => message), ...(part ? warningsOf(part) : [])].map((message) => (
        <div key={message.code} className={css.note} data-kind="warn">
          <p>{sayPhrase(strings, message)}</p>
        </div>
      ))}
    </>
  )
}

/** What became of it, or how long it is. */
function CardNote({ card, part }: { readonly card: Card; readonly part: PartState | undefined }) {
  const strings = useStrings()
  const { speed, kind } = useAppStore(({ choices }) => ({ speed: choices.spokenAs.speed, kind: choices.kind }))
  const { split, cutAtParagraphs, retry } = useAppStore((state) => ({
    split: state.split,
    cutAtParagraphs: state.cutAtParagraphs,
    retry: state.retry,
  }))
  const seconds = cardSeconds(card, speed)
  const length = shortLengthOf(seconds, kind)
  if (part?.state === 'failed' && part.error)
    return (
      <div className={css.note} data-kind="bad" role="status">
        <p>{sayError(strings, part.error)}</p>
        <Button icon={<RotateCw />} onPress={() => retry(part.job)}>
          {strings.common.tryAgain}
        </Button>
      </div>
    )
  if (length === 'fine' || (length === 'short' && !isSpeakable(card.text))) return null
  if (length === 'short')
    return (
      <div className={css.note} data-kind="warn">
        <p>{strings.script.underThree(shortTime(seconds))}</p>
      </div>
    )
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
