import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Aligner } from '#ports/Aligner.ts'
import type { DesktopShell } from '#ports/DesktopShell.ts'
import type { Images } from '#ports/Images.ts'
import type { JobStore } from '#ports/JobStore.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { SpeechProbe } from '#ports/SpeechProbe.ts'
import type { AppEvent, AppInfo } from '#shared/desktop/appContract.ts'
import { draftLimit } from '#shared/desktop/desktop.ts'
import { serviceOperations } from '#shared/desktop/operations.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import type { JobSummary } from '#shared/job/job.ts'
import { pick } from '#shared/pick.ts'
import { ok, type Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { mostPronunciations } from '#shared/speech/pronunciations.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import type { JobService } from '../jobs/jobService.ts'
import type { Log } from '../log.ts'
import type { LookLibrary } from '../looks/lookLibrary.ts'
import type { Outbound } from '../net/outbound.ts'
import { type ImportChoices, type ImportedScript, importSource } from '../source/importSource.ts'
import { readSource } from '../source/readSource.ts'
import type { ApiControl, Updates } from './controls.ts'
import type { EventLine } from './eventLine.ts'
import type { Handlers } from './handlers.ts'
import { openImportedImages } from './images/importedImages.ts'
import { createLookHandlers } from './images/looks.ts'
import { takeNamedImages } from './images/takeNamedImages.ts'
import { usedImages } from './images/usedImages.ts'
import { createVetLook } from './images/vetLook.ts'
import { openExporter } from './library/exporter.ts'
import { followJobs } from './library/followJobs.ts'
import { openLibrary } from './library/library.ts'
import { createFindMedia, type FindMedia, type GrabStill } from './library/media.ts'
import { createResultHandlers } from './library/results.ts'
import { openBoundedFolder } from './preview/boundedFolder.ts'
import { createPreviewPicture } from './preview/previewBackground.ts'
import { type CaptionWorker, createPreviewCaptions } from './preview/previewCaptions.ts'
import { createPreviewSpeech } from './preview/previewSpeech.ts'
import { openRunMarker } from './runMarker.ts'
import { openDrafts } from './scripts/drafts.ts'
import { createMake } from './scripts/makeJob.ts'
import type { Keys } from './settings/keys.ts'
import type { OpenSettings } from './settings/settings.ts'
import { createSpeechServerHandlers } from './settings/speechServer.ts'
import { takeSnapshot } from './takeSnapshot.ts'
import { openVoicePacks, type VoicePacksParts } from './voices/voicePacks.ts'

export interface DesktopParts {
  readonly home: string
  /** Where saved looks are kept. */
  readonly looksFolder: string
  readonly looks: LookLibrary
  readonly info: Pick<AppInfo, 'name' | 'version' | 'platform'>
  readonly sample: { readonly name: string; readonly script: string }
  readonly line: EventLine
  readonly settings: OpenSettings
  readonly keys: Keys
  readonly service: JobService
  readonly jobs: JobStore
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  readonly aligner: Aligner
  /** A look at the speech server as it is set now. */
  readonly probeSpeech: () => SpeechProbe
  /** Where spoken pieces are kept; rendering's own. */
  readonly speechCache: string
  readonly images: Images
  readonly captions: CaptionWorker
  readonly grabStill: GrabStill
  readonly desktopShell: DesktopShell
  readonly outbound: Outbound
  readonly api: ApiControl
  readonly updates: Updates
  /** Voice packs of a test. */
  readonly packSource?: Pick<VoicePacksParts, 'packs' | 'env'>
  readonly onJobEnd: (job: JobSummary) => void
  readonly log: Log
}

export interface Desktop {
  readonly handlers: Handlers
  readonly findMedia: FindMedia
  /** Opens a script file that the system hands over; what goes wrong is told to the windows. */
  openFile(path: string): Promise<void>
  /** Tells the windows what went wrong, as soon as there is one that listens. */
  tellTrouble(error: AppError): void
  close(): Promise<void>
}

/** Bytes that the pictures of previews may take, and as many the voices. */
const previewLimit = 500 * 2 ** 20

/** How the app takes files: as drafts, which may be longer than what a job takes. */
const imported: ImportChoices = { limit: draftLimit, markup: 'light' }

/** The desktop app without its window: everything that its contract promises, over the job service. */
export function openDesktop(parts: DesktopParts): Desktop {
  const { home, line, settings, keys, service, jobs, looks, desktopShell, log } = parts
  const { publish } = line
  const previews = openBoundedFolder(join(home, 'cache', 'previews'), previewLimit)
  const narrations = openBoundedFolder(join(home, 'cache', 'narrations'), previewLimit)
  const marker = openRunMarker(join(home, 'running'))
  const drafts = openDrafts(join(home, 'drafts'), parts.sample, publish)
  const importedImages = openImportedImages({ ...parts, publish })
  for (const removed of [
    importedImages.removeUnused(() => usedImages(join(home, 'drafts'), jobs)),
    looks.removeUnused(),
  ])
    removed.catch((error: unknown) => log('unused files stay', { error: String(error) }))
  const lookHandlers = createLookHandlers(looks, desktopShell, publish)
  const vet = createVetLook([importedImages.folder, parts.looksFolder])
  const exporter = openExporter({
    home,
    folder: () => settings.exportFolder,
    template: () => settings.value.exportName,
  })
  void exporter
    .forgetUnknown(jobs)
    .then((done) => done.ok || log('exports not forgotten', { error: englishSentence(done.error) }))
  // Stills lie with their jobs; older versions kept them here for ever.
  void rm(join(home, 'cache', 'stills'), { recursive: true, force: true }).catch(() => {})
  const library = openLibrary({ service, exported: exporter.exported, publish })
  const findMedia = createFindMedia({ home, jobs, grabStill: parts.grabStill })
  const unfollow = followJobs({ service, library, exporter, publish, onEnd: parts.onJobEnd, log })
  // It lay open when the app ended; perhaps because of it.
  const suspect = marker.isLeft ? drafts.current.id : undefined

  // What is told before the first page listens is kept until it has asked for its snapshot.
  let untold: AppEvent[] | undefined = []
  const tell = (event: AppEvent) => {
    if (untold) untold.push(event)
    else publish(event)
  }
  const tellTrouble = (error: AppError) => tell({ type: 'trouble', error })
  for (const problem of [...drafts.problems, ...[settings, keys, exporter, importedImages].map((part) => part.problem)])
    if (problem) tellTrouble(problem)
  const tellRest = () => {
    const rest = untold ?? []
    untold = undefined
    for (const event of rest) publish(event)
  }

  /**
   * Makes a draft of a script that came in, with the images that it names in the folder where it lies, and tells what
   * of it was left out.
   */
  const begin = async (name: string, source: Result<ImportedScript>, folder?: string) => {
    if (!source.ok) return source
    const { script, notes } = source.value
    const images = folder === undefined ? undefined : await takeNamedImages(script, folder, importedImages)
    const draft = await drafts.begin(name, script, images)
    if (draft.ok && notes.length > 0) tell({ type: 'import-notes', notes: [...notes] })
    return draft
  }
  const openFile = async (path: string) => {
    return begin(basename(path), await readSource(path, imported, new AbortController().signal), dirname(path))
  }

  /** How to speak, with the list of the settings under the script's own. */
  const pronounced = (spokenAs: SpokenAs): SpokenAs => {
    const { pronunciations: list } = settings.value
    const all = [...list, ...(spokenAs.pronunciations ?? [])].slice(-mostPronunciations)
    return list.length === 0 ? spokenAs : { ...spokenAs, pronunciations: all }
  }
  const make = createMake({ service, looks, vet })
  const packs = openVoicePacks({ home, publish, onChange: keys.refresh, ...parts.packSource })
  const speaking = createPreviewSpeech({ ...parts, engines: keys.choice, folder: narrations })

  const handlers: Handlers = {
    ...pick(service, serviceOperations),
    ...settings.handlers,
    ...keys.handlers,
    ...drafts.handlers,
    ...lookHandlers,
    ...importedImages.handlers,
    ...library.handlers,
    ...parts.api.handlers,
    ...parts.updates.handlers,
    ...packs.handlers,
    ...createSpeechServerHandlers(parts),
    ...speaking,
    previewSpeech: (input) => speaking.previewSpeech({ ...input, spokenAs: pronounced(input.spokenAs) }),
    sampleVoice: (input) => speaking.sampleVoice({ ...input, spokenAs: pronounced(input.spokenAs) }),
    estimate: (input) => service.estimate({ ...input, spokenAs: pronounced(input.spokenAs) }),
    ...createResultHandlers({ jobs, exported: exporter.exported, findMedia, desktopShell }),
    previewPicture: createPreviewPicture({ images: parts.images, vet, folder: previews }),
    previewCaptions: createPreviewCaptions(parts.captions),
    saveLook: async (look) => {
      const vetted = vet(look.look)
      return vetted.ok ? lookHandlers.saveLook(look) : vetted
    },
    make: ({ choices, ...input }) =>
      make({ ...input, choices: { ...choices, spokenAs: pronounced(choices.spokenAs) } }),
    snapshot: async () => {
      const snapshot = await takeSnapshot({ ...parts, packs, drafts, looks, importedImages, suspect })
      // After the answer, so that the page knows them for new.
      setImmediate(tellRest)
      return snapshot
    },
    changeSettings: async (changes) => {
      const before = settings.value.speechUrl
      const changed = await settings.handlers.changeSettings(changes)
      if (settings.value.speechUrl !== before) await keys.refresh()
      return changed
    },
    chooseScript: async () => {
      const path = await desktopShell.choose('script')
      return path === undefined ? ok(null) : openFile(path)
    },
    openScript: async ({ name, bytes }) => {
      return begin(name, await importSource({ name, bytes }, imported))
    },
    copyText: async ({ text }) => {
      await desktopShell.copy(text)
      return ok({})
    },
    setTitle: async ({ title }) => done(() => desktopShell.setTitle(title)),
    reportFault: async ({ message, stack }) => done(() => log('page broke', { message, stack })),
  }

  return {
    handlers,
    findMedia,
    tellTrouble,
    async openFile(path) {
      const opened = await openFile(path)
      if (!opened.ok) tellTrouble(opened.error)
    },
    async close() {
      unfollow()
      await packs.close()
      await library.close()
      marker.remove()
    },
  }
}

function done(action: () => void) {
  action()
  return ok({})
}
