import { get } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { JobService } from '#app/jobs/jobService.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { openTestApi, type TestApi } from '#tests/fakes/api/openTestApi.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, openTestJobService, reaches } from '#tests/fakes/service/openTestJobService.ts'

interface Heard {
  readonly id: number
  readonly event: string
  readonly data: Record<string, unknown>
}

/** Follows a job until the server ends the stream, or `until` is true of an event. */
function follow(api: TestApi, id: string, lastId?: number, until: (heard: Heard) => boolean = () => false) {
  const heard: Heard[] = []
  const done = new Promise<Heard[]>((resolve, reject) => {
    const headers = lastId === undefined ? {} : { 'last-event-id': String(lastId) }
    const asked = get(`${api.origin}/api/v1/jobs/${id}/events`, { headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const fields = Object.fromEntries(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
          )
          text = text.slice(end + 2)
          if (fields.data === undefined) continue
          heard.push({ id: Number(fields.id), event: String(fields.event), data: JSON.parse(fields.data) })
          if (until(heard.at(-1)!)) asked.destroy()
        }
      })
      response.on('end', () => resolve(heard))
      response.on('close', () => resolve(heard))
      response.on('error', () => resolve(heard))
    })
    asked.on('error', (error) => (asked.destroyed ? resolve(heard) : reject(error)))
    onTestFinished(() => void asked.destroy())
  })
  return { heard, done }
}

async function start(api: TestApi): Promise<string> {
  const { json } = await api.ask('/api/v1/generate-shorts', { body: { script: 'One here. — pause — Two there.' } })
  return String(json.session_id)
}

test('a job is followed from its beginning to its end, then the stream ends', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await start(api)
  await reaches(api.service, id, (job) => job.progress > 0)
  const { done } = follow(api, id)
  api.runner.held = false
  const heard = await done
  expect(heard.map(({ event }) => event)).toEqual([
    'queued',
    'started',
    'progress',
    'segment-done',
    'progress',
    'segment-done',
    'completed',
  ])
  expect(heard.every(({ event, data }) => data.type === event && data.session_id === id)).toBe(true)
  expect(heard[2]?.data).toMatchObject({ progress: 45, message: 'Making 1', current_segment: 1 })
  expect(heard[3]?.data).toMatchObject({ segment: 1, file: { file_url: '/download-voiceover/api_Part_1.mp4' } })
  expect(heard.at(-1)?.data.files).toHaveLength(3)
  expect(JSON.stringify(heard)).not.toContain(api.store.home)
})

test('a follower that was cut off resumes after the last event it heard, and misses and repeats nothing', async () => {
  const api = await openTestApi({ runner: fakeRunner({ segmentMs: 20 }) })
  const id = await start(api)
  const first = await follow(api, id, undefined, ({ event }) => event === 'segment-done').done
  const second = await follow(api, id, first.at(-1)?.id).done
  const all = [...first, ...second]
  expect(all.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))].sort((a, b) => a - b))
  expect(all.map(({ event }) => event).filter((event) => event !== 'progress')).toEqual([
    'queued',
    'started',
    'segment-done',
    'segment-done',
    'completed',
  ])
})

test('many followers at any time hear the same', async () => {
  const api = await openTestApi({ runner: fakeRunner({ segmentMs: 10 }) })
  const id = await start(api)
  const followers = [follow(api, id), follow(api, id)]
  await reaches(api.service, id, (job) => job.done > 0)
  followers.push(follow(api, id))
  const heard = await Promise.all(followers.map(({ done }) => done))
  expect(heard[1]).toEqual(heard[0])
  expect(heard[2]).toEqual(heard[0])
})

test('what happens while the log is still being read is told once, in its place', async () => {
  const runner = fakeRunner({ held: true, segmentMs: 50 })
  const behind = openTestJobService({ runner })
  let reads = 0
  const events: JobService['events'] = async (asked) => {
    // The second reading is the follower's own: the first segment is finished in the middle of it.
    if (++reads === 2) {
      runner.held = false
      await reaches(behind.service, asked.id ?? '', (job) => job.done === 1)
    }
    return behind.service.events(asked)
  }
  const api = await openTestApi({}, { service: { ...behind.service, events } })
  const id = await start(api)
  const heard = await follow(api, id).done
  const ids = heard.map((event) => event.id)
  expect(ids).toEqual([...new Set(ids)].sort((first, second) => first - second))
  expect(heard.map(({ event }) => event).filter((event) => event !== 'progress')).toEqual([
    'queued',
    'started',
    'segment-done',
    'segment-done',
    'completed',
  ])
})

test('a job with many segments is read once for a follower of its past, not once for each event', async () => {
  const behind = openTestJobService()
  let reads = 0
  const job: JobService['job'] = (asked) => {
    reads += 1
    return behind.service.job(asked)
  }
  const api = await openTestApi({}, { service: { ...behind.service, job } })
  const script = Array.from({ length: 40 }, (_, index) => `This is part ${index}.`).join(' — pause — ')
  const { json } = await api.ask('/api/v1/generate-shorts', { body: { script } })
  const id = String(json.session_id)
  await ended(behind.service, id)
  const heard = await follow(api, id).done
  expect(heard.filter(({ event, data }) => event === 'segment-done' && data.file !== undefined)).toHaveLength(40)
  expect(heard.at(-1)?.data.files).toHaveLength(41)
  expect(reads).toBe(1)
})

test('a long past is told whole, however fast it could be told', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await start(api)
  await reaches(api.service, id, (job) => job.progress > 0)
  const message = words('words '.repeat(2_000))
  for (let count = 0; count < 400; count++) api.store.jobs.record({ type: 'warning', job: id, message })
  await api.service.cancelJob({ id })
  const heard = await follow(api, id).done
  expect(heard.filter(({ event }) => event === 'warning')).toHaveLength(400)
  expect(heard.at(-1)?.event).toBe('failed')
})

test('when all was heard, 204 says not to come again', async () => {
  const api = await openTestApi()
  const id = await start(api)
  await ended(api.service, id)
  const last = (await follow(api, id).done).at(-1)?.id
  const { status, text } = await api.ask(`/api/v1/jobs/${id}/events`, { headers: { 'last-event-id': String(last) } })
  expect([status, text]).toEqual([204, ''])
})

test('a failure is heard, and so is the retry that follows', async () => {
  const api = await openTestApi()
  api.runner.broken.set(2, appError('SPEECH_REFUSED', { reason: words('no') }))
  const id = await start(api)
  await ended(api.service, id)
  const failed = await follow(api, id).done
  expect(failed.at(-1)?.data).toMatchObject({ type: 'failed', error: 'The speech service refused the request: no' })
  api.runner.broken.clear()
  await api.service.retryJob({ id })
  const retried = await follow(api, id, failed.at(-1)?.id).done
  expect(retried.map(({ event }) => event).filter((event) => event !== 'progress')).toEqual([
    'queued',
    'started',
    'segment-done',
    'completed',
  ])
})

test('deleting the job ends the stream', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await start(api)
  const { done, heard } = follow(api, id)
  await expect.poll(() => heard.length).toBeGreaterThan(1)
  await api.service.deleteJob({ id })
  expect((await done).at(-1)?.event).toBe('removed')
})

test('an id that is none is refused', async () => {
  const api = await openTestApi()
  const id = await start(api)
  for (const last of ['x', '-1', '1e3', '']) {
    const { status, json } = await api.ask(`/api/v1/jobs/${id}/events`, { headers: { 'last-event-id': last } })
    expect([last, status, json.success]).toEqual([last, 400, false])
  }
})
