import { rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { makeFolder } from '#files/makeFolder.ts'
import { placeFile } from '#files/placeFile.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { Artifact, Narration } from '#shared/domain.ts'
import { folderError } from '#shared/fileError.ts'
import type { JobRequest } from '#shared/job/request.ts'
import type { Phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { withPronunciations } from '#shared/speech/spokenAs.ts'
import { writeSubtitles } from './captions/writeSubtitles.ts'
import { composeScene, type PaintedScene, type SceneTools } from './composeScene.ts'
import { titleOf } from './naming/titleOf.ts'
import { type RenderCache, renderKey, type StoredRender } from './renderCache.ts'
import { type RenderTools, renderVideo } from './renderVideo.ts'
import type { SegmentScene } from './scene/prepareScenes.ts'
import { speakSegment } from './speakSegment.ts'
import { planSpeech, type SpeechPlan } from './speech/planSpeech.ts'
import { warnOfSkipped } from './speech/skippedWords.ts'

export interface ProduceTools extends RenderTools, SceneTools {
  readonly speech: SpeechEngine
  /** Listens where the voice gives no word times; without one they are shares of the time. */
  readonly aligner?: Aligner
  readonly renders: RenderCache
  /** The folder of spoken pieces. */
  readonly speechCache: string
}

export interface ProduceRequest {
  readonly request: JobRequest
  readonly segment: Segment
  /** How many segments the job has. */
  readonly of: number
  readonly scene: SegmentScene
  /** Where the finished file goes; its siblings take its name with their own endings. */
  readonly out: string
  /** A folder for what is made on the way; gone afterwards. */
  readonly work: string
  readonly threads: number
}

/** What a segment says while it is made; shares go from 0 to 1. */
export interface ProduceWatch {
  readonly onSpoken: (share: number) => void
  /** Seconds until a speech service that was busy is asked again. */
  readonly onWait: (seconds: number) => void
  readonly onRendered: (share: number) => void
  readonly onWarning: (warning: Phrase) => void
}

/** Raise it whenever the same facts would give other pictures or other sound than before. */
const renderRevision = 13

/**
 * Makes one segment from its text to its files: speech, captions, picture, subtitles; or takes them from the cache when
 * nothing that decides them has changed. The value is the video (or sound) first, then its subtitles.
 * Fails as its steps do; nothing is left at `out` then.
 */
export async function produceSegment(
  job: ProduceRequest,
  tools: ProduceTools,
  signal: AbortSignal,
  watch: ProduceWatch,
): Promise<Result<Artifact[]>> {
  const plan = planSpeech(job.segment, spokenIn(job), tools.speech.facts)
  if (!plan.ok) return plan
  const key = renderKey(factsOf(job, plan.value, tools))
  const place = (ending: string) => `${job.out.slice(0, -extname(job.out).length)}.${ending}`
  const stored = await tools.renders.recall(key, place, signal)
  if (!stored.ok) return stored
  if (stored.value) {
    for (const warning of stored.value.warnings) watch.onWarning(warning)
    return ok(await artifactsOf(job, stored.value))
  }
  try {
    await makeFolder(job.work)
    const render = await make(job, tools, signal, { ...watch, place })
    if (!render.ok) return render
    // Better captions may be had the next time, from a service or with a font that somebody installs.
    const { timingFallback, captions } = render.value.receipt
    if (timingFallback !== 'service' && !captions?.missing.length) await tools.renders.keep(key, render.value)
    return ok(await artifactsOf(job, render.value))
  } catch (error) {
    return fail(folderError(error, job.work))
  } finally {
    await rm(job.work, { recursive: true, force: true }).catch(() => {})
  }
}

/** How the segment is to be spoken, with what its look says of words. */
const spokenIn = ({ request, scene }: ProduceRequest) => withPronunciations(request.spokenAs, scene.look)

/** All that decides the files' content. */
function factsOf(
  { request, segment, of, scene }: ProduceRequest,
  { utterances }: SpeechPlan,
  { speech, aligner }: ProduceTools,
): unknown {
  const { kind, format, subtitles, encoder } = request
  // The title card counts the parts, so they decide too where there is one.
  const part = scene.look.titleCard ? [segment.index, of] : []
  const said = utterances.map(({ text, as }) => [text, as])
  const voiced = [speech.facts.name, speech.version, said, aligner?.version]
  const written = [segment.title, segment.text, segment.marks]
  const shown = [scene.digest, ...scene.changes.map(({ word, scene: { digest } }) => [word, digest])]
  return [renderRevision, kind, format, written, part, voiced, shown, subtitles, encoder]
}

async function make(
  job: ProduceRequest,
  tools: ProduceTools,
  signal: AbortSignal,
  { place, ...watch }: ProduceWatch & { readonly place: (ending: string) => string },
): Promise<Result<StoredRender>> {
  const { request, segment, scene, out, work } = job
  watch.onSpoken(0)
  // Speech is begun first, and painting done while it is spoken.
  const speaking = speakSegment(
    segment,
    {
      engine: tools.speech,
      as: spokenIn(job),
      cacheFolder: tools.speechCache,
      workFolder: work,
      ...(tools.aligner && { aligner: tools.aligner }),
      onPiece: watch.onSpoken,
      onWait: watch.onWait,
    },
    signal,
  )
  const [background, spoken] = await Promise.all([request.format === 'mp4' ? paint(scene) : undefined, speaking])
  if (background && !background.ok) return background
  if (!spoken.ok) return spoken
  const narration = spoken.value
  const { look } = scene
  const title = segment.title ?? titleOf(segment.text)
  const facts = { title, part: segment.index, parts: job.of }
  const { kind } = request
  const composed =
    background &&
    (await composeScene(
      { kind, look, backgrounds: background.value, narration, text: segment.text, title: facts, work },
      tools,
    ))
  const skipped = warnOfSkipped(narration)
  const heard = [skipped, narration.doubt].filter((warning) => warning !== undefined)
  const warnings = [...heard, ...(composed?.warnings ?? [])]
  for (const warning of warnings) watch.onWarning(warning)
  watch.onRendered(0)
  const rendered = await renderVideo(
    {
      kind,
      format: request.format,
      narration,
      out,
      work,
      title,
      text: segment.text,
      ...(composed && { scene: composed.scene, captions: composed.captions }),
      ...(look.music && { music: look.music }),
      options: { encoder: request.encoder, threads: job.threads },
    },
    tools,
    signal,
    watch.onRendered,
  )
  if (!rendered.ok) return rendered
  const subtitles = composed
    ? await placeSubtitles({ ...narration, text: segment.text }, request.subtitles, place, signal)
    : ok([])
  if (!subtitles.ok) return subtitles
  const files = new Map([[extname(out).slice(1), out], ...subtitles.value])
  const { duration, receipt } = rendered.value
  return ok({ duration, receipt, warnings, files })
}

/** Paints the background, and those that take its place from a word on. */
async function paint({ paint, changes }: SegmentScene): Promise<Result<PaintedScene>> {
  const first = await paint()
  if (!first.ok) return first
  const painted: PaintedScene['changes'][number][] = []
  for (const { word, scene } of changes) {
    const files = await scene.paint()
    if (!files.ok) return files
    painted.push({ word, background: files.value.background })
  }
  return ok({ ...first.value, changes: painted })
}

/** Writes the subtitle files beside the video; the value is their paths by ending. */
async function placeSubtitles(
  narration: Narration & { readonly text: string },
  formats: JobRequest['subtitles'],
  place: (ending: string) => string,
  signal: AbortSignal,
): Promise<Result<[string, string][]>> {
  const files: [string, string][] = []
  for (const [format, text] of writeSubtitles(narration, formats)) {
    const path = place(format)
    const placed = await placeFile(path, async (partial) => ok(await writeFile(partial, text)), signal)
    if (!placed.ok) return placed
    files.push([format, path])
  }
  return ok(files)
}

const kinds: Record<string, Artifact['kind']> = { mp4: 'video', mp3: 'audio', wav: 'audio' }

async function artifactsOf(
  { segment, request }: ProduceRequest,
  { files, duration, receipt }: StoredRender,
): Promise<Artifact[]> {
  const artifacts: Artifact[] = []
  for (const [ending, path] of files) {
    const kind = kinds[ending] ?? 'subtitles'
    const { size } = await stat(path)
    artifacts.push({
      ...(request.kind === 'shorts' && { segment: segment.index }),
      kind,
      path,
      name: basename(path),
      size,
      ...(kind !== 'subtitles' && { duration, receipt }),
    })
  }
  return artifacts
}
