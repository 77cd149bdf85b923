import { cutScript, isSpeakable } from '#shared/cutScript.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import type { Bridge } from '#shared/desktop/bridge.ts'
import type { Draft, ImportedImage, SpokenText } from '#shared/desktop/desktop.ts'
import type { Choices, Settings } from '#shared/desktop/settings.ts'
import type { JobKind } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import { engines } from '#shared/speech/engines.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import { newJob, perform, summary } from './jobs.ts'
import { sampleRequests, sampleScript } from './samples.ts'
import { clock, draftOf, engine, language, listeners, tell, wait, wanted, world } from './world.ts'

/**
 * A double of the main process, in the page itself: what `window.pausecut` is in the app, with a memory of its own.
 * Pictures, captions and voices are the real ones, made by the server beside it (serve.ts).
 */
const models = engines.openai.models.map(({ id }) => id)

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const sent = body instanceof Uint8Array ? body.slice() : JSON.stringify(body)
  const answer = await fetch(`/double/${path}`, { method: 'POST', body: sent })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json() as Promise<Answer>
}

type Said = Omit<SpokenText, 'levels' | 'url'> & { levels: number[]; file: string }

async function speak(input: unknown): Promise<SpokenText> {
  const { file, levels, ...said } = await post<Said>('speech', input)
  const url = `/double/sound?file=${encodeURIComponent(file)}`
  return { ...said, charactersBilled: 0, levels: Float32Array.from(levels), url }
}

async function takePicture({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ImportedImage> {
  const { file } = await post<{ file: string }>(`keep?name=${encodeURIComponent(name)}`, bytes)
  const blob = new Blob([bytes.slice()])
  const { width, height } = await createImageBitmap(blob)
  const url = URL.createObjectURL(blob)
  const picture = { ...{ file, name, width, height, url }, thumbnail: url }
  world.pictures = [picture, ...world.pictures].slice(0, 12)
  tell({ type: 'pictures', pictures: world.pictures })
  return picture
}

function estimate({ script, spokenAs: { speed }, kind }: { script: string; spokenAs: SpokenAs; kind: JobKind }) {
  const texts = cutScript(script).filter(isSpeakable)
  const seconds = texts.reduce((sum, text) => sum + estimateSpeech(text, speed), 0)
  const characters = script.length
  const bill = (model: string, cost: number) => ({
    ...{ engine: 'openai', model, cost, charactersBilled: characters, charactersCached: 0 },
  })
  return {
    segments: texts.map((text, index) => ({
      ...{ segment: index + 1, opening: text.slice(0, 20), characters: text.length },
      seconds: estimateSpeech(text, speed),
    })),
    ...{ seconds, characters, kind, engine: engine(), ...(engine() === 'openai' && { model: models[0] }) },
    models: [
      { engine: 'builtin', charactersBilled: 0, charactersCached: 0, cost: 0 },
      ...[bill(models[0]!, (seconds * 0.015) / 60), bill(models[1]!, characters * 15e-6)],
      bill(models[2]!, characters * 30e-6),
    ],
  }
}

const operations: Partial<{ [Name in keyof Bridge]: (input: never) => unknown }> = {
  onEvent: (listener: (event: AppEvent, at: number) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: async () => {
    const { settings, exportFolder, draft, jobs, api, pictures, key } = world
    return ok({
      app: {
        ...{ name: 'Pausecut', version: '0.1.0', platform: 'linux' },
        ...{ language: language(), engine: engine(), sample: sampleScript },
      },
      ...{
        at: clock.at,
        settings,
        exportFolder,
        draft,
        previewOff: world.previewOff,
        drafts: [],
        api,
        requests: [],
        pictures,
        key,
      },
      jobs: [...jobs.values()].map(summary),
      looks: builtInLooks.map((look) => ({ ...look, builtIn: true })),
      updates: { state: 'off' },
    })
  },

  changeSettings: async (part: Partial<Settings>) => {
    Object.assign(world, { settings: { ...world.settings, ...part } })
    tell({ type: 'settings', settings: world.settings, language: language() })
    return ok(world.settings)
  },
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
  takeBackground: async (file: { name: string; bytes: Uint8Array }) => ok(await takePicture(file)),
  fetchBackground: async () => fail(appError('PICTURE_NOT_FETCHED', { reason: phrase('SERVER_SILENT') })),

  estimate: async (input: Parameters<typeof estimate>[0]) => ok(estimate(input)),
  previewPicture: async ({ look, kind }: { look: unknown; kind: JobKind }) =>
    ok({ url: `/double/backdrop?kind=${kind}&look=${encodeURIComponent(JSON.stringify(look))}` }),
  previewCaptions: async (input: unknown) => ok(await post('captions', input)),
  previewSpeech: async (input: unknown) => ok(await speak(input)),
  sampleVoice: async ({ text, ...input }: { text: string }) =>
    ok(await speak({ ...input, text: text.split(/(?<=[.!?])\s/)[0] || 'Hello.', kind: 'shorts', look: {} })),

  make: async ({ script, choices }: { script: string; choices: Choices }) => {
    const job = newJob(script, choices)
    world.jobs.set(job.id, job)
    void wait(50).then(() => perform(job))
    return ok(summary(job))
  },
  job: async ({ id }: { id: string }) => {
    const job = world.jobs.get(id)
    return job ? ok(structuredClone(job)) : fail(appError('JOB_NOT_FOUND'))
  },
  cancelJob: async ({ id }: { id: string }) => {
    const job = world.jobs.get(id)!
    Object.assign(job, { state: 'cancelled', error: appError('CANCELLED') })
    tell({ type: 'job', job: summary(job) })
    return ok(summary(job))
  },
  retryJob: async ({ id }: { id: string }) => {
    const job = world.jobs.get(id)!
    for (const part of job.parts) if (part.state === 'failed') part.state = 'waiting'
    void perform(job)
    return ok(summary(job))
  },

  library: async ({ search }: { search: string }) => {
    const wordsOf = ({ opening, files }: (typeof world.entries)[number]) =>
      [opening, ...files.map(({ text }) => text)].join(' ').toLowerCase()
    return ok({ entries: world.entries.filter((entry) => wordsOf(entry).includes(search.toLowerCase())) })
  },
  removeResults: async () => ok({ seconds: 8 }),
  keepResults: async ({ job }: { job: string }) => ok(world.entries.find((entry) => entry.job === job)),

  setApi: async (part: { on?: boolean; port?: number }) => {
    const { on, port, token } = { ...world.api, ...part }
    world.api = { on, port, token, ...(on && { url: `http://127.0.0.1:${port}` }) }
    if (on) for (const request of sampleRequests()) void wait(300).then(() => tell({ type: 'request', request }))
    return ok(world.api)
  },
  makeToken: async () => {
    world.api = { ...world.api, token: true }
    return ok(world.api)
  },
  removeToken: async () => {
    world.api = { ...world.api, token: false }
    return ok(world.api)
  },
  setKey: async () => {
    world.key = { state: 'keychain' }
    tell({ type: 'engine', engine: 'openai' })
    return ok(world.key)
  },
  deleteKey: async () => {
    world.key = { state: 'none' }
    tell({ type: 'engine', engine: 'builtin' })
    return ok(world.key)
  },
  testKey: async () => {
    await wait(500)
    return wanted.get('key') === 'refused' ? fail(appError('KEY_REFUSED')) : ok({})
  },
}

Object.assign(window, {
  pausecut: new Proxy(operations, { get: (known, name: keyof Bridge) => known[name] ?? (async () => ok({})) }),
})
