import { expect, test } from 'vitest'
import { type RenderHost, runInHost } from '#app/hosts/runInHost.ts'
import { JobRequest } from '#shared/job/request.ts'

/** A host that says what it is told to. */
function scriptedHost(word: unknown) {
  let hear: (word: unknown) => void = () => {}
  let killed = false
  const host: RenderHost = {
    gone: new Promise(() => {}),
    send: () => hear(word),
    hear: (listener) => {
      hear = listener
    },
    kill: () => {
      killed = true
    },
  }
  return { host, killed: () => killed }
}

const request = JobRequest.parse({ kind: 'shorts', script: 'One.', spokenAs: { engine: 'builtin' } })
const spec = { ...request, id: 'api_1', folder: '/tmp/none', work: '/tmp/none' }
const signal = new AbortController().signal

test('a listener that throws ends the job and its host, not the process', async () => {
  const event = { type: 'warning', job: 'api_1', message: { code: 'WORDS', facts: { text: 'hm' } } }
  const { host, killed } = scriptedHost({ type: 'event', event })
  const emit = () => {
    throw new Error('a bug in whoever listens')
  }
  await expect(runInHost(host, spec, { signal, emit }, 1)).rejects.toThrow('a bug in whoever listens')
  expect(killed()).toBe(true)
})

test('a host that talks nonsense is ended', async () => {
  const { host, killed } = scriptedHost({ type: 'song' })
  await expect(runInHost(host, spec, { signal, emit: () => {} }, 1)).rejects.toThrow()
  expect(killed()).toBe(true)
})
