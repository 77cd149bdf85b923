import { z } from 'zod'
import { EngineName, GuideVoice, JobKind, Speed, scriptLimit, WordTiming } from '../domain.ts'
import { contract } from '../job/contract.ts'
import { JobSummary } from '../job/job.ts'
import { Look, NamedLook } from '../look/look.ts'
import { pick } from '../pick.ts'
import { ServerReport } from '../speech/serverReport.ts'
import { SpokenAs } from '../speech/spokenAs.ts'
import { WireError, WirePhrase } from '../wireError.ts'
import {
  ApiState,
  Draft,
  DraftSummary,
  draftLimit,
  ImportedImage,
  KeyState,
  LibraryEntry,
  NamedImages,
  PackState,
  PaintedWindow,
  PartUnderWay,
  RequestLogEntry,
  SpokenText,
  UpdateState,
} from './desktop.ts'
import { type AppOperation, type appOwnOperations, serviceOperations } from './operations.ts'
import { Choices, Language, Settings } from './settings.ts'
import { commands } from './shortcuts.ts'

const operation = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({
  input,
  output,
})

const Nothing = z.strictObject({})
const Done = z.object({})
/** Bytes of one file that somebody dropped or pasted. */
const bytes = (megabytes: number) =>
  z.instanceof(Uint8Array).refine(({ length }) => length <= megabytes * 2 ** 20, `At most ${megabytes} MB`)
const FileName = z.string().max(255)
const FileIds = z.strictObject({ ids: z.array(z.string().max(255)).min(1).max(500) })

/** A look in the list. Those that come with the product can't be changed or removed. */
export const ListedLook = NamedLook.extend({ builtIn: z.boolean() })
export type ListedLook = z.infer<typeof ListedLook>

export const AppInfo = z.object({
  name: z.string(),
  version: z.string(),
  platform: z.enum(['darwin', 'win32', 'linux']),
  /** The language of the interface as it is set, or as the system has it. */
  language: Language,
  /** The engine that jobs take when they name none. */
  engine: EngineName,
  /** A script to try things with; it is in the editor at the first start. */
  sample: z.string(),
})
export type AppInfo = z.infer<typeof AppInfo>

/** Everything that a page needs to draw itself; the events after number `at` bring it up to date. */
export const Snapshot = z.object({
  at: z.number().int().nonnegative(),
  app: AppInfo,
  settings: Settings,
  /** Where finished files are copied to; absent: nowhere. */
  exportFolder: z.string().optional(),
  draft: Draft,
  /** Whether the draft begins without its preview: it was open when the app ended as it should not. */
  previewOff: z.boolean(),
  drafts: z.array(DraftSummary),
  /** The newest 100, and all that are unfinished; newest first. */
  jobs: z.array(JobSummary),
  api: ApiState,
  /** The last 200, oldest first. */
  requests: z.array(RequestLogEntry),
  looks: z.array(ListedLook),
  /** Backgrounds that were used lately, newest first; at most 12. */
  pictures: z.array(ImportedImage),
  key: KeyState,
  updates: UpdateState,
  /** Every voice pack there is, the best first. */
  packs: z.array(PackState),
})
export type Snapshot = z.infer<typeof Snapshot>

/** A segment and the picture of it that is looked at, 30 a second; beyond its end: the last one. */
export const CaptionRequest = z.strictObject({
  /** A draft may be longer than what can be made; it is shown all the same. */
  text: z.string().max(draftLimit),
  at: z.number().int().nonnegative().default(0),
  /** Which part of how many it is, for the title card. */
  part: z.number().int().positive().default(1),
  parts: z.number().int().positive().default(1),
  look: Look,
  kind: JobKind,
  speed: Speed.default(1),
  /** What `previewSpeech` said of the same text. */
  spoken: z.strictObject({ words: z.array(WordTiming), duration: z.number().nonnegative() }).optional(),
})
export type CaptionRequest = z.output<typeof CaptionRequest>

/**
 * What only the desktop app asks for, besides the job service's own contract. The page names no file but those that it
 * was given (`ImportedImage.file`); files of the outside come through dialogs of the main process, or as dropped bytes.
 * A dialog that is closed without a choice answers null. Each answers a Result.
 */
