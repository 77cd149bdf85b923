import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'

export interface EventStream {
  /** False once the caller has gone, or the stream was closed. */
  readonly isOpen: boolean
  /** Resolves when the caller can take the next one, or has gone. */
  send(id: number, event: string, data: unknown): Promise<void>
  close(): void
  /** Called when it ends, whoever ended it. */
  onClose(listener: () => void): void
}

const heartbeatMs = 15_000
const reconnectMs = 2_000
// A caller that does not read for so long is cut off instead of filling the memory; it can resume where it was.
const patienceMs = 30_000

/** Answers with server-sent events (WHATWG HTML §9.2) and keeps the connection alive while nothing happens. */
export function openEventStream(reply: FastifyReply, patience = patienceMs): EventStream {
  const { raw } = reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const isOpen = () => !raw.destroyed && !raw.writableEnded
  const write = async (text: string) => {
    if (isOpen() && !raw.write(text)) await drained(raw, patience)
  }
  void write(`retry: ${reconnectMs}\n\n`)
  const heartbeat = setInterval(() => void write(': still here\n\n'), heartbeatMs).unref()
  raw.on('close', () => clearInterval(heartbeat))
  return {
    get isOpen() {
      return isOpen()
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

/** Resolves when what was written has been taken, or the caller has gone; one that takes nothing is cut off. */
async function drained(raw: ServerResponse, patience: number): Promise<void> {
  const late = setTimeout(() => raw.destroy(), patience).unref()
  const over = new AbortController()
  await Promise.race(['drain', 'close'].map((event) => once(raw, event, over))).catch(() => {})
  over.abort()
  clearTimeout(late)
}
