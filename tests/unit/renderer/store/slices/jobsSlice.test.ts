import { expect, test } from 'vitest'
import { partStateOf, warningsOf } from '#renderer/features/script/card/usePartState.ts'
import { createAppStore } from '#renderer/store/appStore.ts'
import { editorJobOf } from '#renderer/store/slices/jobsSlice.ts'
import type { LibraryEntry, LibraryFile } from '#shared/desktop/desktop.ts'
import { appError } from '#shared/errors.ts'
import type { Job, JobSummary } from '#shared/job/job.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import { fakeClient } from '#tests/fakes/api/fakeClient.ts'

const summary = { id: 'api_1', kind: 'shorts', state: 'running', progress: 0, segments: 2, done: 0 } as JobSummary
const parts: Job['parts'] = [
  { segment: 1, text: 'One.', state: 'waiting' },
  { segment: 2, text: 'Two.', state: 'waiting' },
]
const settle = () => new Promise((done) => setTimeout(done))

function editorWith(answers: Parameters<typeof fakeClient>[0] = {}) {
  let current = parts
  const fake = fakeClient({
    make: () => ok(summary),
    job: () => ok({ ...summary, parts: current } as Job),
    ...answers,
  })
  const store = createAppStore(fake.client)
  const script = 'One.\n— pause —\nTwo.'
  store.getState().showDraft({ id: 'draft', name: '', script, choices: store.getState().choices })
  return { store, fake, become: (next: Job['parts']) => (current = next) }
}

test('a click makes one job, however often it is clicked', async () => {
  const { store, fake } = editorWith()
  await Promise.all([store.getState().make(), store.getState().make()])
  await store.getState().make()
  expect(fake.callsOf('make')).toEqual([{ script: 'One.\n\n— pause —\n\nTwo.', choices: store.getState().choices }])
  expect(editorJobOf(store.getState())).toEqual(summary)
})

test('nothing is made of an empty editor', async () => {
  const { store, fake } = editorWith()
  const [first, second] = store.getState().cards
  store.getState().removeCard(first!.id)
  store.getState().removeCard(second!.id)
  await store.getState().make()
  expect(fake.callsOf('make')).toEqual([])
})

test('a job that is refused says why, and the next click asks again', async () => {
  const { store, fake } = editorWith({ make: () => fail(appError('KEY_MISSING')) })
  await store.getState().make()
  expect(store.getState().notices).toMatchObject([{ error: { code: 'KEY_MISSING' } }])
  await store.getState().make()
  expect(fake.callsOf('make')).toHaveLength(2)
})

test('each card shows its own part: waiting, in work, done, failed', async () => {
  const { store, become } = editorWith()
  await store.getState().make()
  await settle()
  const [first, second] = store.getState().cards
  store.getState().keepUnderWay('api_1', [{ segment: 1, stage: 'render', share: 0.5 }])
  expect(partStateOf(store.getState(), first!)).toEqual({ state: 'working', share: 0.625, job: 'api_1' })
  expect(partStateOf(store.getState(), second!)).toEqual({ state: 'waiting', share: 0, job: 'api_1' })

  become([
    { ...parts[0]!, state: 'done' },
    { ...parts[1]!, state: 'failed', error: appError('SPEECH_BUSY', { attempts: 4 }) },
  ])
  store.getState().keepJob({ ...summary, state: 'failed', done: 1 })
  await settle()
  expect(partStateOf(store.getState(), first!)).toMatchObject({ state: 'done' })
  expect(partStateOf(store.getState(), second!)).toMatchObject({ state: 'failed', error: { code: 'SPEECH_BUSY' } })
})

test('a card shows what is told of its own video', async () => {
  const message = phrase('SPEECH_UNSURE', { text: 'Two.' })
  const { store, become } = editorWith()
  await store.getState().make()
  become(parts.map((part) => ({ ...part, state: 'done' as const })))
  store.getState().keepJob({ ...summary, state: 'completed', done: 2 })
  await settle()
  const file = (segment: number) => ({ id: `${segment}.mp4`, kind: 'video', segment }) as LibraryFile
  const entry = {
    job: 'api_1',
    files: [file(1), file(2)],
    warnings: [{ segment: 2, message }],
  } as unknown as LibraryEntry
  store.getState().keepEntry(entry)
  const [one, two] = store.getState().cards.map((card) => partStateOf(store.getState(), card)!)
  expect(warningsOf(one!)).toEqual([])
  expect(warningsOf(two!)).toEqual([message])
})

test('a card that is changed while it is made shows nothing of the job, its neighbours do', async () => {
  const { store } = editorWith()
  await store.getState().make()
  await settle()
  const [first] = store.getState().cards
  store.getState().write(first!.id, 'One, changed.', 5)
  const [changed, second] = store.getState().cards
  expect(partStateOf(store.getState(), changed!)).toBeUndefined()
  expect(partStateOf(store.getState(), second!)).toMatchObject({ state: 'waiting' })
})

test('making again what failed tries its failed parts; once something is changed it makes a new job', async () => {
  const { store, fake } = editorWith({ retryJob: () => ok(summary) })
  await store.getState().make()
  store.getState().keepJob({ ...summary, state: 'failed', done: 1 })
  await store.getState().make()
  expect(fake.callsOf('retryJob')).toEqual([{ id: 'api_1' }])
  expect(fake.callsOf('make')).toHaveLength(1)
  store.getState().keepJob({ ...summary, state: 'failed', done: 1 })
  const [first] = store.getState().cards
  store.getState().write(first!.id, 'One, changed.', 5)
  await store.getState().make()
  expect(fake.callsOf('make')).toHaveLength(2)
})

test('jobs of other ways in are listed too, and go when they are deleted', () => {
  const { store } = editorWith()
  store.getState().keepJob({ ...summary, id: 'api_other' })
  store.getState().keepJob({ ...summary, id: 'api_other', progress: 40 })
  expect(store.getState().jobs).toMatchObject([{ id: 'api_other', progress: 40 }])
  store.getState().dropJob('api_other')
  expect(store.getState().jobs).toEqual([])
})
