import type { AppEvent, AppOutput } from '#shared/desktop/appContract.ts'
import type { Draft, ImportedImage, LibraryEntry } from '#shared/desktop/desktop.ts'
import { Choices, defaultSettings, type Settings } from '#shared/desktop/settings.ts'
import type { EngineName } from '#shared/domain.ts'
import type { Job } from '#shared/job/job.ts'
import { sampleEntries, sampleJobs, sampleScript } from './samples.ts'

/**
 * Options of a run, in the page's address:
 * ?script=long&preview=off&key=stored&theme=dark&language=de&library=empty&fail=2&server=kokoro|silent&offer=yes&pack=begun
 */
export const options = new URLSearchParams(location.search)

export const draftOf = (script: string, name = ''): Draft => ({
  id: crypto.randomUUID(),
  name,
  script,
  choices: Choices.parse({}),
})

function firstScript(): string {
  const name = options.get('script')
  if (name === 'empty') return ''
  if (name !== 'long') return sampleScript
  const words =
    'Every harbour keeps its own time and the lamps along the quay are lit by hand before the boats come home'
  const part = (index: number) => `Part ${index + 1}. ${`${words}. `.repeat(3)}`
  return Array.from({ length: 300 }, (_, index) => part(index)).join('\n\n— pause —\n\n')
}

/** A reloaded page finds its script again, as it does in the app. */
function firstDraft(): Draft {
  const stored = sessionStorage.getItem('draft')
  return stored && !options.has('script') ? (JSON.parse(stored) as Draft) : draftOf(firstScript())
}

const isEmpty = options.get('library') === 'empty'

/** What the main process has in the app. */
export const state = {
  draft: firstDraft(),
  previewOff: options.get('preview') === 'off',
  settings: {
    ...defaultSettings,
    theme: options.get('theme') ?? 'system',
    language: options.get('language') ?? 'en',
    speechUrl: options.get('server') ? 'http://localhost:8880/v1' : '',
    offerNaturalVoice: options.get('offer') === 'yes',
  } as Settings,
  exportFolder: undefined as string | undefined,
  key: { state: options.get('key') === 'stored' ? 'keychain' : 'none' } as AppOutput<'setKey'>,
  api: { on: false, port: 4711, token: false } as AppOutput<'setApi'>,
  entries: (isEmpty ? [] : sampleEntries()) as LibraryEntry[],
  jobs: new Map<string, Job>(isEmpty ? [] : sampleJobs().map((job) => [job.id, job])),
  pictures: [] as ImportedImage[],
}

export const listeners = new Set<(event: AppEvent, at: number) => void>()
export const clock = { at: 0 }

export function tell(event: AppEvent): void {
  clock.at++
  for (const listener of listeners) listener(event, clock.at)
}

export const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
export const engine = (): EngineName => (state.key.state === 'keychain' ? 'openai' : 'builtin')
export const language = () => (state.settings.language === 'system' ? 'en' : state.settings.language)
