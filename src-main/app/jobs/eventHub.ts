import type { StoredEvent } from '#shared/job/events.ts'
import type { Log } from '../log.ts'

export type Follower = (stored: StoredEvent) => void

export interface EventHub {
  publish(stored: StoredEvent): void
  /** Calls `follower` with every event from now on; the function returned ends that. */
  follow(follower: Follower): () => void
}

/** Hands events to whoever follows. A follower that throws harms neither the others nor the job. */
export function openEventHub(log: Log): EventHub {
  const followers = new Set<Follower>()
  return {
    publish: (stored) => {
      for (const follower of followers) {
        try {
          follower(stored)
        } catch (error) {
          log('follower broke', { error: String(error) })
        }
      }
    },
    follow: (follower) => {
      followers.add(follower)
      return () => void followers.delete(follower)
    },
  }
}
