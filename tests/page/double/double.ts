import type { AppEvent } from '#shared/desktop/appContract.ts'
import type { Bridge } from '#shared/desktop/bridge.ts'
import type { Draft, ImportedImage, SpokenText } from '#shared/desktop/desktop.ts'
import type { Choices, Settings } from '#shared/desktop/settings.ts'
import type { JobKind } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import { cutScript } from '#shared/script/cutScript.ts'
import { isSpeakable } from '#shared/script/isSpeakable.ts'
import { engines, type GuideVoice } from '#shared/speech/engines.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import { newJob, perform, summary } from './jobs.ts'
import { packOperations, packStates } from './packs.ts'
import { sampleRequests, sampleScript } from './samples.ts'
import { clock, draftOf, engine, language, listeners, options, state, tell, wait } from './state.ts'
import { chooseGuideVoice, listVoices, sampleReport } from './voices.ts'

/**
 * A double of the main process, in the page itself: what `window.pausecut` is in the app, with a memory of its own.
 * Backgrounds, captions and voices are the real ones, made by the server beside it (serve.ts).
 */
const models = engines.openai.models.map(({ id }) => id)

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const content = body instanceof Uint8Array ? body.slice() : JSON.stringify(body)
  const answer = await fetch(`/double/${path}`, { method: 'POST', body: content })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json() as Promise<Answer>
}

type SpeechAnswer = Omit<SpokenText, 'levels' | 'url'> & { levels: number[]; file: string }

async function speak(input: unknown): Promise<SpokenText> {
  const { file, levels, ...speech } = await post<SpeechAnswer>('speech', input)
  const url = `/double/sound?file=${encodeURIComponent(file)}`
  return { ...speech, charactersBilled: 0, levels: Float32Array.from(levels), url }
}

