import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cardsOf,
  cutAtParagraphs,
  join,
  move,
  moveCut,
  newCard,
  openingOf,
  remove,
  scriptOf,
  split,
  titleOf,
  write,
} from '#renderer/store/cards.ts'
import { parseScript } from '#shared/script/parseScript.ts'

const textsOf = (cards: readonly { text: string }[]) => cards.map(({ text }) => text)
const newCards = (...texts: string[]) => texts.map(newCard)
const word = fc.constantFrom('one', 'two', 'three', 'four,', 'five.', 'sechs', '— seven', '8%')
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const texts = fc.array(text, { minLength: 1, maxLength: 8 })

test('a script becomes one card per piece between markers, and an empty one still has a card to write in', () => {
  expect(textsOf(cardsOf('A one.\n\n— pause —\n\nB two. [pause] C'))).toEqual(['A one.', 'B two. [pause] C'])
  expect(textsOf(cardsOf(''))).toEqual([''])
  expect(textsOf(cardsOf('— pause —\n\n...\n\n— pause —'))).toEqual([''])
})

test('a script of directions alone keeps its cards, as it is spoken then', () => {
  const script = '[Music fades]\n\n— pause —\n\n[SFX: whoosh]'
  expect(textsOf(cardsOf(script))).toEqual(['[Music fades]', '[SFX: whoosh]'])
  expect(scriptOf(cardsOf(script))).toBe(script)
  expect(textsOf(cardsOf(`${script} — pause — Hello.`))).toEqual(['Hello.'])
})

test('what is kept of cards is cut into the same parts by what makes the videos', () => {
  fc.assert(
    fc.property(texts, (texts) => {
      const script = scriptOf(newCards(...texts))
      expect(parseScript(script).segments.map((segment) => segment.text)).toEqual(texts)
      expect(textsOf(cardsOf(script))).toEqual(texts)
    }),
  )
})

test('paragraphs in a card stay, cards with nothing to say leave no marker', () => {
  expect(scriptOf(newCards('First.\n\nStill first.', '', ' … ', 'Second.'))).toBe(
    'First.\n\nStill first.\n\n— pause —\n\nSecond.',
  )
})

test('a marker that is typed cuts the card at once, and the caret goes on in the new one', () => {
  const [card] = newCards('')
  const typed = 'Good morning. — pause — And now'
  const { cards, caret } = write([card!], card!.id, typed, typed.length)
  expect(textsOf(cards)).toEqual(['Good morning.', 'And now'])
  expect(cards[0]!.id).toBe(card!.id)
  expect(caret).toEqual({ card: cards[1]!.id, offset: 'And now'.length })
})

test('a pasted script with markers becomes its parts, and the text behind the caret stays behind it', () => {
  const [card] = newCards('')
  const { cards, caret } = write(
    [card!],
    card!.id,
    'A.\n— pause —\nB.\n— pause —\nC. End.',
    'A.\n— pause —\nB.\n— pause —\nC.'.length,
  )
  expect(textsOf(cards)).toEqual(['A.', 'B.', 'C. End.'])
  expect(caret).toEqual({ card: cards[2]!.id, offset: 2 })
})

test('splitting takes the white space at the cut away, and joining puts one space in its place', () => {
  const all = newCards('Zero.', 'One. Two.', 'Three.')
  const cut = split(all, { card: all[1]!.id, offset: 4 })
  expect(textsOf(cut.cards)).toEqual(['Zero.', 'One.', 'Two.', 'Three.'])
  expect(cut.caret).toEqual({ card: cut.cards[2]!.id, offset: 0 })
  const joined = join(cut.cards, all[1]!.id)
  expect(textsOf(joined.cards)).toEqual(textsOf(all))
  expect(joined.caret).toEqual({ card: all[1]!.id, offset: 4 })
})

test('split and join lose no word, wherever the cut is', () => {
  fc.assert(
    fc.property(text, fc.nat(), (text, place) => {
      const all = newCards(text)
      const offset = place % (text.length + 1)
      const { cards } = split(all, { card: all[0]!.id, offset })
      const joined = join(cards, all[0]!.id).cards[0]!.text
      expect(joined.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
    }),
  )
})

test('joining the last card changes nothing, joining with an empty one adds no space', () => {
  const all = newCards('One.', '')
  expect(join(all, all[1]!.id).cards).toBe(all)
  expect(textsOf(join(all, all[0]!.id).cards)).toEqual(['One.'])
})

test('paragraphs that are joined stay paragraphs', () => {
  const all = newCards('One.\n\nTwo.', 'Three.')
  expect(textsOf(join(all, all[0]!.id).cards)).toEqual(['One.\n\nTwo.\n\nThree.'])
})

test('a card that is taken away leaves the caret where it was, the last one is emptied', () => {
  const all = newCards('One.', 'Two.', 'Three.')
  expect(remove(all, all[1]!.id)).toMatchObject({ caret: { card: all[2]!.id } })
  expect(remove(all, all[2]!.id)).toMatchObject({ caret: { card: all[1]!.id } })
  const emptied = remove([all[0]!], all[0]!.id)
  expect(textsOf(emptied.cards)).toEqual([''])
  expect(emptied.caret.card).toBe(emptied.cards[0]!.id)
})

test('a card moves to another place, with the same cards around it', () => {
  const all = newCards('One.', 'Two.', 'Three.')
  expect(textsOf(move(all, 0, 2).cards)).toEqual(['Two.', 'Three.', 'One.'])
  expect(textsOf(move(all, 2, 0).cards)).toEqual(['Three.', 'One.', 'Two.'])
})

test('a moved cut takes words from one card to the other', () => {
  const all = newCards('One two three.', 'Four five.')
  const [upper, lower] = all as [(typeof all)[0], (typeof all)[0]]
  expect(textsOf(moveCut(all, upper!.id, { card: upper!.id, offset: 7 }).cards)).toEqual([
    'One two',
    'three. Four five.',
  ])
  expect(textsOf(moveCut(all, upper!.id, { card: lower!.id, offset: 5 }).cards)).toEqual([
    'One two three. Four',
    'five.',
  ])
})

test('a cut does not move so far that a card has nothing left to say', () => {
  const all = newCards('One.', 'Two.')
  expect(moveCut(all, all[0]!.id, { card: all[0]!.id, offset: 0 }).cards).toBe(all)
  expect(moveCut(all, all[0]!.id, { card: all[1]!.id, offset: 4 }).cards).toBe(all)
})

test('an article is cut at its empty lines', () => {
  const all = newCards('One.\n\n \n\nTwo\nlines.\n\n***\n\nThree.')
  expect(textsOf(cutAtParagraphs(all, all[0]!.id).cards)).toEqual(['One.', 'Two\nlines.', 'Three.'])
})

test.each([
  ['Second, mind the costs. A fund that', 'Second, mind the costs.', 'Second, mind the costs'],
  ['Welcome to our quarterly business review of the year', 'Welcome to our quarterly', 'Welcome to our quarterly'],
  ['  Indented', '  Indented', 'Indented'],
  ['Prices fell by 1.2% in the first hour.', 'Prices fell by 1.2%', 'Prices fell by 1.2%'],
  ['Dr. Smith says no. She says', 'Dr. Smith says no.', 'Dr. Smith says no'],
  ['“Why?” she asked him then.', '“Why?”', '“Why?”'],
  ['', '', ''],
])('the opening of %j', (text, opening, title) => {
  expect(openingOf(text)).toBe(opening)
  expect(titleOf(text)).toBe(title)
})
