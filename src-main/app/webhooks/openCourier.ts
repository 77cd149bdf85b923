import type { DeliveryStore } from '#ports/JobStore.ts'
import type { Delivery } from '#shared/job.ts'
import type { Result } from '#shared/result.ts'
import type { Log } from '../log.ts'
import type { Outbound } from '../net/outbound.ts'
import { nextTry } from './nextTry.ts'
import { postWebhook } from './postWebhook.ts'

export interface CourierParts {
  readonly deliveries: DeliveryStore
  /** What a call says, as JSON; undefined when its job is gone. */
  readonly body: (delivery: Delivery) => Promise<string | undefined>
  /** The secret that calls are signed with; null where there is none. */
  readonly secret: () => Promise<Result<string | null>>
  readonly outbound: Outbound
  readonly log: Log
}

export interface Courier {
  /** Breaks calls off that are under way; they are made again at the next start. */
  close(): Promise<void>
}

const lookEveryMs = 500
const mostAtOnce = 4

/**
 * Makes the webhook calls that are owed, when they are due: at once, and after failures with back-off for a day. What is
 * owed is in the store, so a restart loses none of it.
 */
export function openCourier(parts: CourierParts): Courier {
  const { deliveries, log } = parts
  const closing = new AbortController()
  const underWay = new Map<string, Promise<void>>()

  const look = () => {
    const free = mostAtOnce - underWay.size
    if (free <= 0) return
    for (const delivery of deliveries.due(new Date(), mostAtOnce + underWay.size)) {
      if (underWay.has(delivery.id) || underWay.size >= mostAtOnce) continue
      const call = deliver(delivery, parts, closing.signal)
        .catch((error: unknown) => log('webhook broke', { delivery: delivery.id, error: String(error) }))
        .finally(() => underWay.delete(delivery.id))
      underWay.set(delivery.id, call)
    }
  }
  const timer = setInterval(look, lookEveryMs)
  return {
    close: async () => {
      clearInterval(timer)
      closing.abort()
      await Promise.all(underWay.values())
    },
  }
}

async function deliver(delivery: Delivery, parts: CourierParts, signal: AbortSignal): Promise<void> {
  const { deliveries, outbound, log } = parts
  const made = await parts.body(delivery)
  if (made === undefined) return
  const body = deliveries.payload(delivery.id, () => made)
  const secret = await parts.secret()
  const post = {
    url: delivery.url,
    body,
    outbound,
    ...(secret.ok && secret.value !== null ? { secret: secret.value } : {}),
  }
  const attempt = await postWebhook(post, signal)
  if (!attempt) return
  const { error } = attempt
  log(error === undefined ? 'webhook delivered' : 'webhook failed', {
    delivery: delivery.id,
    status: attempt.status,
    error,
  })
  if (error === undefined) {
    deliveries.attempted(delivery.id, attempt, { state: 'delivered' })
    return
  }
  const dueAt = nextTry(delivery, new Date())
  deliveries.attempted(delivery.id, attempt, dueAt ? { dueAt } : { state: 'failed' })
}
