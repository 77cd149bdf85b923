import { useLayoutEffect, useRef } from 'react'
import type { Card } from '../../../store/cards.ts'
import { useAppStore, useAppStoreApi } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { caretOf } from '../caretOf.ts'
import { MarkLayer } from '../marks/MarkLayer.tsx'
import css from './CardText.module.css'
import { useCardKeys } from './useCardKeys.ts'

/** A card's words, to write in; a layer over them shows what they are. */
export function CardText({ card, index }: { readonly card: Card; readonly index: number }) {
  const { script } = useStrings()
  const field = useRef<HTMLTextAreaElement>(null)
  const store = useAppStoreApi()
  const { write, placeCaret } = useAppStore(({ write, placeCaret }) => ({ write, placeCaret }))
  const placeholder = useAppStore(({ choices, cards }) => {
    if (cards.length > 1) return script.placeholderPart
    return choices.kind === 'shorts' ? script.placeholder : script.placeholderVoiceover
  })
  useRequestedFocus(card.id, field)
  const keys = useCardKeys(card)
  return (
    <div className={css.text}>
      <textarea
        ref={field}
        data-script={card.id}
        className={css.field}
        aria-label={script.text(index + 1)}
        value={card.text}
        placeholder={placeholder}
        spellCheck
        onChange={({ target }) => write(card.id, target.value, target.selectionStart)}
        onFocus={({ currentTarget }) => placeCaret(caretOf(card.id, currentTarget))}
        onSelect={({ currentTarget }) => {
          // After a key has moved the caret to another card, this one may still report its selection.
          if (store.getState().caret.card === card.id) placeCaret(caretOf(card.id, currentTarget))
        }}
        {...keys}
      />
      <MarkLayer text={card.text} />
    </div>
  )
}

/** Takes the focus, and puts the caret in its place, when the store moved it here. */
function useRequestedFocus(card: string, field: React.RefObject<HTMLTextAreaElement | null>): void {
  const request = useAppStore(({ focusRequests, caret }) => (caret.card === card ? focusRequests : 0))
  const { offset, to } = useAppStore(({ caret }) => {
    if (caret.card !== card) return { offset: 0, to: 0 }
    return { offset: caret.offset, to: caret.to ?? caret.offset }
  })
  const lastHandled = useRef(0)
  // Before the next key comes: it is to be typed where the caret went.
  useLayoutEffect(() => {
    if (request === 0 || request === lastHandled.current) return
    lastHandled.current = request
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(offset, to)
  }, [request, offset, to, field])
}
