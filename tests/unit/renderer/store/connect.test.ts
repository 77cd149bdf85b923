import { expect, test } from 'vitest'
import { createAppStore } from '#renderer/store/appStore.ts'
import { connect } from '#renderer/store/connect.ts'
import type { Snapshot } from '#shared/desktop/appContract.ts'
import { Choices, defaultSettings } from '#shared/desktop/settings.ts'
import { appError } from '#shared/errors.ts'
import type { JobSummary } from '#shared/job/job.ts'
import { fail, ok } from '#shared/result.ts'
import { fakeClient } from '#tests/fakes/api/fakeClient.ts'

const snapshot: Snapshot = {
  at: 7,
  app: {
    name: 'Pausecut',
    version: '1.0.0',
    platform: 'linux',
    language: 'de',
    engine: 'builtin',
    sample: 'A sample to try.',
  },
  settings: defaultSettings,
  previewOff: false,
  draft: {
    id: '7f3b2a18-4c9d-4e8a-b5f6-1a2b3c4d5e6f',
    name: '',
    script: 'One.\n— pause —\nTwo.',
    choices: Choices.parse({}),
  },
  drafts: [],
  jobs: [],
  requests: [],
  looks: [],
  pictures: [],
  api: { on: false, port: 4711, token: false },
  key: { state: 'none' },
  updates: { state: 'off' },
  packs: [],
}
const job = { id: 'api_1', state: 'running', kind: 'shorts', progress: 10 } as JobSummary
const settle = () => new Promise((done) => setTimeout(done))

test('the snapshot first, then only what is newer, in order', async () => {
  let answer: (value: ReturnType<typeof ok<Snapshot>>) => void = () => {}
  const { client, say } = fakeClient({
    snapshot: () => new Promise((resolve) => (answer = resolve)),
    job: () => fail(appError('JOB_NOT_FOUND')),
  })
  const store = createAppStore(client)
  connect(store, client)
  say({ type: 'job', job: { ...job, progress: 5 } }, 7)
  say({ type: 'job', job }, 8)
  expect(store.getState().ready).toBe(false)
  answer(ok(snapshot))
  await settle()
  expect(store.getState().ready).toBe(true)
  expect(store.getState().cards.map(({ text }) => text)).toEqual(['One.', 'Two.'])
  expect(store.getState().app.language).toBe('de')
  expect(store.getState().jobs).toEqual([job])
  say({ type: 'job', job: { ...job, progress: 90 } }, 9)
  expect(store.getState().jobs[0]?.progress).toBe(90)
})

test('events change what they name, and nothing after the end', async () => {
  const { client, say } = fakeClient({ snapshot: () => ok(snapshot) })
  const store = createAppStore(client)
  const end = connect(store, client)
  await settle()
  say({ type: 'settings', settings: { ...defaultSettings, theme: 'dark' }, language: 'en' }, 8)
  say({ type: 'engine', engine: 'openai' }, 9)
  say({ type: 'export-folder', folder: '/films' }, 10)
  expect(store.getState()).toMatchObject({
    settings: { theme: 'dark' },
    app: { language: 'en', engine: 'openai' },
    exportFolder: '/films',
  })
  say({ type: 'export-folder', folder: undefined }, 11)
  expect(store.getState().exportFolder).toBeUndefined()
  end()
  say({ type: 'engine', engine: 'builtin' }, 12)
  expect(store.getState().app.engine).toBe('openai')
})

test('a job that was running before the page was loaded anew is found again', async () => {
  const running = { ...job, request: { script: 'One.\n\n— pause —\n\nTwo.' }, parts: [] }
  const { client } = fakeClient({
    snapshot: () => ok({ ...snapshot, jobs: [job] }),
    job: () => ok(running as never),
    libraryEntry: ({ job }) =>
      ok({ job, kind: 'shorts', opening: 'One.', createdAt: '2026-01-01T00:00:00Z', files: [], warnings: [] }),
  })
  const store = createAppStore(client)
  connect(store, client)
  await settle()
  expect(store.getState().editorJob).toEqual({ id: 'api_1', cards: store.getState().cards })
  expect(store.getState().entries.map(({ job }) => job)).toEqual(['api_1'])
})

test('a snapshot that can not be had is said', async () => {
  const { client } = fakeClient({ snapshot: () => fail(appError('UNEXPECTED')) })
  const store = createAppStore(client)
  connect(store, client)
  await settle()
  expect(store.getState().ready).toBe(false)
  expect(store.getState().notices).toMatchObject([{ kind: 'trouble', error: { code: 'UNEXPECTED' } }])
})
