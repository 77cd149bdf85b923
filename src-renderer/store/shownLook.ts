import { drawnBackground } from '#shared/look/drawnBackground.ts'
import type { Background, Look } from '#shared/look/look.ts'
import { ownValue } from '#shared/pick.ts'
import { findMarks } from '#shared/script/findMarks.ts'
import { parsePiece } from '#shared/script/parsePiece.ts'
import type { AppState } from './appStore.ts'
import { type Card, selectedCard } from './cards.ts'
import { wordsBefore } from './shownText.ts'

/** The look of a card: the one that it names, where there is one of that name, else the script's. */
export function lookOf({ choices, looks }: Pick<AppState, 'choices' | 'looks'>, { text }: Pick<Card, 'text'>): Look {
  const { look: name } = parsePiece(text, 'light')
  return (name !== undefined && looks.find((other) => other.name === name)?.look) || choices.look
}

/** The background that stands where the caret is. */
export function shownBackground(
  state: Pick<AppState, 'choices' | 'looks' | 'cards' | 'caret' | 'namedImages'>,
): Background {
  const card = selectedCard(state)
  const own = lookOf(state, card).background
  const { caret, namedImages } = state
  const offset = caret.card === card.id ? caret.offset : 0
  const last = findMarks(card.text).findLast(
    ({ kind, from, to }) => kind === 'background' && (to <= offset || wordsBefore(card.text, from) === 0),
  )
  if (last?.value === undefined) return own
  const name = String(last.value)
  const file = namedImages && ownValue(namedImages, name)
  return drawnBackground(name) ?? (file === undefined ? own : { kind: 'picture', file })
}
