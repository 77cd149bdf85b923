import { expect, test } from 'vitest'
import { sayPhrase } from '#shared/phrases.ts'
import { tellLeftOut } from '#shared/script/notes/leftOut.ts'
import { translations } from '#shared/strings/errors.ts'

test('what was left out is one sentence, in the reader’s language; nothing is told of nothing', () => {
  const [note, ...more] = tellLeftOut({ picture: 2, table: 1, link: 0 })
  expect(more).toEqual([])
  expect(sayPhrase(note!)).toBe('Neither read aloud nor shown: 1 table, 2 pictures.')
  expect(sayPhrase(note!, translations.de)).toBe('Weder vorgelesen noch gezeigt: 1 Tabelle, 2 Bilder.')
  expect(tellLeftOut({})).toEqual([])
})
