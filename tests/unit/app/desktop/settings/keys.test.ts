import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeys } from '#app/desktop/settings/keys.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fakeKeychain } from '#tests/fakes/service/fakeKeychain.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'

function open(environment?: string, home = scratch(), keychain = fakeKeychain()) {
  const events: AppEvent[] = []
  const at = { speechUrl: '' }
  const answers: { test: Result<unknown> } = { test: ok(undefined) }
  const keys = openKeys({
    home,
    keychain,
    environment,
    speechUrl: () => at.speechUrl,
    test: async () => answers.test,
    publish: (event) => events.push(event),
  })
  return { home, keys, keychain, events, at, answers }
}

test('a key goes into the keychain, is told of, and never told', async () => {
  const { keys, keychain, events } = open()
  expect(await keys.state()).toEqual({ state: 'none' })
  expect(unwrap(await keys.choice.choose())).toBe('builtin')
  const set = await keys.handlers.setKey({ key: 'sk-secret' })
  expect(set).toEqual({ ok: true, value: { state: 'keychain' } })
  expect(keychain.secret).toBe('sk-secret')
  expect(unwrap(await keys.choice.choose())).toBe('openai')
  expect(events).toEqual([
    { type: 'key', key: { state: 'keychain' } },
    { type: 'engine', engine: 'openai' },
  ])
  expect(JSON.stringify([set, events])).not.toContain('sk-secret')
  unwrap(await keys.handlers.deleteKey({}))
  expect(keychain.secret).toBeNull()
  expect(unwrap(await keys.choice.choose())).toBe('builtin')
  expect(await keys.choice.choose('openai')).toMatchObject({ error: { code: 'KEY_MISSING' } })
})

test('a key goes to the server that it was given for, and to no other', async () => {
  const { keys, at } = open()
  unwrap(await keys.handlers.setKey({ key: 'sk-openai' }))
  expect(await keys.read()).toEqual(ok('sk-openai'))
  at.speechUrl = 'https://elsewhere.example/v1'
  expect(await keys.read()).toEqual(ok(null))
  expect(await keys.state()).toEqual({ state: 'none' })
  unwrap(await keys.handlers.setKey({ key: 'its-own' }))
  expect(await keys.read()).toEqual(ok('its-own'))
  at.speechUrl = ''
  expect(await keys.read()).toEqual(ok(null))
})

test('a server of one’s own is used without a key', async () => {
  const { keys, at } = open()
  at.speechUrl = 'http://localhost:8880/v1'
  expect(unwrap(await keys.choice.choose())).toBe('openai')
  expect(unwrap(await keys.choice.choose('builtin'))).toBe('builtin')
})

test('the environment’s key is OpenAI’s own, and stays where it is', async () => {
  const { keys, keychain, at } = open('sk-env')
  expect(await keys.state()).toEqual({ state: 'environment' })
  expect(await keys.read()).toEqual(ok('sk-env'))
  for (const refused of [await keys.handlers.setKey({ key: 'x' }), await keys.handlers.deleteKey({})])
    expect(refused).toMatchObject({ error: { code: 'KEY_IN_ENVIRONMENT' } })
  expect(keychain.secret).toBeNull()
  at.speechUrl = 'http://localhost:8880/v1'
  expect(await keys.read()).toEqual(ok(null))
})

test('a locked keychain is said, and nothing is kept anywhere else', async () => {
  const { keys, keychain } = open()
  keychain.locked = true
  expect(await keys.state()).toMatchObject({ state: 'unavailable', error: { code: 'KEYCHAIN_UNAVAILABLE' } })
  expect(await keys.handlers.setKey({ key: 'sk-secret' })).toMatchObject({ error: { code: 'KEYCHAIN_UNAVAILABLE' } })
  expect(unwrap(await keys.choice.choose())).toBe('builtin')
  expect(await keys.choice.choose('openai')).toMatchObject({ error: { code: 'KEYCHAIN_UNAVAILABLE' } })
})

/** A key that was given for another server than OpenAI, and where that is noted. */
async function ofAnotherServer() {
  const { home, keys, keychain, at } = open()
  at.speechUrl = 'https://elsewhere.example/v1'
  unwrap(await keys.handlers.setKey({ key: 'its-own' }))
  return { home, keychain, note: join(home, 'key-server.json') }
}

test('while nobody can read which server a key was given for, it is sent to none and is not written over', async () => {
  const { home, keychain, note } = await ofAnotherServer()
  const giveBack = makeUnreadable(note)
  const { keys } = open(undefined, home, keychain)
  const unreadable = { error: { code: 'FILE_UNREADABLE' } }
  expect(keys.problem).toMatchObject(unreadable.error)
  expect(await keys.read()).toMatchObject(unreadable)
  expect(await keys.state()).toMatchObject({ state: 'unavailable', ...unreadable })
  expect(await keys.choice.choose('openai')).toMatchObject(unreadable)
  expect(await keys.handlers.setKey({ key: 'sk-other' })).toMatchObject(unreadable)
  expect(keychain.secret).toBe('its-own')
  expect(await open('sk-env', home, keychain).keys.read()).toEqual(ok('sk-env'))
  giveBack()
  expect(await keys.read()).toEqual(ok(null))
})

test('where the note of its server is damaged, a key has to be given anew, after the next start too', async () => {
  const { home, keychain, note } = await ofAnotherServer()
  writeFileSync(note, '{')
  const { keys } = open(undefined, home, keychain)
  expect(keys.problem).toMatchObject({ code: 'FILE_DAMAGED' })
  expect([await keys.read(), await keys.state()]).toEqual([ok(null), { state: 'none' }])
  await expect.poll(() => existsSync(note)).toBe(true)
  expect(await open(undefined, home, keychain).keys.read()).toEqual(ok(null))
})

test('a key whose server can not be noted is not kept', async () => {
  const { home, keys, keychain, at } = open()
  at.speechUrl = 'https://elsewhere.example/v1'
  rmSync(home, { recursive: true })
  writeFileSync(home, '')
  expect(await keys.handlers.setKey({ key: 'its-own' })).toMatchObject({ error: { code: 'FOLDER_IS_FILE' } })
  expect(keychain.secret).toBeNull()
})

test('what could not be a key is refused without being repeated', async () => {
  const { keys, keychain } = open()
  const refused = await keys.handlers.setKey({ key: 'two words' })
  expect(refused).toMatchObject({ error: { code: 'KEY_REFUSED' } })
  expect(JSON.stringify(refused)).not.toContain('two words')
  expect(keychain.secret).toBeNull()
})

test('trying the key passes on what the service said', async () => {
  const { keys, answers } = open()
  expect(await keys.handlers.testKey({})).toEqual(ok({}))
  answers.test = fail(appError('SPEECH_NO_CREDIT'))
  expect(await keys.handlers.testKey({})).toMatchObject({ error: { code: 'SPEECH_NO_CREDIT' } })
})
