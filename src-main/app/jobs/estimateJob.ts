import { openingWords } from '#pipeline/naming/openingWords.ts'
import { countBilled } from '#pipeline/speakSegment.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { type EngineName, type Segment, speechModels } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { Estimate, ModelEstimate } from '#shared/job/estimate.ts'
import { fail, ok } from '#shared/result.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import { speechPrices } from '#shared/speech/speechPrices.ts'
import { segmentsOf } from '../run/segmentsOf.ts'
import type { EngineChoice } from '../speech/EngineChoice.ts'
import type { Operations } from './jobService.ts'

export interface Estimating {
  readonly engines: EngineChoice
  readonly speech: Readonly<Record<EngineName, SpeechEngine>>
  /** Where spoken pieces are kept. */
  readonly speechCache: string
  /** Whether the openai engine speaks to OpenAI itself, whose prices are known. */
  readonly priced: boolean
}

type Asked = Parameters<Operations['estimate']>[0]

/** Says what a script would take and cost, by model, before anything is spoken. Fails as choosing the engine does. */
export function createEstimate(estimating: Estimating): Operations['estimate'] {
  return async (asked) => {
    const segments = segmentsOf(asked)
    if (segments.length === 0) return fail(appError('SCRIPT_REQUIRED'))
    const engine = await estimating.engines.choose(asked.engine)
    if (!engine.ok) return engine
    const each = segments.map(({ index, text }) => ({
      segment: index,
      opening: openingWords(text),
      characters: Array.from(text).length,
      seconds: tenths(estimateSpeech(text, asked.speed)),
    }))
    const seconds = tenths(sum(each.map((segment) => segment.seconds)))
    const models: ModelEstimate[] = []
    for (const choice of choices(asked.model))
      models.push(await estimateModel(choice, segments, seconds, asked, estimating))
    const estimate: Estimate = {
      segments: each,
      seconds,
      characters: sum(each.map((segment) => segment.characters)),
      engine: engine.value,
      ...(engine.value === 'openai' ? { model: asked.model ?? speechModels[0] } : {}),
      models,
    }
    return ok(estimate)
  }
}

interface Choice {
  readonly engine: EngineName
  readonly model?: string
}

function choices(asked: string | undefined): Choice[] {
  const models = asked === undefined ? speechModels : new Set([...speechModels, asked])
  return [{ engine: 'builtin' }, ...[...models].map((model) => ({ engine: 'openai' as const, model }))]
}

async function estimateModel(
  { engine, model }: Choice,
  segments: readonly Segment[],
  seconds: number,
  asked: Asked,
  { speech, speechCache, priced }: Estimating,
): Promise<ModelEstimate> {
  const { voice, speed, instructions } = asked
  const speaking = {
    ...{ engine: speech[engine], cacheFolder: speechCache, voice, speed },
    ...(model === undefined ? {} : { model }),
    ...(instructions === undefined ? {} : { instructions }),
  }
  let charactersBilled = 0
  let charactersCached = 0
  for (const { text } of segments) {
    const { billed, cached } = await countBilled(text, speaking)
    charactersBilled += billed
    charactersCached += cached
  }
  const share = charactersBilled / (charactersBilled + charactersCached || 1)
  const cost = engine === 'builtin' ? 0 : priced ? priceOf(model, charactersBilled, seconds * share) : undefined
  return {
    engine,
    ...(model === undefined ? {} : { model }),
    charactersBilled,
    charactersCached,
    ...(cost === undefined ? {} : { cost }),
  }
}

function priceOf(model: string | undefined, characters: number, seconds: number): number | undefined {
  const known = speechModels.find((name) => name === model)
  if (known === undefined) return undefined
  const { perCharacter = 0, perSecond = 0 } = speechPrices[known]
  return Math.round((characters * perCharacter + seconds * perSecond) * 1e6) / 1e6
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const tenths = (seconds: number) => Math.round(seconds * 10) / 10
