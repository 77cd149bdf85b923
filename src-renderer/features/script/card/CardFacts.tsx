import { CircleAlert, Ellipsis, Merge, Play, Scissors, Trash2 } from 'lucide-react'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import { shortLengthOf } from '#shared/job/shortLength.ts'
import { cardSeconds } from '../../../store/cardSeconds.ts'
import type { Card } from '../../../store/cards.ts'
import { useAppStore, useAppStoreApi } from '../../../store/useAppStore.ts'
import { count, keysOf, shortTime } from '../../../strings/format.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { IconButton } from '../../../ui/actions/IconButton.tsx'
import { Menu } from '../../../ui/actions/Menu.tsx'
import { MarkMenu } from '../marks/MarkMenu.tsx'
import css from './CardFacts.module.css'
import type { PartState } from './usePartState.ts'

interface CardFactsProps {
  readonly card: Card
  readonly index: number
  readonly part: PartState | undefined
}

/** How long a card is, what became of it, and what else can be done with it. */
export function CardFacts({ card, index, part }: CardFactsProps) {
  const strings = useStrings()
  const { speed, kind } = useAppStore(({ choices }) => ({ speed: choices.spokenAs.speed, kind: choices.kind }))
  const seconds = cardSeconds(card, speed)
  const length = shortLengthOf(seconds, kind)
  return (
    <div className={css.facts} data-done={part?.file !== undefined || undefined}>
      <span className={css.more}>
        <MarkMenu card={card} index={index} />
        <CardMenu card={card} index={index} />
      </span>
      {card.text.trim() !== '' && (
        <>
          <span className={css.time} data-length={length}>
            {(length === 'long' || length === 'too-long') && <CircleAlert aria-hidden="true" />}
            {shortTime(part?.file?.duration ?? seconds)}
          </span>
          <span className={css.characters}>{strings.characters(count(card.text.length, strings))}</span>
        </>
      )}
      {part?.file && <Thumbnail file={part.file} index={index} />}
    </div>
  )
}

/** The finished video: pressed it plays in the library, dragged it leaves the window. */
function Thumbnail({ file, index }: { readonly file: NonNullable<PartState['file']>; readonly index: number }) {
  const { script } = useStrings()
  const { dragOut, watch } = useAppStore(({ dragOut, watch }) => ({ dragOut, watch }))
  return (
    <button
      type="button"
      className={css.thumbnail}
      draggable
      title={script.dragOut}
      aria-label={script.watch(index + 1)}
      onClick={() => watch(file.id)}
      onDragStart={(event) => {
        event.preventDefault()
        void dragOut([file.id])
      }}
    >
      {file.thumbnail && <img src={file.thumbnail} alt="" draggable={false} />}
      <Play fill="currentColor" aria-hidden="true" />
    </button>
  )
}

function CardMenu({ card, index }: Pick<CardFactsProps, 'card' | 'index'>) {
  const { script } = useStrings()
  const store = useAppStoreApi()
  const platform = useAppStore(({ app }) => app.platform)
  const { split, join, removeCard } = store.getState()
  const isLast = useAppStore(({ cards }) => cards.at(-1)?.id === card.id)
  const middle = card.text.trim() !== ''
  return (
    <Menu
      label={script.menu(index + 1)}
      groups={[
        {
          id: 'edit',
          entries: [
            {
              id: 'split',
              label: script.split,
              icon: <Scissors />,
              keys: keysOf(shortcuts.split, platform),
              isDisabled: !middle,
              onAction: () => {
                const { caret } = store.getState()
                split(caret.card === card.id ? caret : { card: card.id, offset: card.text.length })
              },
            },
            {
              id: 'join',
              label: script.joinNext,
              icon: <Merge />,
              keys: keysOf(shortcuts.merge, platform),
              isDisabled: isLast,
              onAction: () => join(card.id),
            },
          ],
        },
        {
          id: 'delete',
          entries: [
            {
              id: 'delete',
              label: script.deletePart,
              icon: <Trash2 />,
              keys: keysOf(shortcuts['delete-segment'], platform),
              danger: true,
              onAction: () => removeCard(card.id),
            },
          ],
        },
      ]}
    >
      <IconButton size="small" label={script.menu(index + 1)}>
        <Ellipsis />
      </IconButton>
    </Menu>
  )
}
