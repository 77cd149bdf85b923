import { expect, test } from 'vitest'
import { createAppStore } from '#renderer/store/appStore.ts'
import { type Draft, type LibraryEntry, requestLogLimit } from '#shared/desktop/desktop.ts'
import { Choices } from '#shared/desktop/settings.ts'
import { appError } from '#shared/errors.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import { fakeClient } from '#tests/fakes/api/fakeClient.ts'

const entry = (job: string, createdAt = '2026-01-01T00:00:00Z'): LibraryEntry => ({
  job,
  kind: 'shorts',
  opening: job,
  createdAt,
  files: [],
  warnings: [],
})

test('a setting shows at once and goes back when it can not be kept', async () => {
  const { client } = fakeClient({ changeSettings: () => fail(appError('DISK_FULL', { path: '/' })) })
  const store = createAppStore(client)
  const changed = store.getState().changeSettings({ theme: 'dark' })
  expect(store.getState().settings.theme).toBe('dark')
  expect(await changed).toBe(false)
  expect(store.getState().settings.theme).toBe('system')
})

test('a key is tried as soon as it is kept, and what is wrong with it is said', async () => {
  const { client, callsOf } = fakeClient({
    setKey: () => ok({ state: 'keychain' }),
    testKey: () => fail(appError('KEY_REFUSED')),
  })
  const store = createAppStore(client)
  await store.getState().setKey('sk-wrong')
  expect(callsOf('testKey')).toHaveLength(1)
  expect(store.getState().key).toEqual({ state: 'keychain' })
  expect(store.getState().keyTest).toMatchObject({ state: 'failed', error: { code: 'KEY_REFUSED' } })
  // Nothing of the key stays in the page.
  expect(JSON.stringify(store.getState())).not.toContain('sk-wrong')
})

test('a look brings its own background, but leaves a picture of one’s own', () => {
  const store = createAppStore(fakeClient().client)
  const [, graphite, aurora] = builtInLooks.map((look) => ({ ...look, builtIn: true }))
  store.getState().chooseLook(graphite!)
  expect(store.getState().choices).toMatchObject({ lookName: 'graphite', look: { background: { name: 'graphite' } } })
  store.getState().chooseBackground({ kind: 'picture', file: '/pictures/sea.jpg' })
  store.getState().chooseLook(aurora!)
  expect(store.getState().choices.look.background).toEqual({ kind: 'picture', file: '/pictures/sea.jpg' })
  expect(store.getState().choices.look.captions).toEqual(aurora!.look.captions)
})

test('a picture that can not be fetched changes nothing and is said', async () => {
  const { client } = fakeClient({
    fetchBackground: () => fail(appError('PICTURE_NOT_FETCHED', { reason: phrase('NO_ANSWER') })),
  })
  const store = createAppStore(client)
  const before = store.getState().choices
  expect(await store.getState().fetchImage('https://example.com/a.png')).toBe(false)
  expect(store.getState().choices).toBe(before)
  expect(store.getState().importingImage).toBe(false)
  expect(store.getState().notices).toHaveLength(1)
})

test('of two searches the later one stands, whichever is answered first', async () => {
  const answers: ((entries: LibraryEntry[]) => void)[] = []
  const { client } = fakeClient({
    library: () => new Promise((resolve) => answers.push((entries) => resolve(ok({ entries })))),
  })
  const store = createAppStore(client)
  store.getState().searchLibrary('se')
  store.getState().searchLibrary('sea')
  answers[1]!([entry('sea')])
  await new Promise((done) => setTimeout(done))
  answers[0]!([entry('settlers')])
  await new Promise((done) => setTimeout(done))
  expect(store.getState().entries.map(({ job }) => job)).toEqual(['sea'])
})

test('results that come in stand in their place by time; while searching only known ones change', () => {
  const store = createAppStore(fakeClient().client)
  const { keepEntry } = store.getState()
  keepEntry(entry('old', '2026-01-01T00:00:00Z'))
  keepEntry(entry('new', '2026-03-01T00:00:00Z'))
  keepEntry(entry('middle', '2026-02-01T00:00:00Z'))
  expect(store.getState().entries.map(({ job }) => job)).toEqual(['new', 'middle', 'old'])
  store.setState({ search: 'middle' })
  keepEntry(entry('other', '2026-04-01T00:00:00Z'))
  keepEntry({ ...entry('middle'), opening: 'Changed' })
  expect(store.getState().entries.map(({ opening }) => opening)).toEqual(['new', 'Changed', 'old'])
})

