import { expect, test } from 'vitest'
import { vetAddresses } from '#app/net/vetAddresses.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const lookup = async (host: string) => [{ address: host.endsWith('.home') ? '10.0.0.7' : host, family: 4 }]
const outbound = { allowHosts: ['n8n.home'], lookup }

test('addresses that may be used come back as they will be asked for', async () => {
  const addresses = { backgroundUrl: 'HTTP://1.1.1.1/a b', webhookUrl: 'http://N8N.home:5678' }
  const vetted = { backgroundUrl: 'http://1.1.1.1/a%20b', webhookUrl: 'http://n8n.home:5678/' }
  expect(inEnglish(await vetAddresses(addresses, outbound))).toEqual({ ok: true, value: vetted })
  expect(await vetAddresses({}, outbound)).toEqual({ ok: true, value: {} })
})

test.each([
  [
    { backgroundUrl: 'http://other.home/a.png' },
    /^The address of the background picture may not be used: other.home is/,
  ],
  [{ webhookUrl: 'http://127.1/' }, /^The address of the webhook may not be used: 127.0.0.1 is/],
])('%j is refused by its name', async (addresses, message) => {
  const refused = { ok: false, error: { code: 'ADDRESS_REFUSED', message: expect.stringMatching(message) } }
  expect(inEnglish(await vetAddresses(addresses, outbound))).toMatchObject(refused)
})
