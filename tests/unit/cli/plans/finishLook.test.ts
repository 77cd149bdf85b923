import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLooks } from '#app/looks/lookLibrary.ts'
import { finishLook } from '#cli/plans/finishLook.ts'
import { builtInLook, defaultLook } from '#shared/look/looks.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const looks = () => openLooks(join(scratch(), 'looks'))

test('without a word it is the default look', async () => {
  expect(unwrap(await finishLook({}, looks()))).toEqual(defaultLook)
})

test('a picture and captions take the place of the look’s own, and nothing else changes', async () => {
  const paper = builtInLook('paper')!.look
  const look = unwrap(await finishLook({ name: 'paper', background: '/a.png', captions: 'boxed' }, looks()))
  expect(look).toEqual({
    ...paper,
    background: { kind: 'picture', file: '/a.png' },
    captions: { ...paper.captions, preset: 'boxed' },
  })
})

test('a look that nobody knows', async () => {
  expect(await finishLook({ name: 'nope' }, looks())).toMatchObject({ error: { code: 'LOOK_UNKNOWN' } })
})
