import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadFliteModule } from '#engines/flite/fliteModule.ts'

test('another build than the pinned one is refused in words', async () => {
  const other = join(tmpdir(), `flite-${process.pid}.wasm`)
  await writeFile(other, Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))
  const refused = await loadFliteModule(other)
  expect(refused).toMatchObject({ ok: false, error: { code: 'BUILTIN_VOICE_BROKEN' } })
  const missing = await loadFliteModule(join(tmpdir(), 'no-such-flite.wasm'))
  expect(missing).toMatchObject({ ok: false, error: { code: 'BUILTIN_VOICE_BROKEN' } })
})
