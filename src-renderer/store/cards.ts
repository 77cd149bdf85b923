import { splitSentences } from '#shared/reading/splitSentences.ts'
import { cutScript, pauseMarker } from '#shared/script/cutScript.ts'
import { isSpeakable, speakableAmong } from '#shared/script/isSpeakable.ts'

/** One piece of the script in the editor. The object is replaced whenever its text changes, so it can be a cache's key. */
export interface Card {
  readonly id: string
  readonly text: string
}

export type Cards = readonly Card[]

/** A place of the caret, and what is selected from there. */
export interface Caret {
  readonly card: string
  /** UTF-16 units from the card's beginning. */
  readonly offset: number
  /** Where the selection ends; absent where nothing is selected. */
  readonly to?: number
}

/** Cards after an edit, and where the caret goes. */
export interface EditResult {
  readonly cards: Cards
  readonly caret: Caret
}

export const newCard = (text: string): Card => ({ id: crypto.randomUUID(), text })

/** A script as cards, one per piece between pause markers; there is always one to write in. */
export function cardsOf(script: string): Cards {
  const cut = cutScript(script)
  const pieces = cut.filter(speakableAmong(cut)).map(trimLines)
  return (pieces.length > 0 ? pieces : ['']).map(newCard)
}

/** The cards as one script, as it is saved and made into videos. Cards with nothing to say leave no marker behind. */
export function scriptOf(cards: Cards): string {
  return spoken(cards)
    .map(({ text }) => trimLines(text))
    .join(`\n\n${pauseMarker}\n\n`)
}

/** The cards that become parts of a job, in order. */
export const spoken = (cards: Cards): Cards => {
  const isPart = speakableAmong(cards.map(({ text }) => text))
  return cards.filter(({ text }) => isPart(text))
}

/** The first words of a text, as they are written: its first sentence where that is short, else that many words. */
export function openingOf(text: string, words = 4): string {
  const head = text.match(/^\s*\S+(?:\s+\S+){0,6}/)?.[0] ?? ''
  const [first = ''] = splitSentences(head)
  const sentence = first.trimEnd().match(/^\s*\S.*?(?:[!?…:]["'”’»)]*(?=\s)|[.!?…:]["'”’»)]*$)/s)?.[0]
  return sentence ?? head.match(new RegExp(String.raw`^\s*\S+(?:\s+\S+){0,${words - 1}}`))?.[0] ?? ''
}

/** The same as a title: without what ends a sentence. */
export const titleOf = (text: string, words?: number): string =>
  openingOf(text, words)
    .trim()
    .replace(/[.,;:…]+$/, '')

const trimLines = (text: string) => text.replace(/^\s*\n|\s+$/g, '').trimStart()

/**
 * Gives a card its text; white space at its beginning is left out. Markers in it, typed or pasted, cut it at once; the
 * caret then stands in the last piece.
 */
export function write(cards: Cards, id: string, typed: string, typedOffset: number): EditResult {
  const text = typed.trimStart()
  const offset = Math.max(0, typedOffset - (typed.length - text.length))
  const pieces = cutScript(text)
  if (pieces.length === 1) return { cards: replace(cards, id, { id, text }), caret: { card: id, offset } }
  const [first = '', ...rest] = pieces.map((piece, position) =>
    position === pieces.length - 1 ? piece.trimStart() : piece.trim(),
  )
  const newCards = rest.map(newCard)
  const last = newCards.at(-1)!
  const behind = text.length - offset
  return {
    cards: replace(cards, id, { id, text: first }, ...newCards),
    caret: { card: last.id, offset: Math.max(0, last.text.length - behind) },
  }
}

/** Cuts a card in two; the caret stands at the new one's beginning. */
export function split(cards: Cards, { card: id, offset }: Caret): EditResult {
  const { text } = cardAt(cards, id)
  const below = newCard(text.slice(offset).trimStart())
  return {
    cards: replace(cards, id, { id, text: text.slice(0, offset).trimEnd() }, below),
    caret: { card: below.id, offset: 0 },
  }
}

/** Joins a card with the next one; the caret stands at the seam. Without a next one nothing changes. */
export function join(cards: Cards, id: string): EditResult {
  const position = cards.findIndex((card) => card.id === id)
  const [upper, lower] = [cards[position]!, cards[position + 1]]
  if (!lower) return { cards, caret: { card: id, offset: upper.text.length } }
  const head = upper.text.trimEnd()
  const gap =
    head === '' || lower.text.trim() === '' ? '' : head.includes('\n\n') || lower.text.includes('\n\n') ? '\n\n' : ' '
  const joined = { id, text: head + gap + lower.text.trimStart() }
  return { cards: cards.toSpliced(position, 2, joined), caret: { card: id, offset: head.length } }
}

/** Takes a card away; the caret goes to the one that takes its place. The last card is emptied instead. */
export function remove(cards: Cards, id: string): EditResult {
  const position = cards.findIndex((card) => card.id === id)
  const rest = cards.length === 1 ? [newCard('')] : cards.toSpliced(position, 1)
  return { cards: rest, caret: { card: rest[Math.min(position, rest.length - 1)]!.id, offset: 0 } }
}

/** Moves a card to another place, both counted from 0. */
export function move(cards: Cards, from: number, to: number): EditResult {
  const card = cards[from]!
  return { cards: cards.toSpliced(from, 1).toSpliced(to, 0, card), caret: { card: card.id, offset: 0 } }
}

/** Moves the cut below a card to a place in its own text or in the next card's. Neither may be left with nothing to say. */
export function moveCut(cards: Cards, id: string, place: Caret): EditResult {
  const position = cards.findIndex((card) => card.id === id)
  const [upper, lower] = [cards[position]!, cards[position + 1]]
  if (!lower) return { cards, caret: place }
  const inUpper = place.card === id
  const source = inUpper ? upper.text : lower.text
  const [head, tail] = [source.slice(0, place.offset).trim(), source.slice(place.offset).trim()]
  const texts = inUpper ? [head, joinWords(tail, lower.text)] : [joinWords(upper.text, head), tail]
  if (!texts.every((text) => isSpeakable(text!))) return { cards, caret: place }
  return {
    cards: cards.toSpliced(position, 2, { id, text: texts[0]! }, { id: lower.id, text: texts[1]! }),
    caret: { card: lower.id, offset: 0 },
  }
}

const joinWords = (head: string, tail: string) =>
  [head.trimEnd(), tail.trimStart()].filter((text) => text !== '').join(' ')

/** What stands between empty lines. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(isSpeakable)

/** Cuts a card at its empty lines. */
export function cutAtParagraphs(cards: Cards, id: string): EditResult {
  const [first = '', ...rest] = paragraphsOf(cardAt(cards, id).text)
  const newCards = rest.map(newCard)
  return { cards: replace(cards, id, { id, text: first }, ...newCards), caret: { card: id, offset: 0 } }
}

export const cardAt = (cards: Cards, id: string): Card => cards.find((card) => card.id === id)!

/** The card that the caret is in; the first one while that card is gone. */
export const selectedCard = ({ cards, caret }: Pick<EditResult, 'cards' | 'caret'>): Card =>
  cardAt(cards, caret.card) ?? cards[0]!

const replace = (cards: Cards, id: string, ...by: Card[]): Cards =>
  cards.toSpliced(
    cards.findIndex((card) => card.id === id),
    1,
    ...by,
  )