const appOperations = {
  snapshot: operation(Nothing, Snapshot),

  // Settings
  changeSettings: operation(Settings.partial(), Settings),
  /** Adds a pronunciation list by dialog: CSV, JSON or PLS. */
  importPronunciations: operation(Nothing, Settings.nullable()),
  /** The same for a dropped file. */
  takePronunciations: operation(z.strictObject({ name: FileName, bytes: bytes(4) }), Settings),
  /** With a dialog; null when it was closed. */
  chooseExportFolder: operation(Nothing, z.string().nullable()),
  /** A folder that was dropped on the window (the preload takes its path from the drop, never from the page). */
  useExportFolder: operation(z.strictObject({ path: z.string().min(1) }), z.string()),
  clearExportFolder: operation(Nothing, Done),

  // The script
  /** Keeps the draft; answers when it is on the disk. */
  saveDraft: operation(Draft, Done),
  newDraft: operation(Nothing, Draft),
  openDraft: operation(z.strictObject({ id: z.uuid() }), Draft),
  deleteDraft: operation(z.strictObject({ id: z.uuid() }), Done),
  /** Undoes `deleteDraft`, with the draft as it was, and opens it. */
  restoreDraft: operation(Draft, Draft),
  /** Opens a script by dialog as a new draft: .txt, .md, .srt or .docx. */
  chooseScript: operation(Nothing, Draft.nullable()),
  /** The same for a dropped file. */
  openScript: operation(z.strictObject({ name: FileName, bytes: bytes(20) }), Draft),

  // Choosing
  chooseBackground: operation(Nothing, ImportedImage.nullable()),
  takeBackground: operation(z.strictObject({ name: FileName, bytes: bytes(20) }), ImportedImage),
  fetchBackground: operation(z.strictObject({ url: z.string().max(2000) }), ImportedImage),
  /** Takes a picture out of the recent ones. */
  forgetPicture: operation(z.strictObject({ file: z.string() }), Done),
  chooseLogo: operation(Nothing, ImportedImage.nullable()),
  chooseMusic: operation(Nothing, z.object({ file: z.string(), name: z.string() }).nullable()),
  /** Saves a look under its name, over the one that had it; refused for the built-in ones. */
  saveLook: operation(NamedLook, ListedLook),
  deleteLook: operation(NamedLook.pick({ name: true }), Done),
  importLook: operation(Nothing, ListedLook.nullable()),
  /** The file it was written to. */
  exportLook: operation(NamedLook.pick({ name: true }), z.string().nullable()),

  // Seeing and hearing. A later call of the same operation ends an earlier one (CANCELLED).
  /** What stands behind the captions, at most `width` pixels wide. */
  previewPicture: operation(
    z.strictObject({ look: Look, kind: JobKind, width: z.number().int().min(100).max(1920).default(540) }),
    z.object({ url: z.string() }),
  ),
  /**
   * Some seconds of a segment's captions and title card around a picture, and its waveform. Without `spoken` the times
   * are guessed from the text and the speed.
   */
  previewCaptions: operation(CaptionRequest, PaintedWindow),
  /** A segment's real voice, kept, so that rendering does not buy it again. */
  previewSpeech: operation(
    z.strictObject({
      text: z.string().min(1).max(scriptLimit),
      spokenAs: SpokenAs,
      kind: JobKind.default('shorts'),
      look: Look,
    }),
    SpokenText,
  ),
  /** A voice saying the first sentence of a text; kept too. */
  sampleVoice: operation(z.strictObject({ text: z.string().max(scriptLimit), spokenAs: SpokenAs }), SpokenText),
  stopPreview: operation(Nothing, Done),

  // Making
  make: operation(
    z.strictObject({ script: z.string().max(draftLimit), choices: Choices, images: NamedImages.optional() }),
    JobSummary,
  ),

  // The library
  library: operation(
    z.strictObject({
      search: z.string().max(200).default(''),
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(100).default(24),
    }),
    z.object({ entries: z.array(LibraryEntry), next: z.number().int().positive().optional() }),
  ),
  libraryEntry: operation(z.strictObject({ job: z.string() }), LibraryEntry),
  /** Hides a job's results and removes them some seconds later, unless `keepResults` comes first. */
  removeResults: operation(z.strictObject({ job: z.string() }), z.object({ seconds: z.number() })),
  /** Undoes `removeResults`. */
  keepResults: operation(z.strictObject({ job: z.string() }), LibraryEntry),
  showInFolder: operation(z.strictObject({ id: z.string() }), Done),
  copyPath: operation(z.strictObject({ id: z.string() }), Done),
  /** Hands files to the system's drag and drop; called while a drag starts. */
  dragOut: operation(FileIds, Done),

  // The local API
  setApi: operation(ApiState.pick({ on: true, port: true }).partial(), ApiState),
  /** Makes a token, or another in its place, and copies it. */
  makeToken: operation(Nothing, ApiState),
  copyToken: operation(Nothing, Done),
  removeToken: operation(Nothing, ApiState),

  // The key of the speech service
  setKey: operation(z.strictObject({ key: z.string().trim().min(1).max(500) }), KeyState),
  deleteKey: operation(Nothing, KeyState),
  /** One small call; fails with what is wrong (KEY_REFUSED, SPEECH_NO_CREDIT, SPEECH_UNREACHABLE …). */
  testKey: operation(Nothing, Done),

  // The speech server that is set, or OpenAI
  /** Measures what it really does; sends what `checkCost` says. A later call ends an earlier one (CANCELLED). */
  checkServer: operation(Nothing, ServerReport),
  stopServerCheck: operation(Nothing, Done),
  /** Whom a name of the guide means there; null: whom the engine has for it. */
  chooseGuideVoice: operation(z.strictObject({ name: GuideVoice, voice: z.string().min(1).max(100).nullable() }), Done),

  // Voice packs. Each answers at once; what becomes of it is told as it happens.
  /** Fetches a pack, from where an earlier download ended. */
  fetchPack: operation(PackState.pick({ name: true }), Done),
  /** Ends the download; what is here stays. */
  pausePack: operation(PackState.pick({ name: true }), Done),
  /** Removes a pack, or what was fetched of one; ends its download first. */
  removePack: operation(PackState.pick({ name: true }), Done),

  // The window
  copyText: operation(z.strictObject({ text: z.string().max(100_000) }), Done),
  /** What the window's title names. */
  setTitle: operation(z.strictObject({ title: z.string().max(200) }), Done),
  checkForUpdates: operation(Nothing, UpdateState),
  /** Ends the app and installs what is ready. */
  installUpdate: operation(Nothing, Done),
  /** Something went wrong in the page: for the log. */
  reportFault: operation(z.strictObject({ message: z.string().max(2000), stack: z.string().max(20_000) }), Done),
} as const satisfies Record<(typeof appOwnOperations)[number], unknown>

