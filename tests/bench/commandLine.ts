import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { englishSentence } from '#shared/errors.ts'
import { JobEvent } from '#shared/job/events.ts'
import { sayPhrase } from '#shared/phrases.ts'
import { cliPath } from '#tests/fakes/service/runCli.ts'
import { compareWays, median } from './compareWays.ts'
import { watchMemory } from './watchMemory.ts'

// The command line as people use it, each in a data folder of its own: start, many segments, the second time, memory.

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2)

/** Prints one line for each figure. */
export async function measureCommandLine(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pausecut-bench-'))
  try {
    console.log('')
    await measureStart(folder)
    await measureMany(folder, rounds)
    await measureAgain(folder)
    await measureMemory(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureStart(folder: string): Promise<void> {
  const versions = []
  const speech = []
  for (let round = 0; round < 9; round++) {
    const start = performance.now()
    await once(spawn(process.execPath, [cliPath, '--version'], { stdio: 'ignore' }), 'close')
    versions.push(performance.now() - start)
    speech.push((await render(folder, scriptOf(1, round), [], `start-${round}`)).firstSpeech)
  }
  console.log(
    `pausecut --version: ${median(versions).toFixed(0)} ms; speech begins after ${median(speech).toFixed(0)} ms`,
  )
}

async function measureMany(folder: string, rounds: number): Promise<void> {
  const lengths = [0, 0]
  const { one, many } = await compareWays(
    {
      one: async () => {
        lengths[0] = (await render(folder, scriptOf(1), [], fresh('one'))).video
      },
      many: async () => {
        lengths[1] = (await render(folder, scriptOf(12), [], fresh('many'))).video
      },
    },
    rounds,
  )
  const ratio = (many.ratio.wall / 12).toFixed(2)
  const each = lengths.map((length, i) => (i === 0 ? length : length / 12).toFixed(1))
  console.log(
    `12 Shorts / 12 times one: ${ratio} (${many.cost.wall.toFixed(1)} s for ${each[1]} s each, ${one.cost.wall.toFixed(1)} s for one of ${each[0]} s)`,
  )
}

async function measureAgain(folder: string): Promise<void> {
  const script = scriptOf(12)
  const home = fresh('again')
  const first = await render(folder, script, [], home)
  const same = await render(folder, script, [], home)
  const changed = await render(folder, script.replace('On day 7 ', 'On the seventh day '), [], home)
  const styled = await render(folder, script, ['--captions', 'boxed'], home)
  console.log(
    `12 Shorts again: ${seconds(same.took)} s with nothing changed; ${seconds(changed.took)} s with one sentence changed, ` +
      `${changed.spoken} spoken, ${changed.rendered} rendered; ${seconds(styled.took)} s with other captions, ` +
      `${styled.spoken} spoken, ${styled.rendered} rendered; the first time ${seconds(first.took)} s`,
  )
}

async function measureMemory(folder: string): Promise<void> {
  const peaks = []
  for (const sentences of [6, 120]) {
    const { memory, video } = await render(folder, scriptOf(1, 0, sentences), ['--kind', 'voiceover'], fresh('memory'))
    peaks.push(`${memory.main} MB and ${memory.largestChild} MB for ${video.toFixed(0)} s`)
  }
  console.log(`Most memory of Node and of any ffmpeg, voiceover: ${peaks.join('; ')}`)
}

let homes = 0
const fresh = (name: string) => `${name}-${homes++}`

/** Parts of about 20 s; no sentence comes twice, so that none is spoken already. */
function scriptOf(parts: number, from = 0, sentences = 5): string {
  const sentence = (n: number) =>
    `On day ${n} the boats come home with ${n + 40} lanterns lit, and nobody asks them why.`
  const part = (i: number) =>
    Array.from({ length: sentences }, (_, n) => sentence(from + i * sentences + n + 1)).join(' ')
  return Array.from({ length: parts }, (_, i) => part(i)).join('\n\n— pause —\n\n')
}

interface Run {
  /** Milliseconds of the whole command, and until the first part was being spoken. */
  readonly took: number
  readonly firstSpeech: number
  /** How many pieces were spoken and parts rendered, rather than taken from what was kept. */
  readonly spoken: number
  readonly rendered: number
  /** Seconds of all videos. */
  readonly video: number
  readonly memory: { readonly main: number; readonly largestChild: number }
}

async function render(folder: string, script: string, flags: readonly string[], home: string): Promise<Run> {
  const file = join(folder, 'script.txt')
  writeFileSync(file, script)
  const args = ['render', file, '--out', join(folder, `${home}-out`), '--json', ...flags]
  const cache = join(folder, home, 'cache')
  const kept = () => ({ speech: count(join(cache, 'speech'), '.wav'), renders: count(join(cache, 'renders')) })
  const before = kept()
  const start = performance.now()
  const child = spawn(process.execPath, [cliPath, ...args], {
    env: { ...process.env, PAUSECUT_HOME: join(folder, home) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(child.pid!)
  const run = { firstSpeech: Number.NaN, video: 0 }
  for await (const line of createInterface(child.stdout)) {
    const event = JobEvent.parse(JSON.parse(line))
    if (event.type === 'failed') throw new Error(englishSentence(event.error))
    if (event.type === 'segment-done' && event.artifact.duration !== undefined) run.video += event.artifact.duration
    const speaking = event.type === 'progress' && sayPhrase(event.message).startsWith('Speaking')
    if (speaking && Number.isNaN(run.firstSpeech)) run.firstSpeech = performance.now() - start
  }
  const after = kept()
  const made = { spoken: after.speech - before.speech, rendered: after.renders - before.renders }
  return { ...run, ...made, took: performance.now() - start, memory: memory.stop() }
}

/** How many entries a folder has, of a kind or any. */
const count = (folder: string, ending = '') =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)).length : 0
