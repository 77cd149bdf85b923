import type { AppInfo } from '#shared/desktop/appContract.ts'
import type { KeyState, UpdateState } from '#shared/desktop/desktop.ts'
import { defaultSettings, type Settings } from '#shared/desktop/settings.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { engineNames } from '#shared/speech/engines.ts'
import type { Tools } from '../appStore.ts'

/** How testing the key went. */
type KeyTest =
  | { readonly state: 'untested' | 'testing' | 'works' }
  | { readonly state: 'failed'; readonly error: AppError }

/** The app itself, and what is set for it. */
export interface SettingsSlice {
  readonly app: AppInfo
  readonly settings: Settings
  readonly exportFolder: string | undefined
  readonly key: KeyState
  readonly keyTest: KeyTest
  readonly updates: UpdateState
  changeSettings(part: Partial<Settings>): Promise<boolean>
  chooseExportFolder(): Promise<void>
  takeExportFolder(folder: File): Promise<void>
  clearExportFolder(): Promise<void>
  /** Keeps the key in the keychain and tries it with one call. */
  setKey(key: string): Promise<void>
  testKey(): Promise<void>
  deleteKey(): Promise<void>
  checkForUpdates(): Promise<void>
  installUpdate(): Promise<void>
}

export function settingsSlice({ set, get, client }: Tools): SettingsSlice {
  const succeeded = <T>(result: Result<T>): result is { ok: true; value: T } => {
    if (!result.ok) get().tell({ kind: 'trouble', error: result.error })
    return result.ok
  }
  return {
    app: {
      name: 'Pausecut',
      version: '',
      platform: 'linux',
      language: 'en',
      engine: engineNames[0]!,
      sample: '',
    },
    settings: defaultSettings,
    exportFolder: undefined,
    key: { state: 'none' },
    keyTest: { state: 'untested' },
    updates: { state: 'off' },
    async changeSettings(part) {
      const before = get().settings
      // Shown at once; what the main process makes of it, or what was before, follows.
      set({ settings: { ...before, ...part } })
      const changed = await client.changeSettings(part)
      set({ settings: changed.ok ? changed.value : before })
      return succeeded(changed)
    },
    async chooseExportFolder() {
      const chosen = await client.chooseExportFolder({})
      if (succeeded(chosen) && chosen.value !== null) set({ exportFolder: chosen.value })
    },
    async takeExportFolder(folder) {
      // biome-ignore lint/correctness/useHookAtTopLevel: no hook, the contract's own name
      const used = await client.useExportFolder(folder)
      if (!succeeded(used)) return
      set({ exportFolder: used.value })
      get().tell({ kind: 'export-folder', folder: used.value })
    },
    async clearExportFolder() {
      if (succeeded(await client.clearExportFolder({}))) set({ exportFolder: undefined })
    },
    async setKey(key) {
      const kept = await client.setKey({ key })
      if (!kept.ok) return set({ keyTest: { state: 'failed', error: kept.error } })
      set({ key: kept.value })
      await get().testKey()
    },
    async testKey() {
      set({ keyTest: { state: 'testing' } })
      const tested = await client.testKey({})
      set({ keyTest: tested.ok ? { state: 'works' } : { state: 'failed', error: tested.error } })
    },
    async deleteKey() {
      const deleted = await client.deleteKey({})
      if (succeeded(deleted)) set({ key: deleted.value, keyTest: { state: 'untested' } })
    },
    async checkForUpdates() {
      const state = await client.checkForUpdates({})
      if (succeeded(state)) set({ updates: state.value })
    },
    async installUpdate() {
      succeeded(await client.installUpdate({}))
    },
  }
}
