import { expect, test } from 'vitest'
import { planServe, type ServeFlags } from '#cli/plans/planServe.ts'
import { englishSentence } from '#shared/errors.ts'

const flags = (changes: Partial<ServeFlags> = {}): ServeFlags => ({
  port: '4711',
  host: '127.0.0.1',
  concurrency: '3',
  queue: '100',
  allowHost: [],
  retention: '30d',
  retentionSize: '50GB',
  ...changes,
})

test('what is not typed has the documented defaults', () => {
  expect(planServe(flags(), {})).toEqual({
    ok: true,
    value: {
      port: 4711,
      host: '127.0.0.1',
      tokenFromKeychain: false,
      concurrency: 3,
      queueLimit: 100,
      allowHosts: [],
      retention: { age: 30 * 24 * 60 * 60 * 1000, size: 50e9 },
    },
  })
})

test('a speech server of one’s own means the openai engine', () => {
  const planned = planServe(flags({ baseUrl: 'http://localhost:8880/v1' }))
  expect(planned).toMatchObject({ value: { engine: 'openai', baseUrl: 'http://localhost:8880/v1' } })
})

test('OPENAI_BASE_URL names the server as it does for render, without choosing the engine', () => {
  const env = { OPENAI_BASE_URL: 'http://localhost:8880/v1' }
  const planned = planServe(flags({ engine: 'builtin' }), env)
  expect(planned).toMatchObject({ value: { engine: 'builtin', baseUrl: env.OPENAI_BASE_URL } })
  expect(planServe(flags(), env)).not.toMatchObject({ value: { engine: expect.anything() } })
  expect(planServe(flags({ baseUrl: 'http://other/v1' }), env)).toMatchObject({ value: { baseUrl: 'http://other/v1' } })
})

test.each([
  ['12h', 12],
  ['8w', 8 * 7 * 24],
  ['1.5d', 36],
])('%s is a time', (retention, hours) => {
  expect(planServe(flags({ retention }))).toMatchObject({ value: { retention: { age: hours * 3_600_000 } } })
})

test('the public address is an origin', () => {
  for (const publicUrl of ['https://shorts.example', 'HTTPS://Shorts.example:443/'])
    expect(planServe(flags({ publicUrl }))).toMatchObject({ value: { publicUrl: 'https://shorts.example' } })
})

test('hosts are names or addresses', () => {
  const allowHost = ['n8n.local', '192.168.1.20', '::1', '[fd00::2]']
  expect(planServe(flags({ allowHost }))).toMatchObject({ value: { allowHosts: allowHost } })
})

test.each<[Partial<ServeFlags>, string]>([
  [{ port: '80a' }, "'80a' is no port"],
  [{ port: '65536' }, 'is no port'],
  [{ concurrency: '0' }, '--concurrency takes a number from 1'],
  [{ queue: '-1' }, '--queue takes a number'],
  [{ retention: '30' }, '--retention takes a time'],
  [{ retention: '30 days' }, '--retention takes a time'],
  [{ retentionSize: 'big' }, '--retention-size takes a size'],
  [{ engine: 'siri' }, "no engine 'siri'"],
  [{ baseUrl: 'localhost:8880' }, 'is no address of a speech server'],
  [{ token: 'two words' }, 'A token has no spaces'],
  [{ token: 'abc', tokenFromKeychain: true }, 'exclude each other'],
  [{ allowHost: ['http://n8n.local'] }, '--allow-host takes a name'],
  [{ allowHost: ['n8n.local:5678'] }, '--allow-host takes a name'],
  [{ publicUrl: 'shorts.example' }, '--public-url takes an address'],
  [{ publicUrl: 'https://shorts.example/api' }, '--public-url takes an address'],
  [{ publicUrl: 'https://me@shorts.example' }, '--public-url takes an address'],
  [{ publicUrl: 'ftp://shorts.example' }, '--public-url takes an address'],
  [{ allowHost: ['a/b'] }, '--allow-host takes a name'],
])('%j is wrong use', (changes, words) => {
  const planned = planServe(flags(changes))
  expect(planned.ok ? '' : englishSentence(planned.error)).toContain(words)
})
