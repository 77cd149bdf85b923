import type { Estimate } from '#shared/job/estimate.ts'
import { adviceView } from '../present/adviceView.ts'
import { answer, type Route, route } from '../route.ts'
import { Refusal } from '../wire/common.ts'
import { EstimateView as EstimateSchema, type EstimateView, HealthView, VoiceList } from '../wire/jobs.ts'
import { EstimateBody, takeScript, takeSpeech } from '../wire/requests.ts'

/** What can be asked without starting anything. */
export const infoRoutes: readonly Route[] = [
  route({
    name: 'voices',
    summary: 'The voices',
    method: 'GET',
    path: '/api/v1/voices',
    answers: { 200: { description: 'All of them.', schema: VoiceList } },
    handle: async ({ parts }) => answer(await parts.service.voices({}), (voices) => ({ voices })),
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
