import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { type EventStream, openEventStream } from '#api/server/openEventStream.ts'

/** A stream with a caller at its other end that has sent its request and reads nothing yet. */
async function streamWithCaller(patience?: number) {
  const opened = Promise.withResolvers<EventStream>()
  const server = Fastify({ forceCloseConnections: true })
  server.get('/', (_, reply) => opened.resolve(openEventStream(reply, patience)))
  const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
  const caller = connect(Number(port), '127.0.0.1').pause()
  caller.on('error', () => {})
  caller.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  onTestFinished(async () => {
    caller.destroy()
    await server.close()
  })
  return { stream: await opened.promise, caller }
}

const large = 'x'.repeat(1 << 20)

/** More than the buffers of both ends hold. */
async function flood(stream: EventStream): Promise<number> {
  let sent = 0
  while (sent < 64 && stream.isOpen) await stream.send(++sent, 'news', large)
  return sent
}

test('an event has its id, its name and its data on one line', async () => {
  const { stream, caller } = await streamWithCaller()
  await stream.send(7, 'news', { text: 'two\nlines' })
  stream.close()
  const text = (await caller.resume().setEncoding('utf8').toArray()).join('')
  expect(text).toContain('\r\n\r\n')
  expect(text).toContain('id: 7\nevent: news\ndata: {"text":"two\\nlines"}\n\n')
})

test('a caller that is slow gets all of it', async () => {
  const { stream, caller } = await streamWithCaller()
  const flooding = flood(stream).then(() => stream.close())
  let bytes = 0
  caller.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    caller.pause()
    setTimeout(() => caller.resume(), 1)
  })
  caller.resume()
  await once(caller, 'end')
  await flooding
  expect(bytes).toBeGreaterThan(64 * large.length)
})

test('a caller that reads nothing is cut off', async () => {
  const { stream } = await streamWithCaller(100)
  const closed = new Promise<void>((resolve) => stream.onClose(resolve))
  expect(await flood(stream)).toBeLessThan(64)
  await closed
  expect(stream.isOpen).toBe(false)
})
