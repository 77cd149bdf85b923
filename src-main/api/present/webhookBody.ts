import type { Delivery, Job } from '#shared/job/job.ts'
import { statusBody } from './statusBody.ts'

/** What a webhook says: the body of the job's status call, the event, and the delivery's id. */
export function webhookBody(job: Job, { event, id }: Delivery, origin: string): string {
  return JSON.stringify({ ...statusBody(job, { origin }), event, delivery_id: id })
}