test('deleted results go at once and come back when that is undone', async () => {
  const { client } = fakeClient({ removeResults: () => ok({ seconds: 8 }), keepResults: ({ job }) => ok(entry(job)) })
  const store = createAppStore(client)
  store.getState().keepEntry(entry('a'))
  await store.getState().removeResults(entry('a'))
  expect(store.getState().entries).toEqual([])
  expect(store.getState().notices).toMatchObject([{ kind: 'results-removed', job: 'a', seconds: 8 }])
  await store.getState().restoreResults('a')
  expect(store.getState().entries).toHaveLength(1)
})

test('the log of requests keeps the last ones', () => {
  const store = createAppStore(fakeClient().client)
  const request = { at: '2026-01-01T00:00:00Z', method: 'GET', path: '/', status: 200, took: 1 }
  for (let id = 1; id <= 600; id++) store.getState().addRequest({ ...request, id })
  expect(store.getState().requests).toHaveLength(requestLogLimit)
  expect(store.getState().requests.at(-1)?.id).toBe(600)
})

test('a sentence is said once, the last three stay', () => {
  const store = createAppStore(fakeClient().client)
  const { tell } = store.getState()
  tell({ kind: 'copied' })
  tell({ kind: 'copied' })
  tell({ kind: 'token-copied' })
  tell({ kind: 'export-folder', folder: '/a' })
  tell({ kind: 'trouble', error: appError('DISK_FULL', { path: '/a' }) })
  expect(store.getState().notices.map(({ kind }) => kind)).toEqual(['token-copied', 'export-folder', 'trouble'])
})

test('a voice that was heard is not asked for again, another speed is', async () => {
  const words = [{ text: 'One.', start: 0, end: 1 }]
  const speech = {
    url: 'a',
    duration: 1,
    words,
    levels: new Float32Array(0),
    columns: 39,
    perSecond: 30,
    charactersBilled: 4,
  }
  const { client, callsOf } = fakeClient({ previewSpeech: () => ok(speech) })
  const store = createAppStore(client)
  store.getState().write(store.getState().cards[0]!.id, 'One.', 4)
  expect(await store.getState().speak()).toEqual(speech)
  await store.getState().speak()
  expect(callsOf('previewSpeech')).toHaveLength(1)
  store.getState().chooseSpeech({ speed: 1.5 })
  await store.getState().speak()
  expect(callsOf('previewSpeech')).toHaveLength(2)
})

/** A main process that answers with windows of ten seconds of a text of a hundred. */
function windows() {
  const answers: (() => void)[] = []
  const fake = fakeClient({
    previewCaptions: ({ at = 0 }) =>
      new Promise((resolve) => {
        const window = { at, from: Math.max(0, at - 60), to: Math.min(3000, at + 300), shapes: [], paths: [] }
        answers.push(() => resolve(ok({ ...window, painted: [], pictures: 3000, warnings: [] })))
      }),
  })
  const store = createAppStore(fake.client)
  store.getState().write(store.getState().cards[0]!.id, 'One.', 4)
  const answer = async () => {
    answers.shift()!()
    await new Promise((done) => setTimeout(done))
  }
  const requestedFrames = () => fake.callsOf('previewCaptions').map((input) => (input as { at: number }).at)
  return { store, answer, requestedFrames, look: (frame: number) => store.getState().lookAt(frame) }
}

test('the next seconds are asked for before they are needed, and once', async () => {
  const { store, answer, requestedFrames, look } = windows()
  void store.getState().refreshShown()
  look(5) // nothing is known yet, and it is on its way
  await answer()
  for (let frame = 0; frame < 180; frame++) look(frame)
  expect(requestedFrames()).toEqual([0])
  for (let frame = 180; frame < 290; frame++) look(frame)
  expect(requestedFrames()).toEqual([0, 180])
  // What is there stays until the next is there.
  expect(store.getState().shown).toMatchObject({ from: 0, to: 300 })
  await answer()
  expect(store.getState().shown).toMatchObject({ from: 120, to: 480 })
})

test('after a seek the place is asked for at once; at the end nothing is', async () => {
  const { store, answer, requestedFrames, look } = windows()
  void store.getState().refreshShown()
  await answer()
  look(2000)
  look(2400) // the one before is on its way still
  await answer()
  look(2400)
  await answer()
  expect(requestedFrames()).toEqual([0, 2000, 2400])
  look(2900)
  await answer()
  for (let frame = 2900; frame < 3000; frame++) look(frame)
  expect(requestedFrames()).toEqual([0, 2000, 2400, 2900])
})

test('another part begins at its beginning, and an answer about the one before is dropped', async () => {
  const { store, answer, requestedFrames, look } = windows()
  void store.getState().refreshShown()
  await answer()
  look(2000)
  store.getState().split({ card: store.getState().cards[0]!.id, offset: 2 })
  void store.getState().refreshShown()
  await answer()
  expect(store.getState().shown).toMatchObject({ at: 0 })
  await answer()
  expect(store.getState().shown).toMatchObject({ text: 'e.', at: 0 })
  expect(requestedFrames()).toEqual([0, 2000, 0])
})

