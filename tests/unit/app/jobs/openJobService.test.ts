import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openJobService } from '#app/jobs/openJobService.ts'
import { keepJournal } from '#app/renders/keepJournal.ts'
import { openSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { CreateJob, contract } from '#shared/job/contract.ts'
import { JobRequest } from '#shared/job/request.ts'
import { ok } from '#shared/result.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, reaches, unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { noPack } from '#tests/fakes/voice/noPack.ts'

const script = 'One is first here. — pause — Two is second there.'

/** The service as `serve` and the app open it, with a runner that renders nothing. */
function open(store = openTestStore(), runner = fakeRunner()) {
  const service = openJobService({
    home: store.home,
    version: '0.0.0',
    jobs: store.jobs,
    deliveries: store.deliveries,
    engines: { choose: async (wanted = 'builtin') => ok(wanted) },
    speech: openSpeechEngines({ key: async () => ok('sk-test'), decoder: soundDecoder, natural: noPack }),
    speechCache: scratch(),
    outbound: { allowHosts: ['127.0.0.1'] },
    log: () => {},
    render: runner.run,
    webhooks: {
      secret: async () => ok(null),
      body: (job, { event }) => JSON.stringify({ job: job.id, event }),
    },
    retention: { age: Number.POSITIVE_INFINITY, size: Number.POSITIVE_INFINITY },
    concurrency: 1,
    queueLimit: 10,
  })
  onTestFinished(() => service.close(0))
  return { ...service, store, runner }
}

async function receiver() {
  const calls: unknown[] = []
  const url = await webServer(async (request, response) => {
    calls.push(JSON.parse(await text(request)))
    response.end()
  })
  return { url, calls }
}

test('a job is made and its webhook called; nothing is called before the service is started', async () => {
  const { url, calls } = await receiver()
  const { service, start } = open()
  const { id } = unwrap(await service.createJob(CreateJob.parse({ kind: 'shorts', script, webhookUrl: url })))
  await ended(service, id)
  expect(calls).toEqual([])
  await start()
  await expect.poll(() => calls, { timeout: 10_000 }).toEqual([{ job: id, event: 'completed' }])
})

test('a job that another process renders into the data folder is taken in, before or after the start', async () => {
  const { service, start, store, runner } = open()
  await start()
  const id = 'api_00000000-0000-4000-8000-000000000001'
  const request = JobRequest.parse({ kind: 'shorts', script, spokenAs: { engine: 'builtin' } })
  const folder = scratch()
  const watch = { signal: new AbortController().signal, emit: () => {} }
  const run = keepJournal(store.home, (_, { emit }) => {
    emit({ type: 'started', job: id, segments: 2, engine: 'builtin', folder })
    return new Promise(() => {})
  })
  void run({ ...request, id, folder, work: folder }, watch)
  await expect.poll(async () => (await service.jobStatus({ id })).ok, { timeout: 10_000 }).toBe(true)
  await reaches(service, id, ({ state }) => state === 'running')
  expect(runner.runs).toEqual([])
})

test('what was not finished when it closed goes on at the next start', async () => {
  const store = openTestStore()
  const first = open(store, fakeRunner({ held: true }))
  await first.start()
  const { id } = unwrap(await first.service.createJob(CreateJob.parse({ kind: 'shorts', script })))
  await expect.poll(() => first.runner.runs.length).toBe(1)
  await first.close(0)
  expect(unwrap(await first.service.jobStatus({ id })).state).toBe('waiting')
  const second = open(store)
  await second.start()
  expect((await ended(second.service, id)).state).toBe('completed')
})

test('an estimate has prices where the speech service is OpenAI’s own', async () => {
  const { service } = open()
  const { models } = unwrap(await service.estimate(contract.estimate.input.parse({ script })))
  expect(models.find(({ model }) => model === 'tts-1')?.cost).toBeGreaterThan(0)
})
