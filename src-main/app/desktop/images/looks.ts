import type { DesktopShell } from '#ports/DesktopShell.ts'
import { ok } from '#shared/result.ts'
import type { LookLibrary } from '../../looks/lookLibrary.ts'
import type { Handlers, Publish } from '../handlers.ts'

/** Looks as the app's window saves, sends and takes them in. */
export function createLookHandlers(
  looks: LookLibrary,
  desktopShell: DesktopShell,
  publish: Publish,
): Pick<Handlers, 'saveLook' | 'deleteLook' | 'importLook' | 'exportLook'> {
  const tell = async () => publish({ type: 'looks', looks: await looks.list() })
  return {
    saveLook: async (look) => {
      const saved = await looks.save(look)
      if (saved.ok) await tell()
      return saved
    },
    deleteLook: async ({ name }) => {
      const removed = await looks.remove(name)
      if (!removed.ok) return removed
      await tell()
      return ok({})
    },
    importLook: async () => {
      const path = await desktopShell.choose('look')
      if (path === undefined) return ok(null)
      const imported = await looks.importFrom(path)
      if (imported.ok) await tell()
      return imported
    },
    exportLook: async ({ name }) => {
      const path = await desktopShell.chooseWhere(`${name}.json`)
      if (path === undefined) return ok(null)
      const written = await looks.exportTo(name, path)
      return written.ok ? ok(path) : written
    },
  }
}
