import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '#files/jsonFile.ts'
import type { DesktopShell } from '#ports/DesktopShell.ts'
import { defaultSettings, type Language, languages, Settings } from '#shared/desktop/settings.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Handlers, Publish } from '../handlers.ts'

/** A version that knew fewer settings kept fewer. */
const SettingsFile = z.object({ settings: Settings.partial(), exportFolder: z.string().optional() })

export interface OpenSettings {
  readonly value: Settings
  readonly exportFolder: string | undefined
  /** Why these are the usual settings although others were kept: as JsonFile has it. */
  readonly problem: AppError | undefined
  /** The language of the interface. */
  readonly language: Language
  readonly handlers: Pick<Handlers, 'changeSettings' | 'chooseExportFolder' | 'useExportFolder' | 'clearExportFolder'>
}

/**
 * The app's settings, in settings.json.
 *
 * @param system the languages that the person prefers, best first, as BCP 47 tags
 */
export function openSettings(
  home: string,
  system: readonly string[],
  desktopShell: DesktopShell,
  publish: Publish,
): OpenSettings {
  const file = openJsonFile(join(home, 'settings.json'), SettingsFile, { settings: {} })
  const settings = () => ({ ...defaultSettings, ...file.value.settings }) as Settings
  const language = () => {
    const { language: chosen } = settings()
    return chosen === 'system' ? systemLanguage(system) : chosen
  }
  desktopShell.setTheme(settings().theme)

  async function keepFolder(path: string): Promise<Result<string>> {
    const facts = await stat(path).catch(() => undefined)
    if (!facts?.isDirectory()) return fail(appError('FOLDER_IS_FILE', { path }))
    const changed = await file.change({ ...file.value, exportFolder: path })
    if (!changed.ok) return changed
    publish({ type: 'export-folder', folder: path })
    return ok(path)
  }

  return {
    get value() {
      return settings()
    },
    get exportFolder() {
      return file.value.exportFolder
    },
    get problem() {
      return file.problem
    },
    get language() {
      return language()
    },
    handlers: {
      changeSettings: async (changes) => {
        const values = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
        const changed = await file.change({ ...file.value, settings: { ...file.value.settings, ...values } })
        if (!changed.ok) return changed
        desktopShell.setTheme(settings().theme)
        publish({ type: 'settings', settings: settings(), language: language() })
        return ok(settings())
      },
      chooseExportFolder: async () => {
        const path = await desktopShell.choose('folder')
        return path === undefined ? ok(null) : keepFolder(path)
      },
      useExportFolder: ({ path }) => keepFolder(path),
      clearExportFolder: async () => {
        const changed = await file.change({ settings: file.value.settings })
        if (!changed.ok) return changed
        publish({ type: 'export-folder' })
        return ok({})
      },
    },
  }
}

/** The first language of the system that the interface has, else English. */
function systemLanguage(system: readonly string[]): Language {
  const preferred = system.map((tag) => tag.split('-')[0])
  return preferred.flatMap((tag) => languages.find((language) => language === tag) ?? [])[0] ?? 'en'
}
