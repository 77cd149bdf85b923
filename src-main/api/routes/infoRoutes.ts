import { z } from 'zod'
import type { Estimate } from '#shared/job/estimate.ts'
import { type EngineVoices, LanguageTag } from '#shared/speech/engineVoices.ts'
import { adviceView } from '../present/adviceView.ts'
import { answer, type Route, route } from '../route.ts'
import { Refusal } from '../wire/common.ts'
import {
  type EngineVoicesView,
  EstimateView as EstimateSchema,
  type EstimateView,
  HealthView,
  VoiceList,
} from '../wire/jobs.ts'
import { EstimateBody, takeScript, takeSpeech } from '../wire/requests.ts'

/** What can be asked without starting anything. */
export const infoRoutes: readonly Route[] = [
  route({
    name: 'voices',
    summary: 'The voices: the names that every engine knows, and those that each has',
    method: 'GET',
    path: '/api/v1/voices',
    query: z.strictObject({
      language: LanguageTag.optional().meta({ description: "Of the engines' voices only those that may speak it." }),
    }),
    answers: {
      200: { description: 'All of them.', schema: VoiceList },
      400: { description: 'Something is wrong with the request.', schema: Refusal },
    },
    handle: async ({ query, parts }) => {
      const engines = await parts.service.listVoices(query)
      if (!engines.ok) return { error: engines.error }
      return answer(await parts.service.voices({}), (voices) => ({ voices, engines: engines.value.map(voicesView) }))
    },
  }),
  route({
    name: 'estimate',
    summary: 'What a script would take and cost, by model',
    method: 'POST',
    path: '/api/v1/estimate',
    body: EstimateBody,
    answers: {
      200: { description: 'An estimate.', schema: EstimateSchema },
      400: { description: 'Something is wrong with the request.', schema: Refusal },
      413: { description: 'The body has more than 1 MiB.', schema: Refusal },
      415: { description: 'The body is not JSON.', schema: Refusal },
      503: { description: 'No speech engine is ready.', schema: Refusal },
    },
    handle: async ({ body, parts }) => {
      const script = takeScript(body)
      if (!script.ok) return { error: script.error }
      const { spokenAs } = takeSpeech(body)
      const { kind, markup } = body
      return answer(await parts.service.estimate({ kind, markup, script: script.value, spokenAs }), estimateView)
    },
  }),
  route({
    name: 'health',
    summary: 'Whether the server is well, and how full its queue is',
    method: 'GET',
    path: '/api/v1/health',
    answers: {
      200: { description: 'It is.', schema: HealthView },
      503: { description: 'No speech engine is ready.', schema: Refusal },
    },
    handle: async ({ parts }) =>
      answer(await parts.service.health({}), ({ uptime, ...health }) => ({
        ...health,
        uptime_seconds: Math.floor(uptime),
      })),
  }),
]

/** Without the server's address, which is nobody's business but its owner's. */
const voicesView = ({ engine, voices, anyVoice, guide }: EngineVoices): EngineVoicesView => ({
  engine,
  voices,
  any_voice: anyVoice,
  guide_voices: guide,
})

function estimateView({ segments, models, advice, ...totals }: Estimate): EstimateView {
  return {
    segments: segments.map(({ segment, ...rest }) => ({ index: segment, ...rest })),
    ...totals,
    models: models.map(({ charactersBilled, charactersCached, cost, ...rest }) => ({
      ...rest,
      characters_billed: charactersBilled,
      characters_cached: charactersCached,
      ...(cost === undefined ? {} : { cost_usd: cost }),
    })),
    warnings: advice.map(adviceView),
  }
}
