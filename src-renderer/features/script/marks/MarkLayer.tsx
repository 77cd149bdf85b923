import { memo, useMemo } from 'react'
import css from './MarkLayer.module.css'
import { type Span, spansOf } from './spansOf.ts'

/**
 * Draws over a card's text, in the same type and without moving a letter: marks as chips, the opening words and key
 * words bolder, what is left out paler. The letters are the text field's own.
 */
export const MarkLayer = memo(function MarkLayer({ text }: { readonly text: string }) {
  const spans = useMemo(() => spansOf(text), [text])
  return (
    <div className={css.layer} aria-hidden="true">
      <Spans spans={spans} />
    </div>
  )
})

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ kind, text, inner }, at) => (
    // A stretch is its place: its letters change while they are typed.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <span key={at} data-kind={kind}>
      {inner ? <Spans spans={inner} /> : text}
    </span>
  ))
}
