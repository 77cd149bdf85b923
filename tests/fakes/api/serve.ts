import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { startCli } from '../service/runCli.ts'
import { type Answered, type Asking, ask } from './openTestApi.ts'

export interface Served {
  readonly origin: string
  readonly child: ChildProcess
  ask(path: string, asking?: Asking): Promise<Answered>
  /** What it wrote to standard error so far. */
  log(): string
  /** Sends the signal and resolves with the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts `pausecut serve` on a free port as a process of its own; it is killed when the test ends. */
export async function serve(home: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const child = startCli(['serve', '--port', '0', ...args], { env: { PAUSECUT_HOME: home, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), exited.then(() => [`ended: ${log}`])])
  const origin = /^Pausecut API listening on (http:\S+)$/.exec(String(line))?.[1]
  if (origin === undefined) throw new Error(`pausecut serve said: ${line}`)
  return {
    origin,
    child,
    ask: (path, asking) => ask(origin, path, asking),
    log: () => log,
    end: async (signal) => {
      child.kill(signal)
      const [code] = await exited
      return code
    },
  }
}

/** Asks for a job's status until it has ended. */
export async function settled({ ask: question }: Pick<Served, 'ask'>, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const { json } = await question(`/api/v1/jobs/${id}`)
    if (json.status !== 'processing') return json
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
