import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { CDPSession } from 'playwright'

/** One session of the DevTools protocol: with the browser, or with one page. */
export interface DevTools {
  readonly send: CDPSession['send']
  readonly on: CDPSession['on']
}

interface Reply {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A headless Chromium and one WebSocket to it. */
export class Chromium extends EventEmitter<{ close: [] }> {
  readonly url: string
  readonly browser: DevTools
  readonly #process: ChildProcess
  readonly #socket: WebSocket
  readonly #sessions = new Map<string | undefined, EventEmitter>()
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  #last = 0

  private constructor(child: ChildProcess, url: string, socket: WebSocket) {
    super()
    this.#process = child
    this.url = url
    this.#socket = socket
    this.browser = this.#open(undefined)
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Reply))
    socket.addEventListener('close', () => this.emit('close'))
  }

  static async launch(profile: string): Promise<Chromium> {
    const child = spawnChromium(profile)
    const url = await new Promise<string>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}`)))
      createInterface({ input: child.stderr! }).on('line', (line) => {
        const match = /^DevTools listening on (ws:\S+)/.exec(line)
        if (match) resolve(match[1]!)
      })
    })
    const socket = new WebSocket(url)
    await once(socket, 'open')
    return new Chromium(child, url, socket)
  }

  async attach(targetId: string): Promise<DevTools> {
    const { sessionId } = await this.browser.send('Target.attachToTarget', { targetId, flatten: true })
    return this.#open(sessionId)
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }

  async close(): Promise<void> {
    const gone = once(this.#process, 'exit')
    await this.browser.send('Browser.close').catch(() => {})
    await gone
  }

  #open(sessionId: string | undefined): DevTools {
    const events = new EventEmitter().setMaxListeners(0)
    this.#sessions.set(sessionId, events)
    const send = (method: string, params: unknown = {}) =>
      new Promise((resolve, reject) => {
        const id = ++this.#last
        this.#waiting.set(id, ({ result, error }) =>
          error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
        )
        this.#socket.send(JSON.stringify({ id, sessionId, method, params }))
      })
    return { send, on: events.on.bind(events) } as unknown as DevTools
  }

  #receive(reply: Reply): void {
    if (reply.id === undefined) {
      this.#sessions.get(reply.sessionId)?.emit(reply.method!, reply.params)
      return
    }
    this.#waiting.get(reply.id)?.(reply)
    this.#waiting.delete(reply.id)
  }
}

function spawnChromium(profile: string): ChildProcess {
  const program = process.env.STAND_IN_CHROMIUM ?? '/usr/lib/chromium/chromium'
  const switches = [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-startup-window',
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-breakpad',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--force-color-profile=srgb',
    '--autoplay-policy=no-user-gesture-required',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  // Chromium must not outlive this process, not even when it is killed.
  const setpriv = '/usr/bin/setpriv'
  const [command, ...words] = existsSync(setpriv) ? [setpriv, '--pdeathsig', 'KILL', program] : [program]
  return spawn(command!, [...words, ...switches], { stdio: ['ignore', 'ignore', 'pipe'] })
}
