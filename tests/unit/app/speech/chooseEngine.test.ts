import { expect, test } from 'vitest'
import { chooseEngine } from '#app/speech/chooseEngine.ts'
import { findKey, keyReader } from '#app/speech/findKey.ts'
import type { KeyStore } from '#ports/KeyStore.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'

const problem = appError('KEYCHAIN_UNAVAILABLE', { reason: words('it is locked') })
const unavailable = fail(problem)
const keychain = (stored: Result<string | null>): KeyStore => ({
  set: async () => ok(undefined),
  delete: async () => ok(false),
  has: async () => (stored.ok ? ok(stored.value !== null) : stored),
  read: async () => stored,
})
const full = keychain(ok('sk-kept'))
const empty = keychain(ok(null))
const locked = keychain(unavailable)
const missing = fail(appError('VOICE_PACK_MISSING', { name: 'kokoro' }))
const keyIn = (store: KeyStore, env = {}, pack: Result<unknown> = missing) => ({
  findKey: () => findKey(store, env),
  pack: () => pack,
})

test('the key is looked for in the environment first, and never told', async () => {
  expect(await findKey(locked, { OPENAI_API_KEY: 'sk-env' })).toEqual({ place: 'environment' })
  expect(await findKey(full, {})).toEqual({ place: 'keychain' })
  expect(await findKey(empty, { OPENAI_API_KEY: '' })).toEqual({ place: 'nowhere' })
  expect(await findKey(locked, {})).toEqual({ place: 'nowhere', problem })
})

test('the speech engine reads it from the same place', async () => {
  expect(await keyReader(full, { OPENAI_API_KEY: 'sk-env' })()).toEqual(ok('sk-env'))
  expect(await keyReader(full, {})()).toEqual(ok('sk-kept'))
  expect(await keyReader(locked, {})()).toEqual(unavailable)
})

test('without a wish it is OpenAI’s where there is a key, else the built-in one', async () => {
  expect(await chooseEngine({}, keyIn(full))).toEqual(ok('openai'))
  expect(await chooseEngine({}, keyIn(locked, { OPENAI_API_KEY: 'sk-env' }))).toEqual(ok('openai'))
  expect(await chooseEngine({}, keyIn(empty))).toEqual(ok('builtin'))
  expect(await chooseEngine({}, keyIn(locked))).toEqual(ok('builtin'))
})

test('a wish is followed, or refused before any work where it can not be', async () => {
  expect(await chooseEngine({ engine: 'builtin' }, keyIn(full))).toEqual(ok('builtin'))
  expect(await chooseEngine({ engine: 'openai' }, keyIn(full))).toEqual(ok('openai'))
  expect(await chooseEngine({ engine: 'openai' }, keyIn(empty))).toMatchObject({ error: { code: 'KEY_MISSING' } })
  expect(await chooseEngine({ engine: 'openai' }, keyIn(locked))).toEqual(unavailable)
  // A server of one's own may ask for none.
  const own = { engine: 'openai', baseUrl: 'http://localhost:8880/v1' } as const
  expect(await chooseEngine(own, keyIn(empty))).toEqual(ok('openai'))
})

test('with a voice pack it is the natural voice where there is no key', async () => {
  const pack = ok({})
  expect(await chooseEngine({}, keyIn(empty, {}, pack))).toEqual(ok('natural'))
  expect(await chooseEngine({}, keyIn(full, {}, pack))).toEqual(ok('openai'))
  expect(await chooseEngine({ engine: 'natural' }, keyIn(full, {}, pack))).toEqual(ok('natural'))
  expect(await chooseEngine({ engine: 'builtin' }, keyIn(empty, {}, pack))).toEqual(ok('builtin'))
  expect(await chooseEngine({ voice: 'af_heart' }, keyIn(full, {}, pack))).toEqual(ok('natural'))
})

test('without one it is refused where only it will do', async () => {
  expect(await chooseEngine({ engine: 'natural' }, keyIn(full))).toEqual(missing)
  expect(await chooseEngine({ voice: 'af_heart' }, keyIn(empty))).toEqual(missing)
})

test('a damaged pack is told, and no other voice takes its place', async () => {
  const damaged = fail(appError('VOICE_PACK_DAMAGED', { name: 'kokoro', files: 'onnx/model.onnx' }))
  expect(await chooseEngine({}, keyIn(empty, {}, damaged))).toEqual(damaged)
  expect(await chooseEngine({ engine: 'natural' }, keyIn(empty, {}, damaged))).toEqual(damaged)
  expect(await chooseEngine({ engine: 'builtin' }, keyIn(empty, {}, damaged))).toEqual(ok('builtin'))
  expect(await chooseEngine({}, keyIn(full, {}, damaged))).toEqual(ok('openai'))
})
