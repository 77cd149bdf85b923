import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAppStore } from '#renderer/store/appStore.ts'
import { follow } from '#renderer/store/follow.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'
import { type FakeClient, fakeClient } from '#tests/fakes/api/fakeClient.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function editorWith({ client }: FakeClient, script = 'One.') {
  const store = createAppStore(client)
  follow(store, client)
  store.setState({ ready: true })
  store.getState().showDraft({ id: 'first', name: '', script, choices: store.getState().choices })
  return store
}

const savedScripts = (fake: FakeClient) =>
  fake.callsOf('saveDraft').map((draft) => (draft as { script: string }).script)

test('the first key is kept at once, the following ones soon, the last one always', async () => {
  const fake = fakeClient()
  const store = editorWith(fake)
  const { id } = store.getState().cards[0]!
  const typed = ['One. A', 'One. Ab', 'One. Abc', 'One. Abcd']
  store.getState().write(id, typed[0]!, 6)
  expect(savedScripts(fake)).toEqual(['One. A'])
  for (const text of typed.slice(1)) store.getState().write(id, text, text.length)
  await vi.advanceTimersByTimeAsync(100)
  expect(savedScripts(fake)).toEqual(['One. A', 'One. Abcd'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(savedScripts(fake)).toHaveLength(2)
})

test('what waits to be kept is kept when the page goes', async () => {
  const fake = fakeClient()
  const store = createAppStore(fake.client)
  const keepNow = follow(store, fake.client)
  store.setState({ ready: true })
  store.getState().showDraft({ id: 'first', name: '', script: 'One.', choices: store.getState().choices })
  const { id } = store.getState().cards[0]!
  store.getState().write(id, 'One. A', 6)
  store.getState().write(id, 'One. Ab', 7)
  keepNow()
  keepNow()
  expect(savedScripts(fake)).toEqual(['One. A', 'One. Ab'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(savedScripts(fake)).toHaveLength(2)
})

test('choices are kept with the words', async () => {
  const fake = fakeClient()
  const store = editorWith(fake)
  store.getState().chooseSpeech({ voice: 'onyx' })
  await vi.advanceTimersByTimeAsync(100)
  expect(fake.callsOf('saveDraft').at(-1)).toMatchObject({ id: 'first', choices: { spokenAs: { voice: 'onyx' } } })
})

test('what was typed last is kept under its own draft when another one opens', async () => {
  const fake = fakeClient()
  const store = editorWith(fake)
  const { id } = store.getState().cards[0]!
  store.getState().write(id, 'One. A', 6)
  store.getState().write(id, 'One. Ab', 7)
  store.getState().showDraft({ id: 'second', name: '', script: 'Other.', choices: store.getState().choices })
  await vi.advanceTimersByTimeAsync(200)
  expect(fake.callsOf('saveDraft')).toMatchObject([
    { id: 'first', script: 'One. A' },
    { id: 'first', script: 'One. Ab' },
  ])
})

test('opening a script keeps nothing', async () => {
  const fake = fakeClient()
  editorWith(fake)
  await vi.advanceTimersByTimeAsync(1000)
  expect(savedScripts(fake)).toEqual([])
})

test('a draft that can not be kept is said', async () => {
  const fake = fakeClient({ saveDraft: () => fail(appError('DISK_FULL', { path: '/home' })) })
  const store = editorWith(fake)
  store.getState().write(store.getState().cards[0]!.id, 'Two.', 4)
  await vi.advanceTimersByTimeAsync(100)
  expect(store.getState().notices).toMatchObject([{ error: { code: 'DISK_FULL' } }])
})

test('captions and cost follow when typing rests, not at every key', async () => {
  const fake = fakeClient()
  const store = editorWith(fake)
  await vi.advanceTimersByTimeAsync(1000)
  fake.calls.length = 0
  const { id } = store.getState().cards[0]!
  for (let length = 1; length <= 10; length++) {
    store.getState().write(id, 'Some words'.slice(0, length), length)
    await vi.advanceTimersByTimeAsync(20)
  }
  expect(fake.callsOf('estimate')).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(400)
  expect(fake.callsOf('previewCaptions')).toHaveLength(1)
  expect(fake.callsOf('previewCaptions')).toMatchObject([{ text: 'Some words', part: 1, parts: 1 }])
  expect(fake.callsOf('estimate')).toMatchObject([{ script: 'Some words' }])
})

test('a script that may have ended the app is neither drawn nor spoken before somebody asks for it', async () => {
  const fake = fakeClient()
  const store = createAppStore(fake.client)
  follow(store, fake.client)
  store.getState().showDraft({ id: 'first', name: '', script: 'One.', choices: store.getState().choices })
  store.setState({ ready: true, previewOff: true })
  const previews = () => fake.calls.filter(({ name }) => name.startsWith('preview')).map(({ name }) => name)
  await vi.advanceTimersByTimeAsync(2000)
  store.getState().write(store.getState().cards[0]!.id, 'One more.', 9)
  await vi.advanceTimersByTimeAsync(2000)
  expect(previews()).toEqual([])
  await store.getState().togglePlay()
  expect(store.getState()).toMatchObject({ previewOff: false, playing: false })
  await vi.advanceTimersByTimeAsync(2000)
  expect(previews()).toEqual(expect.arrayContaining(['previewPicture', 'previewCaptions', 'previewSpeech']))
})

test('another script has its preview at once', async () => {
  const fake = fakeClient()
  const store = editorWith(fake)
  store.setState({ previewOff: true })
  store.getState().showDraft({ id: 'second', name: '', script: 'Other.', choices: store.getState().choices })
  await vi.advanceTimersByTimeAsync(100)
  expect(fake.callsOf('previewCaptions')).toMatchObject([{ text: 'Other.' }])
})

test('the built-in voice speaks by itself, a paid one only when asked', async () => {
  const free = fakeClient()
  editorWith(free)
  await vi.advanceTimersByTimeAsync(2000)
  expect(free.callsOf('previewSpeech')).toMatchObject([{ text: 'One.', spokenAs: { voice: 'nova' } }])

  const paid = fakeClient()
  const store = editorWith(paid)
  store.setState({ app: { ...store.getState().app, engine: 'openai' } })
  await vi.advanceTimersByTimeAsync(2000)
  expect(paid.callsOf('previewSpeech')).toEqual([])
})

test('captions take the voice’s own times as soon as there are some', async () => {
  const words = [{ text: 'One.', start: 0.3, end: 0.8 }]
  const spoken = { url: 'app://sound', duration: 1.1, words, levels: new Float32Array(39), columns: 39 }
  const fake = fakeClient({ previewSpeech: () => ok({ ...spoken, perSecond: 30, charactersBilled: 0 }) })
  editorWith(fake)
  await vi.advanceTimersByTimeAsync(2000)
  expect(fake.callsOf('previewCaptions').at(-1)).toMatchObject({ spoken: { words, duration: 1.1 } })
})
