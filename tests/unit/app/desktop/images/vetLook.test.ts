import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createVetLook } from '#app/desktop/images/vetLook.ts'
import { Look } from '#shared/look/look.ts'
import { defaultLook } from '#shared/look/looks.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const folder = scratch
const look = (file: string) => Look.parse({ background: { kind: 'picture', file } })

test('a look may name what lies in the app’s own folders', () => {
  const own = folder()
  const vet = createVetLook([own, `${own}-looks`])
  expect(vet(defaultLook).ok).toBe(true)
  expect(vet(look(join(own, 'a.png'))).ok).toBe(true)
  expect(vet(Look.parse({ logo: { file: join(`${own}-looks`, 'brand', 'logo.png') } })).ok).toBe(true)
})

test.each([
  ['another place', (own: string) => `${own}x/a.png`],
  ['a way out', (own: string) => `${own}/../a.png`],
  ['the folder itself', (own: string) => own],
  ['a relative path', () => 'a.png'],
])('%s is refused by name, as background, logo or music', (_, path) => {
  const own = folder()
  const vet = createVetLook([own])
  const file = path(own)
  for (const named of [look(file), Look.parse({ logo: { file } }), Look.parse({ music: { file } })])
    expect(vet(named)).toMatchObject({
      error: { code: 'FILE_NOT_OURS', facts: { path: file } },
    })
})
