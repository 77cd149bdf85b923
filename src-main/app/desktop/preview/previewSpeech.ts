import { join } from 'node:path'
import { readWavChunks } from '#files/wavFile.ts'
import { frameCountOf } from '#pipeline/renderVideo.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { traceWaveform } from '#pipeline/scene/traceWaveform.ts'
import { speakSegment } from '#pipeline/speakSegment.ts'
import { planSpeech } from '#pipeline/speech/planSpeech.ts'
import { planKey } from '#pipeline/speech/speechCache.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { SpokenText } from '#shared/desktop/desktop.ts'
import { fps } from '#shared/domain.ts'
import { splitSentences } from '#shared/reading/splitSentences.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { type SpokenAs, withPronunciations } from '#shared/speech/spokenAs.ts'
import type { EngineChoice } from '../../speech/chooseEngine.ts'
import { withVoices } from '../../speech/withVoices.ts'
import type { Handlers } from '../handlers.ts'
import { asInJob } from './asInJob.ts'
import type { BoundedFolder } from './boundedFolder.ts'
import { openLatestOnly } from './latestOnly.ts'

export interface PreviewSpeechParts {
  readonly engines: EngineChoice
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  /** Listens where a voice gives no word times; rendering's own, so that words light up in the preview as in the video. */
  readonly aligner?: Aligner
  /** Where spoken pieces are kept: the one that rendering looks in, so that nothing is bought twice. */
  readonly speechCache: string
  /** Where playable narrations are kept. */
  readonly folder: BoundedFolder
}

/** Columns of a waveform that no look draws: enough to see where somebody speaks. */
const plainColumns = 27

/** A segment's real voice, and a voice's sample, as sound that the page can play. */
export function createPreviewSpeech(
  parts: PreviewSpeechParts,
): Pick<Handlers, 'previewSpeech' | 'sampleVoice' | 'stopPreview'> {
  const segments = openLatestOnly()
  const samples = openLatestOnly()
  return {
    previewSpeech: ({ text, look, kind, spokenAs }) =>
      segments.run((signal) =>
        speak(
          asInJob(text),
          withPronunciations(spokenAs, look),
          sceneWaveform(look, kind)?.columns ?? plainColumns,
          parts,
          signal,
        ),
      ),
    sampleVoice: ({ text, spokenAs }) =>
      samples.run((signal) => speak({ index: 1, text: firstSentence(text) }, spokenAs, plainColumns, parts, signal)),
    stopPreview: async () => {
      segments.stop()
      samples.stop()
      return ok({})
    },
  }
}

async function speak(
  segment: Segment,
  spokenAs: SpokenAs,
  columns: number,
  { engines, speech, aligner, speechCache, folder }: PreviewSpeechParts,
  signal: AbortSignal,
): Promise<Result<SpokenText>> {
  const chosen = await engines.choose(spokenAs.engine, spokenAs.voice)
  if (!chosen.ok) return chosen
  const engine = await withVoices(speech[chosen.value], signal, [segment])
  const plan = planSpeech(segment, spokenAs, engine.facts)
  if (!plan.ok) return plan
  const name = planKey(engine, plan.value).slice(0, 32)
  const narration = await speakSegment(
    segment,
    {
      engine,
      as: spokenAs,
      cacheFolder: speechCache,
      workFolder: join(folder.path, name),
      ...(aligner && { aligner }),
    },
    signal,
  )
  if (!narration.ok) return narration
  const { wav, sampleRate, duration, words, charactersBilled } = narration.value
  const traced = await traceWaveform(readWavChunks(wav), sampleRate, frameCountOf({ duration }, 0), columns)
  folder.prune()
  const url = `/speech/${name}/narration-1.wav`
  return ok({
    url,
    duration,
    words: [...words],
    levels: new Float32Array(traced),
    columns,
    perSecond: fps,
    charactersBilled,
  })
}

/** Letters that are enough to know a voice by. */
const mostLetters = 200

function firstSentence(text: string): string {
  const [first = ''] = splitSentences(text.trim())
  return first.trim().slice(0, mostLetters) || 'This is how I sound.'
}
