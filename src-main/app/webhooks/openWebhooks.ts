import { setTimeout as wait } from 'node:timers/promises'
import type { DeliveryStore } from '#ports/JobStore.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import type { Delivery } from '#shared/job/job.ts'
import type { Result } from '#shared/result.ts'
import { StoreFailure, storeResult } from '#shared/storeFailure.ts'
import { endsWithin } from '../endsWithin.ts'
import type { EventHub } from '../jobs/eventHub.ts'
import type { Log } from '../log.ts'
import type { Outbound } from '../net/outbound.ts'
import { patiently } from '../patiently.ts'
import { longestWaitMs, nextTry } from './nextTry.ts'
import { postWebhook } from './postWebhook.ts'

export interface WebhooksParts {
  readonly deliveries: DeliveryStore
  /** Tells when a job has come to an end. */
  readonly follow: EventHub['follow']
  /** What a call says, as JSON; undefined when its job is gone. */
  readonly body: (delivery: Delivery) => Promise<string | undefined>
  /** The secret that calls are signed with; null where there is none. While it fails, calls wait. */
  readonly secret: () => Promise<Result<string | null>>
  readonly outbound: Outbound
  readonly log: Log
}

export interface Webhooks {
  /** Breaks calls off that are under way; they are made again at the next start. One that does not end is not waited for. */
  close(): Promise<void>
}

const lookEveryMs = 500
const mostAtOnce = 8
/** Milliseconds that calls which are broken off get to end: a keychain may not answer. */
const usualPatienceMs = 5_000
/** Milliseconds that a call rests whose outcome could not be kept: on a full disk it would be made again at once, for ever. */
const brokenMs = 60_000

/**
 * Makes the webhook calls that are owed, when they are due: at once, and after failures with back-off for a day. What is
 * owed is in the store, so a restart loses none of it.
 */
export function openWebhooks(parts: WebhooksParts, patienceMs = usualPatienceMs): Webhooks {
  const { deliveries, log } = parts
  const closing = new AbortController()
  const underWay = new Map<string, Promise<void>>()

  let broken = false
  const look = () => {
    try {
      callDue()
      broken = false
    } catch (error) {
      // Said once: it is looked again all the time.
      if (!broken) log('webhooks can not be looked up', { error: String(error) })
      broken = true
    }
  }
  const callDue = () => {
    const free = mostAtOnce - underWay.size
    if (free <= 0) return
    for (const delivery of deliveries.due(new Date(), mostAtOnce + underWay.size)) {
      if (underWay.has(delivery.id) || underWay.size >= mostAtOnce) continue
      const call = deliver(delivery, parts, closing.signal)
        .catch((error: unknown) => {
          log('webhook broke', { delivery: delivery.id, error: String(error) })
          return wait(brokenMs, undefined, { signal: closing.signal }).catch(() => {})
        })
        .finally(() => underWay.delete(delivery.id))
      underWay.set(delivery.id, call)
    }
  }
  const lookOrLog = () => {
    try {
      look()
    } catch (error) {
      log('webhooks not looked for', { error: String(error) })
    }
  }
  const timer = setInterval(lookOrLog, lookEveryMs)
  const unfollow = parts.follow(({ event }) => {
    if (event.type !== 'completed' && event.type !== 'failed') return
    writeCalls(event.job, parts)
      .catch((error: unknown) => log('webhook broke', { job: event.job, error: String(error) }))
      .finally(lookOrLog)
  })
  return {
    close: async () => {
      unfollow()
      clearInterval(timer)
      closing.abort()
      await endsWithin(Promise.all(underWay.values()), patienceMs)
    },
  }
}

/** Writes down what the calls of a job say that has just ended: a retry may change how it stands before they are made. */
async function writeCalls(job: string, { deliveries, body }: WebhooksParts): Promise<void> {
  for (const delivery of deliveries.of(job)) {
    if (delivery.attempts.length > 0) continue
    const content = await body(delivery)
    if (content !== undefined) deliveries.payload(delivery.id, () => content)
  }
}

async function deliver(delivery: Delivery, parts: WebhooksParts, signal: AbortSignal): Promise<void> {
  const { deliveries, outbound, log } = parts
  const content = await parts.body(delivery)
  if (content === undefined) return
  const body = deliveries.payload(delivery.id, () => content)
  const secret = await parts.secret()
  if (!secret.ok) {
    putOff(delivery, secret.error, parts)
    return
  }
  const post = {
    url: delivery.url,
    body,
    outbound,
    ...(secret.value !== null && { secret: secret.value }),
  }
  const attempt = await postWebhook(post, signal)
  if (!attempt) return
  const { error } = attempt
  log(error === undefined ? 'webhook delivered' : 'webhook failed', {
    delivery: delivery.id,
    status: attempt.status,
    error,
  })
  const dueAt = error === undefined ? undefined : nextTry(delivery, new Date())
  const then = dueAt ? { dueAt } : { state: error === undefined ? ('delivered' as const) : ('failed' as const) }
  // What can't be kept is called again.
  const result = await patiently(() => storeResult(() => deliveries.attempted(delivery.id, attempt, then)), brokenMs)
  if (!result.ok) throw new StoreFailure(result.error)
}

/**
 * A call that can't be signed now is not made: unsigned, its receiver would have to refuse it. It is never given up for
 * that, since its receiver was not even tried.
 */
function putOff(delivery: Delivery, why: AppError, { deliveries, log }: WebhooksParts): void {
  const now = new Date()
  log('webhook waits', { delivery: delivery.id, code: why.code, error: englishSentence(why) })
  const error = 'it waits for the secret that it is signed with, which can not be read; unlock the keychain'
  const dueAt = nextTry(delivery, now) ?? new Date(now.getTime() + longestWaitMs)
  deliveries.attempted(delivery.id, { at: now.toISOString(), signed: false, error }, { dueAt })
}
