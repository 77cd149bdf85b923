import { drawnBackground } from '#shared/look/drawnBackground.ts'
import type { Background, Look } from '#shared/look/look.ts'
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
  const { marks } = parsePiece(card.text, 'light')
  if (!marks.some(({ kind }) => kind === 'background')) return own
  const { caret, namedImages } = state
  const word = Math.max(1, caret.card === card.id ? wordsBefore(card.text, caret.offset) : 1)
  const last = marks.findLast((mark) => mark.kind === 'background' && mark.at < word)
  const name = last?.kind === 'background' ? last.background : undefined
  if (name === undefined) return own
  const file = namedImages && Object.hasOwn(namedImages, name) ? namedImages[name] : undefined
  return drawnBackground(name) ?? (file === undefined ? own : { kind: 'picture', file })
}
