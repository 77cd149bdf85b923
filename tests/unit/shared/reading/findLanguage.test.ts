import { expect, test } from 'vitest'
import { findLanguage, guessLanguage } from '#shared/reading/findLanguage.ts'

test.each([
  ['en', 'Honey never spoils, and the sugar pulls water out of anything.'],
  ['en', 'Buy now!'],
  ['de', 'Die Fähre nach Helgoland fährt um zwölf Uhr ab, wenn der Wind nicht zu stark ist.'],
  ['es', 'Mi abuela tenía abejas detrás de la capilla. Les hablaba cada tarde.'],
  ['fr', 'Ma grand-mère élevait des abeilles derrière la chapelle, et elle leur parlait chaque soir.'],
  ['it', 'Mia nonna teneva le api dietro la cappella e parlava con loro ogni sera.'],
  ['pt', 'A minha avó tinha abelhas atrás da capela. Falava com elas todas as noites.'],
  ['nl', 'Mijn oma hield bijen achter de kapel en ze sprak elke avond met ze.'],
  ['ru', 'Моя бабушка держала пчёл за часовней.'],
  ['ja', '祖母は礼拝堂の裏で蜂を飼っていた。'],
  ['zh', '我的祖母在教堂后面养蜜蜂。'],
  ['ar', 'كانت جدتي تربي النحل'],
  ['en', '12345 !!!'],
])('%s: %s', (language, text) => {
  expect(findLanguage(text)).toBe(language)
})

test('a few English words are English, though others have one of them too', () => {
  for (const text of ['A', 'I', 'A dog', 'What a day', 'Top three: a first one, a second one'])
    expect(findLanguage(text)).toBe('en')
})

test.each([
  [true, 'Honey never spoils, and the sugar pulls water out of anything.'],
  [true, 'Die Fähre fährt um zwölf Uhr ab, wenn der Wind nicht zu stark ist.'],
  [true, 'Mi abuela tenía abejas detrás de la capilla.'],
  [true, 'Моя бабушка держала пчёл за часовней.'],
  [false, 'Suomessa on paljon järviä ja metsiä. Talvella päivät ovat lyhyitä.'],
  [false, 'I dag er vejret smukt, og børnene leger i parken.'],
  [false, 'Bugün hava çok güzel ve deniz sakin.'],
  [false, 'Astăzi vremea este frumoasă și copiii se joacă în parc. Mama lor gătește o supă de legume.'],
  [false, '12345 !!!'],
])('sure of its language, %s: %s', (sure, text) => {
  expect(guessLanguage(text).sure).toBe(sure)
})
