import type { AppEvent } from '#shared/desktop/appContract.ts'
import type { Publish } from './handlers.ts'

export type AppFollower = (event: AppEvent, at: number) => void

export interface EventLine {
  readonly publish: Publish
  /** The number of the last event; 0 before the first. */
  readonly at: number
  /** Calls `follower` with every event from now on; the function returned ends that. */
  follow(follower: AppFollower): () => void
}

/** Numbers the app's events, so that a page can tell which of them its snapshot holds already. */
export function openEventLine(): EventLine {
  const followers = new Set<AppFollower>()
  let at = 0
  return {
    publish(event) {
      at += 1
      for (const follower of followers) follower(event, at)
    },
    get at() {
      return at
    },
    follow(follower) {
      followers.add(follower)
      return () => void followers.delete(follower)
    },
  }
}
