import { join } from 'node:path'
import { makeFolder } from '#files/makeFolder.ts'
import { checkWriting } from '#pipeline/captions/checkWriting.ts'
import { nameShorts, nameVoiceover, nameZip } from '#pipeline/naming/nameOutput.ts'
import { packageOutput } from '#pipeline/packageOutput.ts'
import { type ProduceTools, produceSegment } from '#pipeline/produceSegment.ts'
import { prepareScenes, type SegmentScene } from '#pipeline/scene/prepareScenes.ts'
import { segmentScript } from '#pipeline/segmentScript.ts'
import { planAll } from '#pipeline/speech/planSpeech.ts'
import type { Images } from '#ports/Images.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { folderError } from '#shared/fileError.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { estimateSegment } from '#shared/speech/estimateSpeech.ts'
import { adviseOn, type Planned } from '../advice/adviseOn.ts'
import { withVoices } from '../speech/withVoices.ts'
import type { RunSpec, RunWatch } from './jobRunner.ts'
import { reportProgress } from './reportProgress.ts'
import { sideBySide } from './sideBySide.ts'

export interface Tools extends ProduceTools {
  readonly images: Images
  /** Processor cores to use. */
  readonly cores: number
}

/**
 * Runs a job from script to files. Segments are made side by side, and one that fails does not stop the others: it is
 * announced by `segment-failed`, and the job fails at the end. The value is every artifact, a Shorts job's ZIP last.
 * Fails with SCRIPT_REQUIRED, as `planSpeech` and `checkWriting` do, with the codes of every step, or CANCELLED; what was finished by then stays.
 */
export async function runJob(spec: RunSpec, given: Tools, watch: RunWatch): Promise<Result<readonly Artifact[]>> {
  const { segments, notes } = segmentScript(spec)
  if (segments.length === 0) return fail(appError('SCRIPT_REQUIRED'))
  const tools = { ...given, speech: await withVoices(given.speech, watch.signal, segments) }
  // A voice that there is not ends the job before anything is spoken.
  const planned = planAll(segments, spec.spokenAs, tools.speech.facts)
  if (!planned.ok) return planned
  const folders = await makeFolders(spec)
  if (!folders.ok) return folders
  watch.emit({
    type: 'started',
    job: spec.id,
    segments: segments.length,
    engine: spec.spokenAs.engine,
    folder: spec.folder,
  })
  const seconds = segments.map((segment) => estimateSegment(segment, spec.spokenAs.speed))
  const { voice } = spec.spokenAs
  await warn(spec, { segments, notes, seconds, kind: spec.kind, facts: tools.speech.facts, voice }, watch)
  // Before any speech is bought: a picture that can't be used ends the job here.
  const scenes = await prepareScenes(spec, segments, tools.images, { work: spec.work, signal: watch.signal })
  if (!scenes.ok) return scenes
  // So does a writing that no font here can show.
  const shown = spec.format === 'mp4' ? checkScenes(segments, scenes.value, spec, tools) : ok(undefined)
  if (!shown.ok) return shown

  const results = await makeSegments(spec, { segments, seconds, scenes: scenes.value }, tools, watch)
  if (watch.signal.aborted) return fail(appError('CANCELLED'))
  const failure = results.find((result) => !result.ok)
  if (failure) return failure
  const artifacts = results.flatMap((result) => (result.ok ? result.value : []))
  if (spec.kind === 'voiceover') return ok(artifacts)

  const last = segments.length
  watch.emit({ type: 'progress', job: spec.id, progress: 98, message: phrase('PACKING'), segment: last })
  const zip = await packageOutput(artifacts, join(spec.folder, nameZip(spec.id)), watch.signal)
  return zip.ok ? ok([...artifacts, zip.value]) : zip
}

const checkScenes = (
  segments: readonly Segment[],
  scenes: readonly SegmentScene[],
  { kind }: RunSpec,
  { type }: Tools,
): Result<void> =>
  checkWriting(
    segments.map(({ text }, at) => ({ text, look: scenes[at]!.look })),
    kind,
    type,
  )

/** Says before the work what can be known before it. */
async function warn({ id }: RunSpec, planned: Planned, { emit }: RunWatch): Promise<void> {
  for (const { message, segments } of await adviseOn(planned))
    emit({ type: 'warning', job: id, message, ...(segments?.length === 1 && { segment: segments[0]! }) })
}

async function makeFolders(spec: RunSpec): Promise<Result<void>> {
  for (const folder of [spec.folder, spec.work]) {
    try {
      await makeFolder(folder)
    } catch (error) {
      return fail(folderError(error, folder))
    }
  }
  return ok(undefined)
}

/** All of a job's segments, and of each how long it takes to say, about, and what it shows. */
interface Prepared {
  readonly segments: readonly Segment[]
  readonly seconds: readonly number[]
  readonly scenes: readonly SegmentScene[]
}

async function makeSegments(
  spec: RunSpec,
  { segments, seconds, scenes }: Prepared,
  tools: Tools,
  watch: RunWatch,
): Promise<Result<readonly Artifact[]>[]> {
  const names =
    spec.kind === 'shorts'
      ? nameShorts(segments)
      : segments.map((segment) => nameVoiceover(segment.title ?? segment.text, spec.id, spec.format))
  const report = reportProgress(spec, segments, seconds, watch.emit, watch.onUnderWay)
  const atOnce = Math.min(tools.cores, segments.length)
  // One encoder alone may use every core; side by side each has its own, which gives more frames in all.
  const threads = Math.max(1, Math.floor(tools.cores / atOnce))

  return sideBySide(segments, atOnce, async (segment, position) => {
    const before = watch.done?.get(segment.index)
    if (before) {
      report.finished(position)
      return ok(before)
    }
    if (watch.signal.aborted) return fail(appError('CANCELLED'))
    const { id: _, folder, work: root, ...request } = spec
    const out = join(folder, names[position]!)
    const work = join(root, `part-${segment.index}`)
    const part = { request, segment, of: segments.length, scene: scenes[position]!, out, work, threads }
    const produced = await produceSegment(part, tools, watch.signal, {
      onSpoken: (share) => report.speaking(position, share),
      onWait: (seconds) => report.waiting(position, seconds),
      onRendered: (share) => report.rendering(position, share),
      onWarning: (message) => watch.emit({ type: 'warning', job: spec.id, message, segment: segment.index }),
    })
    if (produced.ok) {
      report.finished(position)
      for (const artifact of produced.value)
        watch.emit({ type: 'segment-done', job: spec.id, segment: segment.index, artifact })
    } else if (produced.error.code !== 'CANCELLED') {
      report.finished(position)
      watch.emit({ type: 'segment-failed', job: spec.id, segment: segment.index, error: produced.error })
    }
    return produced
  })
}
