import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openVoicePacks } from '#app/desktop/voices/voicePacks.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { PackState } from '#shared/desktop/desktop.ts'
import { packServer } from '#tests/fakes/api/packServer.ts'
import { openTestDesktop } from '#tests/fakes/service/openTestDesktop.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

async function open() {
  const [server, home] = [await packServer(), scratch()]
  const told: PackState[] = []
  const publish = (event: AppEvent) => {
    if (event.type === 'packs') told.push(PackState.parse(event.packs[0]))
  }
  let changes = 0
  const packs = openVoicePacks({
    home,
    publish,
    packs: [server.pack],
    env: { HF_ENDPOINT: server.origin },
    onChange: () => changes++,
  })
  onTestFinished(() => packs.close())
  const now = () => told.at(-1)?.state
  const input = { name: 'kokoro' }
  return { server, home, packs, told, now, input, changes: () => changes, handlers: packs.handlers }
}

test('a pack is fetched with its progress told, and what it changes is told once it is whole', async () => {
  const { server, packs, handlers, told, now, input, changes } = await open()
  expect(await packs.states()).toMatchObject([{ name: 'kokoro', state: 'absent', done: 0, bytes: 308_000 }])
  server.mood = 'slow'
  expect(await handlers.fetchPack(input)).toEqual({ ok: true, value: {} })
  await expect.poll(now, { timeout: 30_000 }).toBe('whole')
  expect(told.filter(({ state }) => state === 'fetching').length).toBeGreaterThan(2)
  const done = told.map((state) => state.done)
  expect(done).toEqual(done.toSorted((one, other) => one - other))
  await expect.poll(changes).toBe(1)
})

test('paused, it keeps what is here; removed, nothing of it stays, not even while it is fetched', async () => {
  const { server, home, packs, handlers, told, input, changes } = await open()
  server.mood = 'slow'
  await handlers.fetchPack(input)
  await expect.poll(() => told.at(-1)?.done).toBeGreaterThan(10_000)
  await handlers.pausePack(input)
  const [paused] = await packs.states()
  expect(paused).toMatchObject({ state: 'begun' })
  expect(paused).not.toHaveProperty('error')
  expect(told.at(-1)).toEqual(paused)

  await handlers.fetchPack(input)
  await expect.poll(() => told.at(-1)?.done).toBeGreaterThan(paused!.done)
  await handlers.removePack(input)
  expect(told.at(-1)).toMatchObject({ state: 'absent', done: 0 })
  expect(existsSync(join(home, 'voices/kokoro'))).toBe(false)
  expect(changes()).toBe(1)
})

test('what went wrong stays until it is tried again', async () => {
  const { server, told, now, handlers, input } = await open()
  server.mood = 'missing'
  await handlers.fetchPack(input)
  await expect.poll(now).toBe('absent')
  expect(told.at(-1)).toMatchObject({ state: 'absent', error: { code: 'VOICE_PACK_REFUSED' } })
  server.mood = 'good'
  await handlers.fetchPack(input)
  await expect.poll(now).toBe('whole')
  expect(told.at(-1)).not.toHaveProperty('error')
})

test('a download ends with the app and is gone on with at the next start', async () => {
  const { server, packs, told, handlers, input } = await open()
  server.mood = 'slow'
  await handlers.fetchPack(input)
  await expect.poll(() => told.at(-1)?.done).toBeGreaterThan(10_000)
  await packs.close()
  expect(await packs.states()).toMatchObject([{ state: 'begun' }])
})

test('only packs that there are can be asked for', async () => {
  const { handlers } = await open()
  const input = { name: '../looks' }
  for (const answer of [await handlers.fetchPack(input), await handlers.removePack(input)])
    expect(answer).toMatchObject({ error: { code: 'VOICE_PACK_UNKNOWN' } })
})

test('a pack that is whole speaks for who named no other voice, and no more once it is removed', async () => {
  const server = await packServer()
  const packSource = { packs: [server.pack], env: { HF_ENDPOINT: server.origin } }
  const { desktop, events } = openTestDesktop(undefined, {}, { packSource })
  const engines = () => events.flatMap((event) => (event.type === 'engine' ? event.engine : []))
  await desktop.handlers.fetchPack({ name: 'kokoro' })
  await expect.poll(engines).toEqual(['natural'])
  expect(await desktop.handlers.snapshot({})).toMatchObject({
    value: { app: { engine: 'natural' }, packs: [{ name: 'kokoro', state: 'whole' }] },
  })
  await desktop.handlers.removePack({ name: 'kokoro' })
  expect(engines()).toEqual(['natural', 'builtin'])
})
