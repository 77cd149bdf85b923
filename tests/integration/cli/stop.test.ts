import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import { JobEvent } from '#shared/job/events.ts'
import { sayPhrase } from '#shared/phrases.ts'
import { cliPath, startCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

let folder: string
let env: NodeJS.ProcessEnv

beforeEach(() => {
  folder = scratch()
  env = { PAUSECUT_HOME: join(folder, 'home') }
  const words = 'This goes on for quite a while, so that there is time enough to stop it. '.repeat(10)
  writeFileSync(join(folder, 'long.txt'), `${words} — pause — ${words} — pause — ${words}`)
})

/** Processes that have something to do with this test's folder. */
function alive(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')]
      } catch {
        return []
      }
    })
    .filter((command) => command.includes(folder))
}

const linux = process.platform === 'linux'
if (!linux) console.warn('SKIPPED: stopping a render, whose children are looked for in /proc.')

test.runIf(linux).each<['SIGINT' | 'SIGTERM', number, string]>([
  ['SIGINT', 130, 'Speaking'],
  ['SIGINT', 130, 'Generating'],
  ['SIGTERM', 143, 'Generating'],
])('%s ends with %d while it says %s: no child lives on, nothing is left', async (signal, code, stage) => {
  const child = startCli(['render', 'long.txt', '--json', '--out', 'out/deep'], { cwd: folder, env })
  const errors = text(child.stderr)
  const lines = createInterface({ input: child.stdout })
  const events: JobEvent[] = []
  let told = false
  lines.on('line', (line) => {
    const event = JobEvent.parse(JSON.parse(line))
    events.push(event)
    // Once: a second signal ends it at once, whatever is left.
    if (!told && event.type === 'progress' && sayPhrase(event.message).startsWith(stage)) told = child.kill(signal)
  })
  expect(await once(child, 'exit')).toEqual([code, null])
  expect(alive()).toEqual([])
  expect(readdirSync(folder).sort()).toEqual(['home', 'long.txt'])
  expect(readdirSync(join(folder, 'home', 'work'))).toEqual([])
  expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'CANCELLED' } })
  expect(await errors).toBe('Stopped.\n')
})

/** Runs `pausecut` on a terminal of 70 columns. `type` sees all that was shown so far and says what to type, once. */
async function onTerminal(args: string, type: (shown: string) => string | undefined) {
  const command = `stty columns 70; exec '${process.execPath}' '${cliPath}' ${args}`
  const terminal = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: folder,
    env: { ...env, PATH: process.env.PATH, TERM: 'xterm' },
  })
  let shown = ''
  let typed: string | undefined
  terminal.stdout.on('data', (chunk) => {
    shown += chunk
    if (typed !== undefined) return
    typed = type(shown)
    if (typed !== undefined) terminal.stdin.write(typed)
  })
  const [code] = await once(terminal, 'exit')
  return { code, shown }
}

const ctrlC = '\x03'

test.runIf(linux)('on a terminal it draws one bar in its place; Ctrl-C clears it', async () => {
  const { code, shown } = await onTerminal('render long.txt --out out', (text) =>
    text.includes('Generating') ? ctrlC : undefined,
  )
  expect(code).toBe(130)
  const bars = shown.split('\r').filter((line) => line.includes('━') || line.includes('─'))
  expect(bars.length).toBeGreaterThan(1)
  expect(shown).toContain('\x1b[K')
  // The headline, the bar, and what Ctrl-C left of it.
  expect(shown.split('\n').filter((line) => line.trim() !== '')).toHaveLength(2)
  expect(shown.trimEnd().endsWith('Stopped.')).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['home', 'long.txt'])
})

test.runIf(linux)('Ctrl-C while it waits for a script to be typed', async () => {
  const { code } = await onTerminal('render -', (text) => (text.includes('Type the script') ? ctrlC : undefined))
  expect(code).toBe(130)
  expect(readdirSync(folder)).toEqual(['long.txt'])
})

test.runIf(linux)('a script that is typed is rendered', async () => {
  const { code, shown } = await onTerminal('render - --kind voiceover --format wav --out out', (text) =>
    text.includes('Type the script') ? 'Good morning.\n\x04' : undefined,
  )
  expect(code).toBe(0)
  expect(shown).toMatch(/✓.* good_morning_[0-9a-f]{8}\.wav/)
})
