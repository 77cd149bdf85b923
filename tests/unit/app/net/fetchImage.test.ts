import { readdirSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import { fetchPicture } from '#app/net/fetchImage.ts'
import type { Outbound } from '#app/net/outbound.ts'
import { englishSentence } from '#shared/errors.ts'
import { switchingServer } from '#tests/fakes/api/rawServer.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { jpegHeader, pngHeader, webpHeader } from '#tests/fakes/media/pictures.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const signal = new AbortController().signal
const local: Outbound = { allowHosts: ['127.0.0.1'] }

async function fetchFrom(listener: RequestListener, path = '/picture', outbound = local) {
  const folder = scratch()
  const origin = await webServer(listener)
  const fetched = await fetchPicture(origin + path, folder, outbound, signal)
  return { fetched, left: readdirSync(folder) }
}

const reasonOf = ({ fetched }: Awaited<ReturnType<typeof fetchFrom>>) =>
  fetched.ok ? 'fetched' : `${fetched.error.code}: ${englishSentence(fetched.error)}`

test.each([
  ['PNG', pngHeader(1000, 1000)],
  ['JPEG', jpegHeader(1000, 1000)],
  ['WebP', webpHeader('VP8 ', 1000, 1000)],
])('a %s is fetched whole', async (_, picture) => {
  const { fetched, left } = await fetchFrom((_request, response) => response.end(picture))
  expect(fetched.ok && readFileSync(fetched.value).equals(picture)).toBe(true)
  expect(left).toEqual(['background'])
})

test.each([
  ['an error page', 'no PNG, JPEG or WebP', '<html>Not found</html>'],
  ['an SVG, whatever it says it is', 'no PNG, JPEG or WebP', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['nothing', 'no PNG, JPEG or WebP', ''],
  ['a picture bomb', 'more than 100 megapixels', pngHeader(60_000, 60_000)],
])('%s is refused and leaves nothing', async (_, words, body) => {
  const outcome = await fetchFrom((_request, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(body),
  )
  expect(reasonOf(outcome)).toMatch(/^PICTURE_NOT_FETCHED: The background picture could not be fetched: /)
  expect(reasonOf(outcome)).toContain(words)
  expect(outcome.left).toEqual([])
})

test('a stream without end stops at 20 MiB', async () => {
  let sent = 0
  const outcome = await fetchFrom((_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(1 << 20))) sent++
      sent++
    }
    response.on('drain', more)
    more()
  })
  expect(reasonOf(outcome)).toContain('larger than 20 MiB')
  expect(sent).toBeLessThan(64)
  expect(outcome.left).toEqual([])
})

test('a server that answers 101 is refused like any other status', async () => {
  const { origin } = await switchingServer()
  const fetched = await fetchPicture(`${origin}/x.png`, scratch(), local, signal)
  expect(fetched).toMatchObject({ error: { facts: { reason: { code: 'SERVER_STATUS', facts: { status: 101 } } } } })
})

test('a status that is no picture is said', async () => {
  expect(reasonOf(await fetchFrom((_, response) => response.writeHead(404).end()))).toContain('status 404')
})

test('three redirects are followed, a fourth is not', async () => {
  const hops: RequestListener = (request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) response.end(pngHeader(9, 9))
    else response.writeHead(302, { location: `/${left - 1}` }).end()
  }
  expect((await fetchFrom(hops, '/3')).fetched.ok).toBe(true)
  expect(reasonOf(await fetchFrom(hops, '/4'))).toContain('more than 3 times')
})

test.each([
  ['to a private address', 'http://10.0.0.1/x.png', 'private network'],
  ['to a private name', 'http://intranet.example/x.png', 'private network'],
  ['out of the web', 'file:///etc/passwd', 'only http and https'],
  ['with credentials', 'https://a:b@example.com/', 'user name or a password'],
  ['to nowhere', 'http://', 'no web address'],
])('a redirect %s is refused', async (_, location, words) => {
  const outbound: Outbound = { ...local, lookup: async () => [{ address: '192.168.0.9', family: 4 }] }
  const outcome = await fetchFrom((_request, response) => response.writeHead(301, { location }).end(), '/', outbound)
  expect(reasonOf(outcome)).toContain(words)
})

test('a server that is not there is said in words', async () => {
  const refusing = await fetchPicture('http://127.0.0.1:9/x.png', scratch(), local, signal)
  expect(inEnglish(refusing)).toMatchObject({ error: { message: expect.stringContaining('refuses connections') } })
  const unknown: Outbound = {
    allowHosts: [],
    lookup: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
  }
  const lost = await fetchPicture('https://unknown.example/x.png', scratch(), unknown, signal)
  expect(inEnglish(lost)).toMatchObject({ error: { message: expect.stringContaining('its server is not known') } })
})

test.each<[string, RequestListener]>([
  ['does not answer', () => {}],
  ['never comes to its end', (_, response) => void response.write(pngHeader(9, 9))],
])('a picture whose server %s is not waited for', async (_, listener) => {
  const origin = await webServer(listener)
  const fetched = await fetchPicture(`${origin}/x`, scratch(), local, signal, 100)
  expect(inEnglish(fetched)).toMatchObject({
    error: { message: expect.stringContaining('it did not come within 0.1 seconds') },
  })
})

test('an abort is a cancelled job, not a failed fetch', async () => {
  const controller = new AbortController()
  const origin = await webServer(() => controller.abort('cancelled'))
  const fetched = await fetchPicture(`${origin}/x`, scratch(), local, controller.signal)
  expect(fetched).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
})
