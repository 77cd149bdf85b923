import type { FastifyReply } from 'fastify'

export interface EventStream {
  /** False once the caller has gone, or the stream was closed. */
  readonly isOpen: boolean
  send(id: number, event: string, data: unknown): void
  close(): void
  /** Called when it ends, whoever ended it. */
  onClose(listener: () => void): void
}

const heartbeatMs = 15_000
const reconnectMs = 2_000
// A caller that does not read is cut off instead of filling the memory; it can resume where it was.
const mostUnread = 1 << 20

/** Answers with server-sent events (WHATWG HTML §9.2) and keeps the connection alive while nothing happens. */
export function openEventStream(reply: FastifyReply): EventStream {
  const { raw } = reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const write = (text: string) => {
    if (!raw.writable) return
    raw.write(text)
    if (raw.writableLength > mostUnread) raw.destroy()
  }
  write(`retry: ${reconnectMs}\n\n`)
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs).unref()
  raw.on('close', () => clearInterval(heartbeat))
  return {
    get isOpen() {
      return raw.writable
    },
    // JSON holds no bare line break, so that one event stays one.
    send: (id, event, data) => write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close: () => {
      raw.end()
    },
    onClose: (listener) => {
      raw.on('close', listener)
    },
  }
}
