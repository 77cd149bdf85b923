import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkShippedFfmpeg } from '#shell/service/shippedFfmpeg.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function ship(...programs: { content: string; expected?: string }[]) {
  const app = scratch()
  const resources = scratch()
  mkdirSync(join(app, 'dist'))
  const record = programs.map(({ content, expected = content }, at) => {
    writeFileSync(join(resources, `ffmpeg${at}`), content)
    return { file: `ffmpeg${at}`, sha256: createHash('sha256').update(expected).digest('hex') }
  })
  writeFileSync(join(app, 'dist', 'ffmpeg.json'), JSON.stringify(record))
  return { app, resources }
}
const good = { ok: true, value: undefined }

test('programs that are the very ones that were packaged may be started', async () => {
  const { app, resources } = ship({ content: 'one' }, { content: 'two' })
  expect(await checkShippedFfmpeg(app, resources)).toEqual(good)
})

test.each([0, 1])('another file in the place of program %i is never started', async (broken) => {
  const programs = [{ content: 'one' }, { content: 'two' }]
  const { app, resources } = ship(...programs.map((one, at) => (at === broken ? { ...one, expected: 'mine' } : one)))
  expect(await checkShippedFfmpeg(app, resources)).toMatchObject({
    ok: false,
    error: { code: 'FFMPEG_BROKEN', facts: { path: expect.stringContaining(`ffmpeg${broken}`) } },
  })
})

test('one that is gone, or was never brought, stands in nobody’s way', async () => {
  const { app, resources } = ship({ content: 'one' })
  rmSync(join(resources, 'ffmpeg0'))
  expect(await checkShippedFfmpeg(app, resources)).toEqual(good)
  expect(await checkShippedFfmpeg(scratch(), resources)).toEqual(good)
})
