import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addPack } from '#app/voices/addPack.ts'
import { checkPack } from '#app/voices/checkPack.ts'
import { findPresence } from '#app/voices/findPresence.ts'
import { openDownload } from '#app/voices/openDownload.ts'
import { removePack } from '#app/voices/removePack.ts'
import { packSize } from '#shared/speech/voicePacks.ts'
import { packServer } from '#tests/fakes/api/packServer.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const { signal } = new AbortController()

async function addedPack() {
  const [server, home] = [await packServer(), scratch()]
  const source = openDownload(server.pack, { signal, env: { HF_ENDPOINT: server.origin } })
  const add = () => addPack(server.pack, { home, source, signal, told: () => {} })
  return { home, pack: server.pack, add, at: (path: string) => join(home, 'voices', 'kokoro', path) }
}

test('a whole pack is whole; what is damaged or gone is named', async () => {
  const { home, pack, add, at } = await addedPack()
  expect(inEnglish(await checkPack(home, 'kokoro', signal))).toMatchObject({
    error: { code: 'VOICE_PACK_MISSING', message: expect.stringContaining('pausecut voices add kokoro') },
  })
  expect(await findPresence(home, pack)).toEqual({ state: 'absent', done: 0 })
  await add()
  expect(await checkPack(home, 'kokoro', signal)).toEqual({ ok: true, value: undefined })
  expect(await findPresence(home, pack)).toEqual({ state: 'whole', done: packSize(pack) })

  writeFileSync(at('voices/af_heart.bin'), Buffer.alloc(5_000))
  expect(await findPresence(home, pack)).toMatchObject({ state: 'whole' })
  rmSync(at('lexicon/us_gold.json'))
  expect(await findPresence(home, pack)).toEqual({ state: 'damaged', done: packSize(pack) - 3_000 })
  expect(await checkPack(home, 'kokoro', signal)).toMatchObject({
    error: { code: 'VOICE_PACK_DAMAGED', facts: { files: 'voices/af_heart.bin, lexicon/us_gold.json' } },
  })
  await add()
  expect(await checkPack(home, 'kokoro', signal)).toEqual({ ok: true, value: undefined })
})

test('what a download began counts, and no more than the pack has', async () => {
  const { home, pack, at } = await addedPack()
  mkdirSync(at('onnx'), { recursive: true })
  writeFileSync(at('onnx/model.onnx.part'), Buffer.alloc(1_000))
  expect(await findPresence(home, pack)).toEqual({ state: 'begun', done: 1_000 })
  writeFileSync(at('onnx/model.onnx.part'), Buffer.alloc(999_999))
  expect(await findPresence(home, pack)).toEqual({ state: 'begun', done: 300_000 })
})

test('a manifest that is none is as good as none', async () => {
  const { home, pack, add, at } = await addedPack()
  await add()
  writeFileSync(at('pack.json'), '{"files": [{"path": "../../x"}]}')
  expect(await findPresence(home, pack)).toMatchObject({ state: 'begun' })
  await add()
  expect(await findPresence(home, pack)).toMatchObject({ state: 'whole' })
})

test('a removed pack is gone with all that was begun', async () => {
  const { home, pack, add } = await addedPack()
  expect(await removePack(home, 'kokoro')).toEqual({ ok: true, value: false })
  await add()
  expect(await removePack(home, 'kokoro')).toEqual({ ok: true, value: true })
  expect(await findPresence(home, pack)).toEqual({ state: 'absent', done: 0 })
  expect(readdirSync(join(home, 'voices'))).toEqual(['.kokoro.lock'])
})
