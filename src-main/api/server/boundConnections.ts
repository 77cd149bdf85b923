import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Answers that may occupy a connection for as long as their caller likes. */
export type HeldKind = 'stream' | 'download'

export interface Connections {
  /** A whole request is here: its connection is not taken from its caller until the answer has gone out. */
  answering(request: IncomingMessage, response: ServerResponse): void
  /** Takes a place for an answer that lasts; false when all of its kind are taken. It is given back with the answer. */
  hold(kind: HeldKind, response: ServerResponse): boolean
}

/**
 * Bounds the connections of a server so that nobody can take all of them: one more than `most` takes the place of the
 * one that has gone longest without a whole request, which a caller that means well does not notice. Answers that last
 * have `held` places of each kind.
 */
export function boundConnections(
  server: Server,
  { most, held }: { readonly most: number; readonly held: number },
): Connections {
  // In the order in which they began to wait.
  const waiting = new Set<Socket>()
  const answering = new Set<Socket>()
  const lasting = { stream: 0, download: 0 }

  server.on('connection', (socket) => {
    if (waiting.size + answering.size >= most) {
      const [longest] = waiting
      if (longest === undefined) return void socket.destroy()
      waiting.delete(longest)
      longest.destroy()
    }
    waiting.add(socket)
    socket.once('close', () => {
      waiting.delete(socket)
      answering.delete(socket)
    })
  })

  return {
    answering: ({ socket }, response) => {
      if (!waiting.delete(socket)) return
      answering.add(socket)
      response.once('close', () => {
        if (answering.delete(socket) && !socket.destroyed) waiting.add(socket)
      })
    },
    hold: (kind, response) => {
      if (lasting[kind] >= held) return false
      lasting[kind]++
      response.once('close', () => lasting[kind]--)
      return true
    },
  }
}
