import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { AddressRefused, type Outbound, parseAddress, send, vetAddress } from '#app/net/outbound.ts'
import { rawServer, switchingServer } from '#tests/fakes/api/rawServer.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'

const nothingAllowed: Outbound = { allowHosts: [] }
const answering = (...addresses: string[]): Outbound => ({
  allowHosts: [],
  lookup: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
})
const local: Outbound = { allowHosts: ['127.0.0.1'] }
const get = { method: 'GET', signal: AbortSignal.timeout(5_000) } as const

test.each([
  ['not an address', 'no web address'],
  ['/picture.jpg', 'no web address'],
  ['ftp://example.com/a.png', 'only http and https'],
  ['file:///etc/passwd', 'only http and https'],
  ['data:image/png;base64,AAAA', 'only http and https'],
  ['javascript:alert(1)', 'only http and https'],
  ['https://user@example.com/', 'user name or a password'],
  ['https://:secret@example.com/', 'user name or a password'],
  [`https://example.com/${'a'.repeat(3000)}`, 'longer than 2048'],
])('%s is refused in words', (address, words) => {
  expect(() => parseAddress(address, nothingAllowed)).toThrow(AddressRefused)
  expect(() => parseAddress(address, nothingAllowed)).toThrow(words)
})

test.each([
  '127.0.0.1',
  '127.1',
  '0x7f.1',
  '2130706433',
  '017700000001',
  '0',
  '10.1',
  '169.254.169.254',
  '１２７.０.０.１',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:a00:1]',
  '[::127.0.0.1]',
  '[fe80::1]',
  '[fd00::1]',
  '[64:ff9b::10.0.0.1]',
  '[2002:7f00:1::]',
  '[::ffff:0:127.0.0.1]',
  '[4000::1]',
])('the private address %s is refused however it is written', (host) => {
  expect(() => parseAddress(`http://${host}:8080/x`, nothingAllowed)).toThrow('private network')
})

test.each(['https://example.com/a.png', 'http://93.184.216.34/', 'https://[2606:4700::1111]:8443/x?y#z'])(
  '%s may be used',
  (address) => expect(parseAddress(address, nothingAllowed).href).toBe(address),
)

test('a name that leads to a private address is refused, even when other answers are public', async () => {
  for (const outbound of [answering('10.0.0.7'), answering('93.184.216.34', '::1'), answering('::ffff:127.0.0.1')])
    await expect(vetAddress('https://rebind.example/', outbound)).rejects.toThrow('private network')
  await expect(vetAddress('http://localhost:4711/', nothingAllowed)).rejects.toThrow('private network')
})

test('a name that is unknown now passes the first look: the request itself will say so', async () => {
  const unknown: Outbound = { allowHosts: [], lookup: () => Promise.reject(new Error('ENOTFOUND')) }
  await expect(vetAddress('https://unknown.example/', unknown)).resolves.toBeInstanceOf(URL)
})

test('the connection itself goes to vetted answers only', async () => {
  const origin = await webServer((_, response) => response.end('secret'))
  const { port } = new URL(origin)
  // The first look saw a public address; the socket's own lookup sees another one.
  let asked = 0
  const changing: Outbound = {
    allowHosts: [],
    lookup: async () => [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }],
  }
  const url = await vetAddress(`http://rebind.example:${port}/`, changing)
  await expect(send(url, get, changing)).rejects.toThrow('private network')
  await expect(send(new URL(origin), get, nothingAllowed)).rejects.toThrow('private network')
})

test('a server that wants to speak another protocol is hung up on, and its 101 is an answer like any other', async () => {
  const { origin, gone } = await switchingServer()
  const response = await send(new URL(origin), get, local)
  expect(response.statusCode).toBe(101)
  await gone
})

test.each(['', 'HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'])(
  'a connection that is closed after %j rejects',
  async (said) => {
    const origin = await rawServer((socket) => socket.once('data', () => socket.end(said)))
    await expect(send(new URL(origin), get, local)).rejects.toMatchObject({ code: 'ECONNRESET' })
  },
)

test.each(['', 'HTTP/1.1 102 Processing\r\n\r\n'])(
  'the signal ends the wait for a server that says %j',
  async (said) => {
    const origin = await rawServer((socket) => socket.write(said))
    const signal = AbortSignal.timeout(50)
    await expect(send(new URL(origin), { method: 'GET', signal }, local)).rejects.toThrow(/abort/i)
  },
)

test('an allowed host may be private, and only that one', async () => {
  const origin = await webServer((request, response) => response.end(`hello ${request.headers.host}`))
  const { port } = new URL(origin)
  const home: Outbound = { ...answering('127.0.0.1'), allowHosts: ['N8N.home', '127.0.0.1'] }
  expect(await text(await send(new URL(`http://n8n.home:${port}/`), get, home))).toBe(`hello n8n.home:${port}`)
  expect(await text(await send(new URL(origin), get, home))).toBe(`hello 127.0.0.1:${port}`)
  await expect(send(new URL(`http://other.home:${port}/`), get, home)).rejects.toThrow('private network')
  expect(() => parseAddress('http://[::1]/', { allowHosts: ['[::1]'] })).not.toThrow()
})
