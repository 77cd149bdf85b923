import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server that says what no HTTP library would, closed when the test ends; returns its origin by 127.0.0.1. */
export async function rawServer(listener: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // Whoever is hung up on minds nothing here.
    socket.on('error', () => {})
    listener(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers every request with 101 and keeps the connection; `gone` resolves when the caller has left. */
export async function switchingServer(): Promise<{ origin: string; gone: Promise<void> }> {
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  const origin = await rawServer((socket) => {
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
    )
    socket.on('close', () => resolve())
  })
  return { origin, gone }
}
