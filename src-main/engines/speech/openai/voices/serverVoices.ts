import type { VoiceFacts } from '#shared/speech/engines.ts'
import { askVoices } from './askVoices.ts'

/** Milliseconds for which what a server told is not asked for again, and for which it is left alone after no answer. */
const fresh = 10 * 60_000
const silent = 30_000

/** The voices of the speech servers that were asked, by their addresses. */
export interface ServerVoices {
  /** What was told last; empty where it lists none, or was not asked yet. Never forgotten, so that names keep their meaning. */
  known(baseUrl: string): readonly VoiceFacts[]
  /**
   * Asks, unless that was done lately; side by side once. What was told before stands where nobody answers now. Throws
   * what `signal` was aborted with.
   * @param key asked for where a question is due; null where there is none
   */
  ask(baseUrl: string, key: () => Promise<string | null>, signal: AbortSignal): Promise<readonly VoiceFacts[]>
}

interface Told {
  readonly voices: readonly VoiceFacts[]
  /** When to ask again, ms. */
  readonly until: number
}

/** @param now ms */
export function openServerVoices(now: () => number = Date.now): ServerVoices {
  const told = new Map<string, Told>()
  const asking = new Map<string, Promise<void>>()
  const known = (baseUrl: string) => told.get(baseUrl)?.voices ?? []

  async function ask(baseUrl: string, key: () => Promise<string | null>): Promise<void> {
    // Not the caller's signal: others may wait for the same answer. Every question has a deadline of its own.
    const voices = await askVoices(baseUrl, await key(), new AbortController().signal)
    const isTold = voices.length > 0
    told.set(baseUrl, { voices: isTold ? voices : known(baseUrl), until: now() + (isTold ? fresh : silent) })
  }

  return {
    known,
    async ask(baseUrl, key, signal) {
      signal.throwIfAborted()
      if ((told.get(baseUrl)?.until ?? 0) > now()) return known(baseUrl)
      const running = asking.get(baseUrl) ?? ask(baseUrl, key).finally(() => asking.delete(baseUrl))
      asking.set(baseUrl, running)
      await unlessAborted(running, signal)
      return known(baseUrl)
    },
  }
}

async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
