import { openingWords } from '#pipeline/naming/openingWords.ts'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import { countBilled } from '#pipeline/speakSegment.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import type { Estimate, ModelEstimate } from '#shared/job/estimate.ts'
import { fail, ok } from '#shared/result.ts'
import type { Segment } from '#shared/script/segment.ts'
import { type EngineFacts, type EngineName, engineNames } from '#shared/speech/engines.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import { type Delivery, deliveryOf, type SpokenAs } from '#shared/speech/spokenAs.ts'
import { adviseOn } from '../advice/adviseOn.ts'
import type { EngineChoice } from '../speech/chooseEngine.ts'
import type { Operations } from './jobService.ts'

export interface Estimating {
  readonly engines: EngineChoice
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  /** Where spoken pieces are kept. */
  readonly speechCache: string
}

/**
 * Says what a script would take and cost, by engine and model, before anything is spoken. Fails with SCRIPT_REQUIRED,
 * VOICE_INVALID, or as choosing the engine does.
 */
export function createEstimate({ engines, speech, speechCache }: Estimating): Operations['estimate'] {
  return async (request) => {
    const { spokenAs } = request
    const segments = segmentsOf(request)
    if (segments.length === 0) return fail(appError('SCRIPT_REQUIRED'))
    const engine = await engines.choose(spokenAs.engine)
    if (!engine.ok) return engine
    const chosen = deliveryOf(speech[engine.value].facts, spokenAs)
    if (!chosen.ok) return chosen
    const each = segments.map(({ index, text }) => ({
      segment: index,
      opening: openingWords(text),
      characters: Array.from(text).length,
      seconds: tenths(estimateSpeech(text, spokenAs.speed)),
    }))
    const seconds = tenths(sum(each.map((segment) => segment.seconds)))
    const models: ModelEstimate[] = []
    for (const name of engineNames) {
      for (const as of deliveries(speech[name].facts, spokenAs)) {
        const billed = await count(segments, speech[name], as, speechCache)
        models.push({ ...described(name, as), ...billed, ...costOf(speech[name].facts, as, billed, seconds) })
      }
    }
    const estimate: Estimate = {
      segments: each,
      seconds,
      characters: sum(each.map((segment) => segment.characters)),
      ...described(engine.value, chosen.value),
      models,
      advice: await adviseOn({
        kind: request.kind,
        segments,
        seconds: each.map((segment) => segment.seconds),
        facts: speech[engine.value].facts,
      }),
    }
    return ok(estimate)
  }
}

const described = (engine: EngineName, { model }: Delivery) => ({ engine, ...(model !== undefined && { model }) })

/** How to speak, with each of the engine's models and the one that the request names; none where the engine has no such voice. */
function deliveries(facts: EngineFacts, as: SpokenAs): Delivery[] {
  const extra = as.model === undefined || !facts.takes.model ? [] : [as.model]
  const models = new Set([...facts.models.map(({ id }) => id), ...extra])
  const variants = models.size === 0 ? [as] : [...models].map((model) => ({ ...as, model }))
  return variants.flatMap((variant) => {
    const delivery = deliveryOf(facts, variant)
    return delivery.ok ? [delivery.value] : []
  })
}

type Billed = Pick<ModelEstimate, 'charactersBilled' | 'charactersCached'>

async function count(
  segments: readonly Segment[],
  engine: SpeechEngine,
  as: Delivery,
  cacheFolder: string,
): Promise<Billed> {
  const counted = await Promise.all(segments.map(({ text }) => countBilled(text, { engine, as, cacheFolder })))
  return {
    charactersBilled: sum(counted.map(({ billed }) => billed)),
    charactersCached: sum(counted.map(({ cached }) => cached)),
  }
}

/** US dollars for what is not cached; nothing where the price is not known. */
function costOf(
  { paid, models }: EngineFacts,
  { model }: Delivery,
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
