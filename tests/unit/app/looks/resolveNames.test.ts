import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { besideScript } from '#app/looks/besideScript.ts'
import { type NamePlaces, resolveNames } from '#app/looks/resolveNames.ts'
import { Look } from '#shared/look/look.ts'
import type { Mark, Segment } from '#shared/script/segment.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const paper = Look.parse({ dim: 0.5 })
const places: NamePlaces = {
  findLook: async (name) => (name === 'Paper' ? paper : undefined),
  findBackground: async (name) => (name === 'beach.jpg' ? { kind: 'picture', file: '/here/beach.jpg' } : undefined),
}
const backgrounds = (...names: (string | undefined)[]): Segment => ({
  index: 1,
  text: 'One two.',
  marks: names.map((background): Mark => ({ kind: 'background', at: 0, ...(background && { background }) })),
})

test('looks, pictures, drawn backgrounds and colours are what the places say', async () => {
  const segments = [
    { ...backgrounds('beach.jpg', 'Aurora', '#1b2a4a', undefined), look: 'Paper' },
    { index: 2, text: 'Three.' },
  ]
  expect(await resolveNames(segments, places)).toEqual({
    ok: true,
    value: {
      looks: { Paper: paper },
      backgrounds: {
        'beach.jpg': { kind: 'picture', file: '/here/beach.jpg' },
        Aurora: { kind: 'gradient', name: 'aurora' },
        '#1b2a4a': { kind: 'solid', colour: '#1b2a4a' },
      },
    },
  })
})

test('what nobody knows is named', async () => {
  expect(await resolveNames([backgrounds('gone.png')], places)).toMatchObject({
    error: { code: 'BACKGROUND_UNKNOWN', facts: { name: 'gone.png' } },
  })
  expect(await resolveNames([{ index: 1, text: 'One.', look: 'Card' }], places)).toMatchObject({
    error: { code: 'LOOK_UNKNOWN', facts: { name: 'Card' } },
  })
})

test('on the command line a path is taken from where the script lies, and a folder is no picture', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'beach.jpg'), '')
  const { findBackground } = besideScript(join(folder, 'talk.txt'), { find: async () => undefined })
  expect(await findBackground('beach.jpg')).toEqual({ kind: 'picture', file: join(folder, 'beach.jpg') })
  expect(await findBackground('other.jpg')).toBeUndefined()
  expect(await findBackground('.')).toBeUndefined()
})
