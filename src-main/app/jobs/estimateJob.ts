import { openingWords } from '#pipeline/naming/openingWords.ts'
import { segmentScript } from '#pipeline/segmentScript.ts'
import { countBilled } from '#pipeline/speakSegment.ts'
import { planAll } from '#pipeline/speech/planSpeech.ts'
import type { Speaking } from '#pipeline/speech/sayPiece.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import type { Estimate, ModelEstimate } from '#shared/job/estimate.ts'
import { fail, ok } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { type EngineFacts, type EngineName, engineNames } from '#shared/speech/engines.ts'
import { estimateSegment } from '#shared/speech/estimateSpeech.ts'
import { modelOf, type SpokenAs } from '#shared/speech/spokenAs.ts'
import { adviseOn } from '../advice/adviseOn.ts'
import type { EngineChoice } from '../speech/chooseEngine.ts'
import { withVoices } from '../speech/withVoices.ts'
import type { Operations } from './jobService.ts'

export interface Estimating {
  readonly engines: EngineChoice
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  /** Where spoken pieces are kept. */
  readonly speechCache: string
}

/**
 * Says what a script would take and cost, by engine and model, before anything is spoken. Fails with SCRIPT_REQUIRED,
 * VOICE_INVALID, VOICE_UNKNOWN, or as choosing the engine does.
 */
export function createEstimate({ engines, speech, speechCache }: Estimating): Operations['estimate'] {
  return async (request) => {
    const { spokenAs } = request
    const { segments, notes } = segmentScript(request)
    if (segments.length === 0) return fail(appError('SCRIPT_REQUIRED'))
    const engine = await engines.choose(spokenAs.engine, spokenAs.voice)
    if (!engine.ok) return engine
    const { facts } = await withVoices(speech[engine.value], new AbortController().signal, segments)
    const planned = planAll(segments, spokenAs, facts)
    if (!planned.ok) return planned
    const each = segments.map((segment) => ({
      segment: segment.index,
      opening: openingWords(segment.text),
      characters: Array.from(segment.text).length,
      seconds: tenths(estimateSegment(segment, spokenAs.speed)),
    }))
    const seconds = tenths(sum(each.map((segment) => segment.seconds)))
    const models: ModelEstimate[] = []
    // Whether the machine has voices is asked where they are to speak.
    for (const name of engineNames.filter((name) => !speech[name].facts.ofMachine || name === engine.value)) {
      for (const as of withEachModel(speech[name].facts, spokenAs)) {
        const billed = await count(segments, { engine: speech[name], as, cacheFolder: speechCache })
        if (billed)
          models.push({ ...described(name, as), ...billed, ...costOf(speech[name].facts, as, billed, seconds) })
      }
    }
    const estimate: Estimate = {
      segments: each,
      seconds,
      characters: sum(each.map((segment) => segment.characters)),
      ...described(engine.value, { model: modelOf(facts, spokenAs.model) }),
      models,
      advice: await adviseOn({
        kind: request.kind,
        segments,
        notes,
        seconds: each.map((segment) => segment.seconds),
        facts,
        voice: spokenAs.voice,
      }),
    }
    return ok(estimate)
  }
}

const described = (engine: EngineName, { model }: Pick<SpokenAs, 'model'>) => ({
  engine,
  ...(model !== undefined && { model }),
})

/** How to speak, with each of the engine's models and the one that the request names. */
function withEachModel(facts: EngineFacts, as: SpokenAs): SpokenAs[] {
  const { model: asked, ...wish } = as
  if (!facts.takes.model) return [wish]
  const models = new Set([...facts.models.map(({ id }) => id), ...(asked === undefined ? [] : [asked])])
  return models.size === 0 ? [wish] : [...models].map((model) => ({ ...wish, model }))
}

type Billed = Pick<ModelEstimate, 'charactersBilled' | 'charactersCached'>

/** Undefined where the engine lacks a voice that is asked for. */
async function count(segments: readonly Segment[], speaking: Speaking): Promise<Billed | undefined> {
  const counted = await Promise.all(segments.map((segment) => countBilled(segment, speaking)))
  const counts = counted.flatMap((result) => (result.ok ? [result.value] : []))
  if (counts.length < counted.length) return undefined
  return {
    charactersBilled: sum(counts.map(({ billed }) => billed)),
    charactersCached: sum(counts.map(({ cached }) => cached)),
  }
}

/** US dollars for what is not cached; nothing where the price is not known. */
function costOf(
  { paid, models }: EngineFacts,
  { model }: SpokenAs,
  { charactersBilled, charactersCached }: Billed,
  seconds: number,
): Pick<ModelEstimate, 'cost'> {
  if (!paid) return { cost: 0 }
  const price = models.find(({ id }) => id === model)?.price
  if (!price) return {}
  const { perCharacter = 0, perSecond = 0 } = price
  const secondsBilled = (seconds * charactersBilled) / (charactersBilled + charactersCached || 1)
  return { cost: Math.round((charactersBilled * perCharacter + secondsBilled * perSecond) * 1e6) / 1e6 }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const tenths = (seconds: number) => Math.round(seconds * 10) / 10
