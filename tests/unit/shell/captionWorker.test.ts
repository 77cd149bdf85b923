import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPreviewCaptions } from '#app/desktop/preview/previewCaptions.ts'
import { openStepWorker } from '#engines/workers/openStepWorker.ts'
import { CaptionRequest } from '#shared/desktop/appContract.ts'
import type { PaintedWindow } from '#shared/desktop/desktop.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'

const root = join(import.meta.dirname, '../../..')
const script = new URL('../../../src-main/shell/captionWorker.ts', import.meta.url)
const worker = openStepWorker<CaptionRequest, PaintedWindow>(script, { fonts: join(root, 'assets/fonts') }, 256)
afterAll(() => worker.close())
const ask = (text: string, at = 0) => CaptionRequest.parse({ text, at, look: {}, kind: 'shorts' })

test('captions come from a thread of their own, in the shipped fonts', async () => {
  const preview = createPreviewCaptions(worker)
  const window = unwrap(await preview(ask('One two three.')))
  expect(window.shapes.length).toBeGreaterThan(5)
  expect(window).toMatchObject({ at: 0, from: 0, to: window.pictures, warnings: [] })
})

test('a later call ends an earlier one', async () => {
  const preview = createPreviewCaptions(worker)
  const long = 'The boats come home late, and the lamps are lit by hand. '.repeat(1700)
  const calls = [preview(ask(long)), preview(ask(`${long}And`)), preview(ask('One.'))]
  const [first, second, last] = await Promise.all(calls)
  expect(first).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(second).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(unwrap(last!).pictures).toBeLessThan(100)
})
