import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '#engines/sqlite/openStore.ts'
import { englishSentence } from '#shared/errors.ts'
import { JobRequest } from '#shared/job/request.ts'

// Load on the local API: `node tests/bench/api.ts [seconds]`. Prints figures; nothing here passes or fails.

const seconds = Number(process.argv[2] ?? 20)
const perSecond = 200
const jobsInStore = 5_000
const segmentsOfLargeJob = 500
const largeFile = 'large.zip'

const sentence = 'Apple reported strong earnings today, and the whole market took notice of it before noon'
const scriptOf = (segments: number) =>
  Array.from({ length: segments }, (_, index) => `${sentence} ${index}.`).join(' — pause — ')

const home = mkdtempSync(join(tmpdir(), 'pausecut-bench-'))
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
let server: { child: ChildProcess; origin: string } | undefined
try {
  fillStore(5)
  server = await serve()
  await report('status, idle, 5 jobs in the store', await statusLoad(['api_bench_1', 'api_bench_5']))
  await stop()
  fillStore(jobsInStore)
  server = await serve()
  await report(`status, idle, ${jobsInStore} jobs in the store`, await statusLoad(['api_bench_1', 'api_bench_4000']))

  const running = await Promise.all([1, 2, 3].map(() => create(scriptOf(40))))
  while ((await runningJobs()) < 3) await sleep(100)
  await sleep(3_000)
  await report('status, three renders running', await statusLoad(running))
  await measureDownload()
  for (const id of running) await ask('DELETE', `/api/v1/jobs/${id}`)

  const before = memory()
  const large = await create(scriptOf(segmentsOfLargeJob))
  const { most, done } = await watchMemory(large)
  console.log(
    `memory: ${before} MB before, at most ${most} MB while ${done} of ${segmentsOfLargeJob} segments were made`,
  )
  await report('status of the large job', await statusLoad([large]))
} finally {
  await stop()
  agent.destroy()
  rmSync(home, { recursive: true, force: true })
}

function fillStore(upTo: number): void {
  const opened = openStore(home)
  if (!opened.ok) throw new Error(englishSentence(opened.error))
  const { jobs, close } = opened.value
  const job = JobRequest.parse({ kind: 'shorts', script: scriptOf(8), spokenAs: { engine: 'builtin' } })
  for (let number = 1; number <= upTo; number++) {
    const id = `api_bench_${number}`
    if (jobs.summary(id)) continue
    const segments = Array.from({ length: 8 }, (_, index) => ({ index: index + 1, text: sentence }))
    jobs.create({ id, request: job, segments, opening: sentence })
    const artifacts = segments.map(({ index }) => {
      const name = `${id}_${index}.mp4`
      return { segment: index, kind: 'video' as const, path: join(home, 'jobs', id, name), name, size: 1, duration: 5 }
    })
    jobs.record({ type: 'completed', job: id, artifacts })
  }
  if (!jobs.artifact(largeFile)) {
    const path = join(home, 'jobs', 'api_bench_1', largeFile)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
    truncateSync(path, 600e6)
    jobs.record({
      type: 'completed',
      job: 'api_bench_1',
      artifacts: [{ kind: 'zip', path, name: largeFile, size: 600e6 }],
    })
  }
  close()
}

async function serve() {
  const cli = fileURLToPath(new URL('../../src-main/cli/pausecut.js', import.meta.url))
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--engine', 'builtin'], {
    env: { ...process.env, PAUSECUT_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, origin: String(line).replace(/^.* /, '') }
}

async function stop(): Promise<void> {
  if (!server || server.child.exitCode !== null) return
  server.child.kill('SIGKILL')
  await once(server.child, 'exit')
}

/** One request; its answer's text and the milliseconds until the last byte. */
function ask(method: string, path: string, body?: unknown): Promise<{ text: string; took: number; bytes: number }> {
  const begun = performance.now()
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const asked = request(server!.origin + path, { agent, method, headers }, (response) => {
      let text = ''
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes < 1e6) text += chunk
      })
      response.on('end', () => resolve({ text, bytes, took: performance.now() - begun }))
    })
    asked.on('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

async function create(script: string): Promise<string> {
  return JSON.parse((await ask('POST', '/api/v1/generate-shorts', { script })).text).session_id
}

async function runningJobs(): Promise<number> {
  return JSON.parse((await ask('GET', '/api/v1/health')).text).queue.running
}

/**
 * Asks for statuses at the set rate, whether or not the ones before were answered, so that a slow answer makes the
 * following ones late as it would for real callers.
 */
async function statusLoad(ids: readonly string[]): Promise<number[]> {
  const took: Promise<number>[] = []
  const begun = performance.now()
  for (let index = 0; index < seconds * perSecond; index++) {
    const due = begun + (index * 1000) / perSecond
    if (due > performance.now()) await sleep(due - performance.now())
    took.push(ask('GET', `/api/v1/shorts-status/${ids[index % ids.length]}`).then((answered) => answered.took))
  }
  return Promise.all(took)
}

async function report(what: string, took: number[]): Promise<void> {
  const sorted = took.sort((first, second) => first - second)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1)
  console.log(
    `${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms (${sorted.length} calls)`,
  )
}

/** Megabytes that the server's process holds (resident set). */
function memory(): number {
  const status = readFileSync(`/proc/${server!.child.pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)
}

async function watchMemory(id: string): Promise<{ most: number; done: number }> {
  let most = 0
  const end = performance.now() + Math.max(60, 3 * seconds) * 1000
  while (performance.now() < end) {
    most = Math.max(most, memory())
    await sleep(200)
  }
  const { finished_segments: done } = JSON.parse((await ask('GET', `/api/v1/jobs/${id}`)).text)
  return { most, done }
}

/** A download that is far larger than what the process may hold, while others render. */
async function measureDownload(): Promise<void> {
  const before = memory()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, memory())
  }, 20)
  const { bytes, took } = await ask('GET', `/download-voiceover/${largeFile}`)
  clearInterval(watch)
  console.log(`download: ${bytes / 1e6} MB in ${took.toFixed(0)} ms, at most ${most - before} MB more in memory`)
}
