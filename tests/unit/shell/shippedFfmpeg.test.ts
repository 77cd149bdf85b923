import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedFfmpeg } from '#shell/shippedFfmpeg.ts'
import { scratch } from '#tests/fakes/scratch.ts'

function ship(content: string, expected = content) {
  const app = scratch()
  const resources = scratch()
  mkdirSync(join(app, 'dist'))
  const sha256 = createHash('sha256').update(expected).digest('hex')
  writeFileSync(join(app, 'dist', 'ffmpeg.json'), JSON.stringify({ file: 'ffmpeg', sha256 }))
  writeFileSync(join(resources, 'ffmpeg'), content)
  return { app, resources }
}

test('the ffmpeg that was packaged is used', async () => {
  const { app, resources } = ship('the program')
  expect(await shippedFfmpeg(app, resources)).toEqual({ ok: true, value: join(resources, 'ffmpeg') })
})

test('another file in its place is never started', async () => {
  const { app, resources } = ship('something else', 'the program')
  const refused = await shippedFfmpeg(app, resources)
  expect(refused).toMatchObject({ ok: false, error: { code: 'FFMPEG_BROKEN' } })
})

test('a file that is gone is said; an app that brought none looks elsewhere', async () => {
  const { app, resources } = ship('the program')
  expect(await shippedFfmpeg(app, join(resources, 'none'))).toMatchObject({ error: { code: 'FFMPEG_BROKEN' } })
  expect(await shippedFfmpeg(scratch(), resources)).toEqual({ ok: true, value: undefined })
})
