import type { RunJob } from '../run/jobRunner.ts'
import { type RenderHost, runInHost } from './runInHost.ts'

export interface RenderHosts {
  readonly run: RunJob
  /** Ends every host. */
  close(): void
}

/** How long a host that has nothing to do is kept. */
const idleMs = 60_000

/**
 * Runs jobs in processes beside the service, which stays small and quick to answer however hard they work, and lives on
 * when one of them dies. A host is started when none is idle, and takes one job after another. Jobs that run at a time
 * share the `cores`.
 */
export function openRenderHosts(start: () => RenderHost, cores: number): RenderHosts {
  const idle = new Map<RenderHost, NodeJS.Timeout>()
  const all = new Set<RenderHost>()
  let active = 0

  const forget = (host: RenderHost) => {
    all.delete(host)
    clearTimeout(idle.get(host))
    idle.delete(host)
  }
  const take = (): RenderHost => {
    const [waiting] = idle.keys()
    if (waiting) {
      clearTimeout(idle.get(waiting))
      idle.delete(waiting)
      return waiting
    }
    const host = start()
    all.add(host)
    void host.gone.then(() => forget(host))
    return host
  }
  const giveBack = (host: RenderHost) => {
    if (all.has(host)) idle.set(host, setTimeout(() => host.kill(), idleMs).unref())
  }

  return {
    run: async (spec, watch) => {
      const host = take()
      active++
      try {
        return await runInHost(host, spec, watch, Math.max(1, Math.floor(cores / active)))
      } finally {
        active--
        giveBack(host)
      }
    },
    close: () => {
      for (const host of all) host.kill()
    },
  }
}
