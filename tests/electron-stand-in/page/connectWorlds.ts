/*
 * contextBridge between a page's own world and the preload's isolated one. This function runs in both before any script
 * of the page, as source text, so it refers to nothing outside itself. Plain values cross as structured clones in the
 * detail of events whose name is secret; functions and promises cross as numbered handles.
 */
declare const document: EventTarget
declare const window: { open: (url?: string, name?: string, features?: string) => unknown }

type Handle = { readonly handle: 'function' | 'promise'; readonly id: number }
type Message =
  | { readonly kind: 'expose'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'call'; readonly id: number; readonly input: unknown[] }
  | { readonly kind: 'return' | 'settle'; readonly id: number; readonly value?: unknown; readonly error?: unknown }

/** @returns how the preload's world puts a value into the page's world */
export function connectWorlds(side: 'page' | 'preload', secret: string): (name: string, value: unknown) => void {
  // The page may replace whatever it can reach; so what is used after this line is read before the page runs.
  const { apply, ownKeys } = Reflect
  const { defineProperty, freeze, getPrototypeOf, prototype: plain } = Object
  const { addEventListener, dispatchEvent } = EventTarget.prototype
  const { stopImmediatePropagation } = Event.prototype
  const { isArray } = Array
  const { then } = Promise.prototype
  const [OwnPromise, OwnCustomEvent, target] = [Promise, CustomEvent, document]
  const detailOf = Object.getOwnPropertyDescriptor(OwnCustomEvent.prototype, 'detail')!.get!
  const [outgoing, incoming] = side === 'page' ? [`${secret}>`, `${secret}<`] : [`${secret}<`, `${secret}>`]

  const functions: ((...input: unknown[]) => unknown)[] = []
  const pending: { resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = []
  let answer: { value?: unknown; error?: unknown } = {}

  const post = (message: Message) =>
    void apply(dispatchEvent, target, [new OwnCustomEvent(outgoing, { detail: message })])

  function pack(value: unknown): unknown {
    if (typeof value === 'function') return handleOf(value as (typeof functions)[number], 'function')
    if (value instanceof OwnPromise) return packPromise(value)
    if (isArray(value)) return copy(value, [], pack)
    return isPlain(value) ? copy(value, {}, pack) : value
  }

  function packPromise(promise: Promise<unknown>): Handle {
    const handle = handleOf(() => undefined, 'promise')
    const settle = (field: 'value' | 'error') => (outcome: unknown) =>
      post({ kind: 'settle', id: handle.id, [field]: pack(outcome) })
    apply(then, promise, [settle('value'), settle('error')])
    return handle
  }

  function handleOf(value: (typeof functions)[number], handle: Handle['handle']): Handle {
    functions[functions.length] = value
    return { handle, id: functions.length - 1 }
  }

  function unpack(value: unknown): unknown {
    if (isArray(value)) return copy(value, [], unpack)
    if (!isPlain(value)) return value
    const { handle, id } = value as Handle
    if (handle === 'function') return (...input: unknown[]) => call(id, input)
    if (handle === 'promise')
      return new OwnPromise((resolve, reject) => {
        pending[id] = { resolve, reject }
      })
    return copy(value, {}, unpack)
  }

  function call(id: number, input: unknown[]): unknown {
    // The other world answers while the event is being dispatched.
    post({ kind: 'call', id, input: pack(input) as unknown[] })
    const { value, error } = answer
    if (error !== undefined) throw unpack(error)
    return unpack(value)
  }

  function isPlain(value: unknown): value is Record<string, unknown> {
    if (typeof value !== 'object' || value === null) return false
    const prototype = getPrototypeOf(value)
    return prototype === plain || prototype === null
  }

  function copy<T extends object>(from: object, to: T, each: (value: unknown) => unknown): T {
    const keys = ownKeys(from)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as string
      if (key !== 'length' || !isArray(from)) Reflect.set(to, key, each(Reflect.get(from, key)))
    }
    return to
  }

  function deepFreeze(value: unknown): unknown {
    if (isPlain(value)) copy(value, {}, deepFreeze)
    return typeof value === 'object' ? freeze(value) : value
  }

  function receive(message: Message): void {
    if (message.kind === 'expose') {
      const value = deepFreeze(unpack(message.value))
      if (side === 'page') defineProperty(globalThis, message.name, { value, enumerable: true })
    } else if (message.kind === 'call') {
      let outcome: { value?: unknown; error?: unknown }
      try {
        outcome = { value: pack(functions[message.id]!(...(unpack(message.input) as unknown[]))) }
      } catch (error) {
        outcome = { error: pack(error) }
      }
      post({ kind: 'return', id: message.id, ...outcome })
    } else if (message.kind === 'return') {
      answer = message
    } else {
      const { resolve, reject } = pending[message.id]!
      if ('error' in message) reject(unpack(message.error))
      else resolve(unpack(message.value))
    }
  }

  const listen = (event: Event) => {
    apply(stopImmediatePropagation, event, [])
    receive(apply(detailOf, event, []) as Message)
  }
  apply(addEventListener, target, [incoming, listen, true])

  if (side === 'page') {
    // Electron answers a denied window.open with null; Chromium gives a window unless nobody may know of it.
    const { open } = window
    window.open = (url, name, features = '') => {
      apply(open, window, [url, name, `${features},noopener`])
      return null
    }
  }
  return (name, value) => post({ kind: 'expose', name, value: pack(value) })
}
