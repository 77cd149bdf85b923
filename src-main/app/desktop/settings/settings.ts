import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '#files/jsonFile.ts'
import type { DesktopShell } from '#ports/DesktopShell.ts'
import { defaultSettings, type Language, languages, Settings } from '#shared/desktop/settings.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { mostPronunciations, type Pronunciation } from '#shared/speech/pronunciations.ts'
import { parsePronunciations, readPronunciations } from '../../speech/pronunciations/readPronunciations.ts'
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
  readonly handlers: Pick<
    Handlers,
    | 'changeSettings'
    | 'importPronunciations'
    | 'takePronunciations'
    | 'chooseExportFolder'
    | 'useExportFolder'
    | 'clearExportFolder'
  >
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

  async function change(changes: Partial<Settings>): Promise<Result<Settings>> {
    const values = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const changed = await file.change({ ...file.value, settings: { ...file.value.settings, ...values } })
    if (!changed.ok) return changed
    desktopShell.setTheme(settings().theme)
    publish({ type: 'settings', settings: settings(), language: language() })
    return ok(settings())
  }

  /** Adds a list to the one that is set; of a word in both its own pronunciation counts. */
  async function add(path: string, list: Result<readonly Pronunciation[]>): Promise<Result<Settings>> {
    if (!list.ok) return list
    const words = new Map([...settings().pronunciations, ...list.value].map((entry) => [entry.written, entry]))
    if (words.size > mostPronunciations)
      return fail(
        appError('PRONUNCIATIONS_UNREADABLE', { path, reason: phrase('MORE_ENTRIES', { limit: mostPronunciations }) }),
      )
    return change({ pronunciations: [...words.values()] })
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
      changeSettings: (changes) => change(changes as Partial<Settings>),
      importPronunciations: async () => {
        const path = await desktopShell.choose('pronunciations')
        return path === undefined ? ok(null) : add(path, await readPronunciations(path))
      },
      takePronunciations: ({ name, bytes }) => add(name, parsePronunciations(bytes, name)),
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
