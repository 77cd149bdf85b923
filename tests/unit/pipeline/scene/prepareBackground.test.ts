import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareBackground } from '#pipeline/scene/prepareBackground.ts'
import type { Images } from '#ports/Images.ts'
import { Look } from '#shared/look/look.ts'
import { ok } from '#shared/result.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'

const images = { prepareBackground: async () => ok({ background: new Uint8Array(1) }) } as unknown as Images

const looks = {
  background: (file: string) => Look.parse({ background: { kind: 'picture', file } }),
  logo: (file: string) => Look.parse({ logo: { file } }),
  music: (file: string) => Look.parse({ music: { file } }),
}
const prepare = (look: Look) =>
  prepareBackground({ kind: 'shorts', look }, images, join(scratch(), 'work'), AbortSignal.any([]))

test.each([
  ['background', 'PICTURE_NOT_FOUND'],
  ['logo', 'PICTURE_NOT_FOUND'],
  ['music', 'MUSIC_NOT_FOUND'],
] as const)('a %s that is not there and one that can not be read are two things', async (role, missing) => {
  const file = join(scratch(), 'file')
  expect(await prepare(looks[role](file))).toMatchObject({ error: { code: missing } })
  expect(await prepare(looks[role](join(file, 'below')))).toMatchObject({ error: { code: missing } })
  writeFileSync(file, 'OggS, or anything else')
  expect(await prepare(looks[role](join(file, 'below')))).toMatchObject({ error: { code: missing } })
  const giveBack = makeUnreadable(file)
  const refused = await prepare(looks[role](file))
  expect(refused).toMatchObject({ error: { code: 'FILE_UNREADABLE', facts: { path: file } } })
  giveBack()
  expect(await prepare(looks[role](file))).toMatchObject({ ok: true })
})

test('a folder is no image that is missing', async () => {
  const folder = join(scratch(), 'folder')
  mkdirSync(folder)
  expect(await prepare(looks.background(folder))).toMatchObject({ error: { code: 'FILE_UNREADABLE' } })
})

test('the digest changes with the content of every file that the look names', async () => {
  for (const role of ['background', 'logo', 'music'] as const) {
    const file = join(scratch(), 'file')
    const digests = new Set<unknown>()
    for (const content of ['one', 'two', 'one']) {
      writeFileSync(file, `OggS${content}`)
      const stage = await prepare(looks[role](file))
      digests.add(stage.ok && stage.value.digest)
    }
    expect(digests.size).toBe(2)
  }
})

test('music that is no sound file is refused before any speech is bought', async () => {
  const file = join(scratch(), 'song.mp3')
  writeFileSync(file, 'ffconcat version 1.0\nfile diary.mp3\n')
  expect(await prepare(looks.music(file))).toMatchObject({ error: { code: 'MUSIC_UNREADABLE' } })
})
