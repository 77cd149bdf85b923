import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runJob } from '#app/run/runJob.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import { openAligner, openTools } from '#cli/machine/tools.ts'
import { createNaturalSpeech } from '#engines/speech/natural/naturalSpeech.ts'
import { forkVoice, type StartVoice } from '#engines/speech/natural/process/forkVoice.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { JobRequest } from '#shared/job/request.ts'
import { ok } from '#shared/result.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { addMadePack } from '#tests/fakes/voice/madePack.ts'

// What the natural voice costs, with a made model: as many weights as Kokoro has (82 million), each used seven times for
// every 25 ms, which comes near to the times that others publish of the real one. The real one has not been run.

const made = { layers: 78, rows: 7 }
const sentence = 'An apple and a pear have begun to run, and nobody who saw them start could tell where they would end.'
const never = new AbortController().signal
const as = { voice: 'af_heart', speed: 1 }
const threadCounts = [...new Set([1, Math.max(1, Math.floor(availableParallelism() / 2)), availableParallelism()])]

const home = mkdtempSync(join(tmpdir(), 'pausecut-bench-'))
const pack = () => findWholePack(home)
try {
  addMadePack(home, made)
  for (const runtime of ['native', 'wasm'] as const) for (const threads of threadCounts) await speak(runtime, threads)
  for (const threads of threadCounts) await render(threads)
} finally {
  rmSync(home, { recursive: true, force: true })
}

/** Seconds to open, times real time, and what the process takes at most. */
async function speak(runtime: 'native' | 'wasm', threads: number): Promise<void> {
  const start: StartVoice = (options) => forkVoice(runtime === 'wasm' ? { ...options, only: 'wasm' } : options)
  const speech = createNaturalSpeech({ pack, start, threads })
  const opening = await seconds(() => speakOne(speech, 'Run.'))
  let spoken = 0
  const speaking = await seconds(async () => {
    for (let round = 0; round < 2; round++) spoken += await speakOne(speech, `${sentence} ${round}.`)
  })
  const peak = voicePeak()
  await speech.close()
  const times = (speaking / spoken).toFixed(2)
  console.log(
    `${runtime}, ${threads} threads: first word after ${opening.toFixed(1)} s, then ${times} of real time, at most ${peak} MB`,
  )
}

async function speakOne(speech: SpeechEngine, text: string): Promise<number> {
  const { samples, sampleRate } = unwrap(await speech.speak({ text, as }, never))
  return samples.length / sampleRate
}

/** Megabytes that the child of this process took at most; Linux tells. */
function voicePeak(): string {
  if (process.platform !== 'linux') return 'unknown'
  const [child = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]
  return (Number(peak) / 1024).toFixed(0)
}

/** A job of four parts: all of it, its speech by itself, and its drawing by itself, since parts go side by side. */
async function render(threads: number): Promise<void> {
  const speech = createNaturalSpeech({ pack, threads })
  await speakOne(speech, 'Run.')
  const tools = unwrap(
    await openTools(
      openAligner(async () => ok(null)),
      home,
    ),
  )
  const texts = Array.from({ length: 4 }, (_, part) => `${sentence} Part ${part} on ${threads} threads.`)
  const script = texts.join('\n\n— pause —\n\n')
  const job = async () => {
    const request = JobRequest.parse({ script, kind: 'shorts', spokenAs: { engine: 'natural' } })
    const work = join(home, `work-${threads}`)
    const spec = { ...request, id: 'bench', folder: join(home, 'out'), work }
    unwrap(await runJob(spec, { ...tools, speech }, { signal: never, emit: () => {} }))
  }
  const whole = await seconds(job)
  // Drawn anew; its speech is kept.
  rmSync(join(home, 'cache', 'renders'), { recursive: true })
  const drawing = await seconds(job)
  const speaking = await seconds(async () => {
    for (const text of texts) for (const piece of speech.cut(text, as)) await speakOne(speech, piece)
  })
  await speech.close()
  const sum = speaking + drawing
  console.log(
    `4 parts, ${threads} threads: ${whole.toFixed(1)} s; ${speaking.toFixed(1)} s of speech and ${drawing.toFixed(1)} s of drawing, ${(whole / sum).toFixed(2)} of their sum`,
  )
}

async function seconds(what: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await what()
  return (performance.now() - start) / 1000
}
