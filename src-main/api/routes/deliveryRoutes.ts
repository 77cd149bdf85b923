import { z } from 'zod'
import { deliveryView } from '../present/jobViews.ts'
import { answer, type Route, route } from '../route.ts'
import { Refusal, SessionId } from '../wire/common.ts'
import { DeliveryList, DeliveryView } from '../wire/jobs.ts'
import { NoBody } from '../wire/requests.ts'

const params = z.strictObject({ session_id: SessionId })
const unknown = { 404: { description: 'There is no such session.', schema: Refusal } }

/** What became of the webhook calls of a job. */
export const deliveryRoutes: readonly Route[] = [
  route({
    name: 'listDeliveries',
    summary: "A job's webhook calls and every try, newest first",
    method: 'GET',
    path: '/api/v1/jobs/{session_id}/deliveries',
    params,
    answers: { 200: { description: 'The log.', schema: DeliveryList }, ...unknown },
    handle: async ({ params: { session_id: id }, parts }) =>
      answer(await parts.service.deliveries({ id }), (deliveries) => ({ deliveries: deliveries.map(deliveryView) })),
  }),
  route({
    name: 'redeliver',
    summary: 'Make a webhook call again, now',
    method: 'POST',
    path: '/api/v1/jobs/{session_id}/deliveries/{delivery_id}/redeliver',
    params: params.extend({ delivery_id: z.string().min(1).max(100) }),
    body: NoBody,
    answers: { 200: { description: 'It is due now.', schema: DeliveryView }, ...unknown },
    handle: async ({ params: { session_id: id, delivery_id: delivery }, parts }) =>
      answer(await parts.service.redeliver({ id, delivery }), deliveryView),
  }),
]