/** Everything the page can ask the main process for: the job service's contract, and the app's own. */
export const appContract = { ...pick(contract, serviceOperations), ...appOperations } as const

export type AppContract = typeof appContract
export type AppInput<Name extends AppOperation> = z.input<AppContract[Name]['input']>
export type AppOutput<Name extends AppOperation> = z.output<AppContract[Name]['output']>

/** What the main process tells the page after its snapshot. Each brings the whole new value. */
export const AppEvent = z.discriminatedUnion('type', [
  /** A job came or changed. */
  z.object({ type: z.literal('job'), job: JobSummary }),
  z.object({ type: z.literal('job-removed'), id: z.string() }),
  /** The parts of a running job that are being worked on now, side by side. */
  z.object({ type: z.literal('under-way'), job: z.string(), parts: z.array(PartUnderWay) }),
  /** A job's finished files changed. */
  z.object({ type: z.literal('results'), entry: LibraryEntry }),
  z.object({ type: z.literal('results-removed'), job: z.string() }),
  z.object({ type: z.literal('settings'), settings: Settings, language: Language }),
  z.object({ type: z.literal('export-folder'), folder: z.string().optional() }),
  /** Another draft is open now: from a file association, the menu or a second start. */
  z.object({ type: z.literal('draft'), draft: Draft }),
  z.object({ type: z.literal('drafts'), drafts: z.array(DraftSummary) }),
  z.object({ type: z.literal('looks'), looks: z.array(ListedLook) }),
  z.object({ type: z.literal('pictures'), pictures: z.array(ImportedImage) }),
  z.object({ type: z.literal('key'), key: KeyState }),
  z.object({ type: z.literal('engine'), engine: EngineName }),
  z.object({ type: z.literal('api'), api: ApiState }),
  z.object({ type: z.literal('request'), request: RequestLogEntry }),
  z.object({ type: z.literal('updates'), updates: UpdateState }),
  z.object({ type: z.literal('packs'), packs: z.array(PackState) }),
  z.object({ type: z.literal('command'), command: z.enum(commands) }),
  /** Something went wrong that no call of the page asked for: a file that could not be opened, an export that failed. */
  z.object({ type: z.literal('trouble'), error: WireError }),
  /** What of a script was left out as its file was opened. */
  z.object({ type: z.literal('import-notes'), notes: z.array(WirePhrase) }),
])
export type AppEvent = z.infer<typeof AppEvent>