test('captions that can not be laid out are said, and not asked for at every frame', async () => {
  const { client, callsOf } = fakeClient({ previewCaptions: () => fail(appError('UNEXPECTED')) })
  const store = createAppStore(client)
  store.getState().write(store.getState().cards[0]!.id, 'One.', 4)
  const window = { at: 0, from: 0, to: 300, shapes: [], paths: [], painted: [], pictures: 900, warnings: [] }
  store.setState({ shown: { ...window, text: 'One.', source: 'One.' } })
  await store.getState().refreshShown()
  expect(store.getState().notices).toMatchObject([{ error: { code: 'UNEXPECTED' } }])
  for (let frame = 300; frame < 330; frame++) store.getState().lookAt(frame)
  expect(callsOf('previewCaptions')).toHaveLength(1)
})

test('a voice that can not speak says why beside the play button, a cancelled one says nothing', async () => {
  let code: 'CANCELLED' | 'SPEECH_NO_CREDIT' = 'CANCELLED'
  const { client } = fakeClient({ previewSpeech: () => fail(appError(code)) })
  const store = createAppStore(client)
  store.getState().write(store.getState().cards[0]!.id, 'One.', 4)
  await store.getState().togglePlay()
  expect(store.getState()).toMatchObject({ playing: false, speechError: undefined })
  code = 'SPEECH_NO_CREDIT'
  await store.getState().togglePlay()
  expect(store.getState()).toMatchObject({ playing: false, speechError: { code: 'SPEECH_NO_CREDIT' } })
})

const draft = (id: string, script: string): Draft => ({ id, name: '', script, choices: Choices.parse({}) })

test('a deleted script can be brought back as it was in the editor', async () => {
  const { client, callsOf } = fakeClient({ restoreDraft: (restored) => ok(restored as Draft) })
  const store = createAppStore(client)
  store.getState().showDraft(draft('one', 'One.'))
  const [card] = store.getState().cards
  store.getState().write(card!.id, 'One, and more.', 5)
  await store.getState().deleteDraft()
  expect(callsOf('deleteDraft')).toEqual([{ id: 'one' }])
  const [notice] = store.getState().notices
  if (notice?.kind !== 'draft-removed') throw new Error('Nothing was said')
  store.getState().showDraft(draft('two', ''))
  await store.getState().restoreDraft(notice.draft)
  expect(store.getState()).toMatchObject({ draftId: 'one', cards: [{ text: 'One, and more.' }] })
})

test('the sample is known until somebody writes in it; a script that takes its place can be undone', () => {
  const store = createAppStore(fakeClient().client)
  store.setState({ app: { ...store.getState().app, sample: 'A sample.\n— pause —\nIts end.' } })
  store.getState().showDraft(draft('one', 'A sample.\n— pause —\nIts end.'))
  const { cards, sampleCards } = store.getState()
  expect(sampleCards).toBe(cards)
  store.getState().replaceScript('My own.\n— pause —\nSecond.\n— pause —\nThird.')
  expect(store.getState().cards.map(({ text }) => text)).toEqual(['My own.', 'Second.', 'Third.'])
  expect(store.getState().cards).not.toBe(store.getState().sampleCards)
  store.getState().undo()
  expect(store.getState().cards).toBe(cards)
  store.getState().showDraft(draft('two', 'Another.'))
  expect(store.getState().sampleCards).toBeUndefined()
})

test('text that is pasted outside of all parts begins a new script, cut at its markers', async () => {
  const store = createAppStore(fakeClient({ newDraft: () => ok(draft('new', '')) }).client)
  store.getState().showDraft(draft('old', 'Old.'))
  await store.getState().pasteScript('First.\n— pause —\nSecond.')
  expect(store.getState()).toMatchObject({ draftId: 'new', cards: [{ text: 'First.' }, { text: 'Second.' }] })
})

test('an offer to cut goes with the script that it was made for', () => {
  const store = createAppStore(fakeClient().client)
  store.getState().tell({ kind: 'paragraphs', card: 'gone', count: 3 })
  store.getState().cutAtParagraphs('gone')
  store.getState().showDraft(draft('two', 'Another.'))
  expect(store.getState().notices).toEqual([])
})

test('a video that is to be watched is selected in the library until it plays', () => {
  const store = createAppStore(fakeClient().client)
  store.getState().watch('api_1.mp4')
  expect(store.getState()).toMatchObject({ page: 'library', watching: 'api_1.mp4' })
  expect([...store.getState().selected]).toEqual(['api_1.mp4'])
  store.getState().watched()
  expect(store.getState().watching).toBeUndefined()
})
