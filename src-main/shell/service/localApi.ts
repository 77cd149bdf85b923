import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ApiOptions } from '#api/server/startApi.ts'
import type { ApiControl } from '#app/desktop/controls.ts'
import type { Publish } from '#app/desktop/handlers.ts'
import { openJsonFile } from '#files/jsonFile.ts'
import type { KeyStore } from '#ports/KeyStore.ts'
import { ApiState, type RequestLogEntry, requestLogLimit } from '#shared/desktop/desktop.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'

export interface LocalApiParts {
  readonly home: string
  readonly token: Omit<KeyStore, 'has'>
  /** Everything that the server needs but its address. */
  readonly server: Omit<ApiOptions, 'host' | 'port' | 'token' | 'onAnswered'>
  readonly copy: (text: string) => Promise<void>
  readonly publish: Publish
}

export interface LocalApi extends ApiControl {
  /** Starts listening, when it is switched on. */
  start(): Promise<void>
  close(): Promise<void>
}

/** `token`: callers must send one. It is noted here, so that a keychain that stays locked is not taken for an empty one. */
const LocalApiFile = ApiState.pick({ on: true, port: true, token: true })
const usualPort = 4711

/** The local API as a switch: off at first, on 127.0.0.1 only, with an optional token from the keychain. */
export function openLocalApi({ home, token, server, copy, publish }: LocalApiParts): LocalApi {
  const file = openJsonFile(join(home, 'local-api.json'), LocalApiFile, { on: false, port: usualPort, token: false })
  let running: { readonly origin: string; close(): Promise<void> } | undefined
  let error: AppError | undefined
  let requests: RequestLogEntry[] = []
  let lastRequest = 0
  let turn: Promise<unknown> = Promise.resolve()

  const state = (): ApiState => ({
    ...file.value,
    ...(running && { url: running.origin }),
    ...(error && { error }),
  })

  /** One change after the other: two at once could leave two servers. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => {})
    return next
  }

  async function restart(): Promise<ApiState> {
    await running?.close()
    running = undefined
    error = file.problem
    if (file.value.on) await listen()
    publish({ type: 'api', api: state() })
    return state()
  }

  async function listen(): Promise<void> {
    const secret = await token.read()
    if (!secret.ok && file.value.token) {
      error = secret.error
      return
    }
    await file.change({ ...file.value, token: secret.ok && secret.value !== null })
    // Most people never switch it on; they don't wait for it either.
    const { startApi } = await import('#api/server/startApi.ts')
    const started = await startApi({
      ...server,
      host: '127.0.0.1',
      port: file.value.port,
      onAnswered: note,
      ...(secret.ok && secret.value !== null && { token: secret.value }),
    })
    if (started.ok) running = started.value
    else error = started.error
  }

  function note(answered: Omit<RequestLogEntry, 'id' | 'at'>): void {
    lastRequest += 1
    const request = { ...answered, id: lastRequest, at: new Date().toISOString() }
    requests = [...requests, request].slice(-requestLogLimit)
    publish({ type: 'request', request })
  }

  return {
    get state() {
      return state()
    },
    get requests() {
      return requests
    },
    start: () => inTurn(async () => void (await restart())),
    close: () => inTurn(async () => running?.close()),
    handlers: {
      setApi: ({ on = file.value.on, port = file.value.port }) =>
        inTurn(async () => {
          const changed = await file.change({ ...file.value, on, port })
          return changed.ok ? ok(await restart()) : changed
        }),
      makeToken: () =>
        inTurn(async () => {
          const secret = randomBytes(32).toString('base64url')
          const set = await token.set(secret)
          if (!set.ok) return set
          const noted = await file.change({ ...file.value, token: true })
          if (!noted.ok) return noted
          await copy(secret)
          return ok(await restart())
        }),
      copyToken: async () => {
        const secret = await token.read()
        if (!secret.ok) return secret
        if (secret.value === null) return fail(appError('TOKEN_MISSING'))
        await copy(secret.value)
        return ok({})
      },
      removeToken: () =>
        inTurn(async () => {
          const removal = await token.delete()
          if (!removal.ok) return removal
          const noted = await file.change({ ...file.value, token: false })
          return noted.ok ? ok(await restart()) : noted
        }),
    },
  }
}
