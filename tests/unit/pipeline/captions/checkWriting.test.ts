import { expect, test } from 'vitest'
import { checkWriting } from '#pipeline/captions/checkWriting.ts'
import type { Typesetter } from '#ports/Typesetter.ts'
import { appError } from '#shared/errors.ts'
import { Look } from '#shared/look/look.ts'
import { fail, ok } from '#shared/result.ts'
import { blockType } from '#tests/fakes/media/blockType.ts'

/** Has Latin letters only. */
const type: Typesetter = {
  ...blockType,
  setLine: (pieces, style) => ({
    ...blockType.setLine(pieces, style),
    missing: pieces.flatMap(({ text }) => text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? []),
  }),
}
const check = (texts: readonly string[], captions: Partial<Look['captions']> = {}) =>
  checkWriting(
    texts.map((text) => ({ text, look: Look.parse({ captions }) })),
    'shorts',
    type,
  )

test('a text is refused where half of a sentence or more would be missing, with the names of its writings', () => {
  const refused = (writings: string) => fail(appError('CAPTIONS_NO_FONT', { writings }))
  expect(check(['বাংলা ভাষা। தமிழ் மொழி. ქართული ენა. Հայերեն.'])).toEqual(refused('Bengali, Tamil, Georgian, Armenian'))
  expect(check(['Fine.', 'All of this is fine. Մեր ABC տուն.'])).toEqual(refused('Armenian'))
})

test('a single letter or word is not worth refusing the rest', () => {
  expect(
    check(['The letter Ա is Armenian, and so is տուն, which means house.', 'Ա', '', '123 !?', '🔥🔥🔥🔥']),
  ).toEqual(ok(undefined))
})

test('without captions nothing has to be shown', () => {
  expect(check(['বাংলা ভাষা আমার'], { preset: 'off' })).toEqual(ok(undefined))
})