async function importImage({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ImportedImage> {
  const { file } = await post<{ file: string }>(`keep?name=${encodeURIComponent(name)}`, bytes)
  const blob = new Blob([bytes.slice()])
  const { width, height } = await createImageBitmap(blob)
  const url = URL.createObjectURL(blob)
  const image = { file, name, width, height, url, thumbnail: url }
  state.pictures = [image, ...state.pictures].slice(0, 12)
  tell({ type: 'pictures', pictures: state.pictures })
  return image
}

function estimate({ script, spokenAs: { speed }, kind }: { script: string; spokenAs: SpokenAs; kind: JobKind }) {
  const texts = cutScript(script).filter(isSpeakable)
  const seconds = texts.reduce((sum, text) => sum + estimateSpeech(text, speed), 0)
  const characters = script.length
  const bill = (model: string, cost: number) => ({
    engine: 'openai',
    model,
    cost,
    charactersBilled: characters,
    charactersCached: 0,
  })
  return {
    segments: texts.map((text, index) => ({
      segment: index + 1,
      opening: text.slice(0, 20),
      characters: text.length,
      seconds: estimateSpeech(text, speed),
    })),
    seconds,
    characters,
    kind,
    engine: engine(),
    ...(engine() === 'openai' && { model: models[0] }),
    models: [
      { engine: 'builtin', charactersBilled: 0, charactersCached: 0, cost: 0 },
      bill(models[0]!, (seconds * 0.015) / 60),
      bill(models[1]!, characters * 15e-6),
      bill(models[2]!, characters * 30e-6),
    ],
    advice: [],
  }
}

const operations: Partial<{ [Name in keyof Bridge]: (input: never) => unknown }> = {
  onEvent: (listener: (event: AppEvent, at: number) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: async () => {
    const { settings, exportFolder, draft, jobs, api, pictures, key } = state
    return ok({
      app: {
        name: 'Pausecut',
        version: '0.1.0',
        platform: 'linux',
        language: language(),
        engine: engine(),
        sample: sampleScript,
      },
      at: clock.at,
      settings,
      exportFolder,
      draft,
      previewOff: state.previewOff,
      drafts: [],
      api,
      requests: [],
      pictures,
      key,

      jobs: [...jobs.values()].map(summary),
      looks: builtInLooks.map((look) => ({ ...look, builtIn: true })),
      updates: { state: 'off' },
      packs: packStates(),
    })
  },

  changeSettings: async (part: Partial<Settings>) => {
    Object.assign(state, { settings: { ...state.settings, ...part } })
    tell({ type: 'settings', settings: state.settings, language: language() })
    return ok(state.settings)
  },
  importPronunciations: async () => ok(null),
  chooseExportFolder: async () => ok('~/Videos/Shorts'),
  useExportFolder: async ({ name }: File) => ok(`~/${name}`),

  saveDraft: async (draft: Draft) => {
    sessionStorage.setItem('draft', JSON.stringify(draft))
    return ok({})
  },
  newDraft: async () => ok(draftOf('')),
  chooseScript: async () => ok(null),
  openScript: async ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
    ok(draftOf(new TextDecoder().decode(bytes), name)),
  chooseBackground: async () => ok(null),
  takeBackground: async (file: { name: string; bytes: Uint8Array }) => ok(await importImage(file)),
  fetchBackground: async () => fail(appError('PICTURE_NOT_FETCHED', { reason: phrase('SERVER_SILENT') })),

  listVoices: async () => ok(listVoices()),
  checkServer: async () => {
    await wait(400)
    return ok(sampleReport())
  },
  chooseGuideVoice: async ({ name, voice }: { name: GuideVoice; voice: string | null }) => {
    chooseGuideVoice(name, voice)
    return ok({})
  },

  estimate: async (input: Parameters<typeof estimate>[0]) => ok(estimate(input)),
  previewPicture: async ({ look, kind }: { look: unknown; kind: JobKind }) =>
    ok({ url: `/double/backdrop?kind=${kind}&look=${encodeURIComponent(JSON.stringify(look))}` }),
  previewCaptions: async (input: unknown) => ok(await post('captions', input)),
  previewSpeech: async (input: unknown) => ok(await speak(input)),
  sampleVoice: async ({ text, ...input }: { text: string }) =>
    ok(await speak({ ...input, text: text.split(/(?<=[.!?])\s/)[0] || 'Hello.', kind: 'shorts', look: {} })),

  make: async ({ script, choices }: { script: string; choices: Choices }) => {
    const job = newJob(script, choices)
    state.jobs.set(job.id, job)
    void wait(50).then(() => perform(job))
    return ok(summary(job))
  },
  job: async ({ id }: { id: string }) => {
    const job = state.jobs.get(id)
    return job ? ok(structuredClone(job)) : fail(appError('JOB_NOT_FOUND'))
  },
  cancelJob: async ({ id }: { id: string }) => {
    const job = state.jobs.get(id)!
    Object.assign(job, { state: 'cancelled', error: appError('CANCELLED') })
    tell({ type: 'job', job: summary(job) })
    return ok(summary(job))
  },
  retryJob: async ({ id }: { id: string }) => {
    const job = state.jobs.get(id)!
    for (const part of job.parts) if (part.state === 'failed') part.state = 'waiting'
    void perform(job)
    return ok(summary(job))
  },

  library: async ({ search }: { search: string }) => {
    const wordsOf = ({ opening, files }: (typeof state.entries)[number]) =>
      [opening, ...files.map(({ text }) => text)].join(' ').toLowerCase()
    return ok({ entries: state.entries.filter((entry) => wordsOf(entry).includes(search.toLowerCase())) })
  },
  removeResults: async () => ok({ seconds: 8 }),
  keepResults: async ({ job }: { job: string }) => ok(state.entries.find((entry) => entry.job === job)),

  setApi: async (part: { on?: boolean; port?: number }) => {
    const { on, port, token } = { ...state.api, ...part }
    state.api = { on, port, token, ...(on && { url: `http://127.0.0.1:${port}` }) }
    if (on) for (const request of sampleRequests()) void wait(300).then(() => tell({ type: 'request', request }))
    return ok(state.api)
  },
  makeToken: async () => {
    state.api = { ...state.api, token: true }
    return ok(state.api)
  },
  removeToken: async () => {
    state.api = { ...state.api, token: false }
    return ok(state.api)
  },
  setKey: async () => {
    state.key = { state: 'keychain' }
    tell({ type: 'engine', engine: 'openai' })
    return ok(state.key)
  },
  ...packOperations,
  deleteKey: async () => {
    state.key = { state: 'none' }
    tell({ type: 'engine', engine: 'builtin' })
    return ok(state.key)
  },
  testKey: async () => {
    await wait(500)
    return options.get('key') === 'refused' ? fail(appError('KEY_REFUSED')) : ok({})
  },
}

Object.assign(window, {
  pausecut: new Proxy(operations, { get: (target, name: keyof Bridge) => target[name] ?? (async () => ok({})) }),
})
