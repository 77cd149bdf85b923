import { basename } from 'node:path'
import { isThere } from '#files/isThere.ts'
import type { DesktopShell } from '#ports/DesktopShell.ts'
import type { JobStore } from '#ports/JobStore.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Handlers } from '../handlers.ts'
import type { FindMedia } from './media.ts'

export interface ResultsParts {
  readonly jobs: Pick<JobStore, 'artifact'>
  readonly exported: (job: string, downloadName: string) => string | undefined
  readonly findMedia: FindMedia
  readonly desktopShell: DesktopShell
}

/** What can be done with finished files outside of the app. */
export function createResultHandlers({
  jobs,
  exported,
  findMedia,
  desktopShell,
}: ResultsParts): Pick<Handlers, 'showInFolder' | 'copyPath' | 'dragOut'> {
  /** The exported copy where there is one: that is the file people know. */
  async function pathOf(id: string): Promise<Result<string>> {
    const stored = jobs.artifact(id)
    if (!stored) return fail(appError('FILE_GONE', { name: id }))
    for (const path of [exported(stored.job, id), stored.artifact.path])
      if (path && (await isThere(path))) return ok(path)
    return fail(appError('FILE_GONE', { name: basename(stored.artifact.path) }))
  }

  return {
    showInFolder: async ({ id }) => {
      const path = await pathOf(id)
      if (!path.ok) return path
      desktopShell.showInFolder(path.value)
      return ok({})
    },
    copyPath: async ({ id }) => {
      const path = await pathOf(id)
      if (!path.ok) return path
      await desktopShell.copy(path.value)
      return ok({})
    },
    dragOut: async ({ ids }) => {
      const paths: string[] = []
      for (const id of ids) {
        const path = await pathOf(id)
        if (!path.ok) return path
        paths.push(path.value)
      }
      desktopShell.dragOut(paths, await findMedia(`/stills/${encodeURIComponent(ids[0]!)}`))
      return ok({})
    },
  }
}
