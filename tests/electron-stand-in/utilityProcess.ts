import { fork as forkNode } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { UtilityProcess } from 'electron'

/** Gives a child of Node's the line of a utility process. */
const parentPort = `process.parentPort = {
  postMessage: (word) => process.send(word),
  on: (event, listener) => process.on(event, (data) => listener({ data })),
}`

type Members = Pick<UtilityProcess, 'kill' | 'pid' | 'postMessage'>

class Child extends EventEmitter implements Members {
  readonly #child: ReturnType<typeof forkNode>

  constructor(modulePath: string, args: string[]) {
    super()
    this.#child = forkNode(modulePath, args, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(parentPort)}`],
      serialization: 'advanced',
    })
    this.#child.on('message', (word) => this.emit('message', word))
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1))
  }
  get pid() {
    return this.#child.pid
  }
  postMessage(message: object): void {
    this.#child.send(message)
  }
  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = { fork: (modulePath: string, args: string[] = []) => new Child(modulePath, args) }
