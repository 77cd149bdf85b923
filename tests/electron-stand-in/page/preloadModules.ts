/*
 * What a sandboxed preload can require, in the isolated world. Runs as source text, so it refers to nothing outside
 * itself.
 */
export interface PreloadSetup {
  /** Names of the functions that carry messages to the main process and from it. */
  readonly toMain: string
  readonly fromMain: string
  readonly pathFunction: string
  readonly platform: NodeJS.Platform
}

/** Values as JSON, so that what structured clone keeps comes out as it went in. */
export interface Wire {
  encode(value: unknown): string
  decode(text: string): unknown
}

export function preloadModules(
  setup: PreloadSetup,
  wire: Wire,
  expose: (name: string, value: unknown) => void,
): (name: string) => unknown {
  const world = globalThis as unknown as Record<string, (message: string) => void>
  const toMain = world[setup.toMain]!
  delete world[setup.toMain]

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, Set<(event: unknown, ...input: unknown[]) => void>>()
  let last = 0

  world[setup.fromMain] = (text) => {
    const message = wire.decode(text) as {
      id?: number
      channel?: string
      input?: unknown[]
      value?: unknown
      error?: string
    }
    if (message.channel !== undefined) {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...(message.input ?? []))
      return
    }
    const { resolve, reject } = waiting.get(message.id!)!
    waiting.delete(message.id!)
    if (message.error === undefined) resolve(message.value)
    else reject(new Error(message.error))
  }

  const ipcRenderer = {
    invoke: (channel: string, ...input: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        toMain(wire.encode({ id, channel, input }))
      }),
    on(channel: string, listener: (event: unknown, ...input: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off(channel: string, listener: (event: unknown, ...input: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
    },
  }

  // The path is needed synchronously: the page is paused here, and the stand-in fills the path in meanwhile.
  const askPath = {
    [setup.pathFunction]: (box: { readonly file: unknown; readonly path: string }) => {
      // biome-ignore lint/suspicious/noDebugger: this is where the stand-in takes over.
      debugger
      return box.path
    },
  }[setup.pathFunction]!
  const webUtils = { getPathForFile: (file: unknown) => askPath({ file, path: '' }) }
  const electron = { ipcRenderer, webUtils, contextBridge: { exposeInMainWorld: expose } }
  return (name) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload can not require ${name}`)
    return electron
  }
}
