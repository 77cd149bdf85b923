import type { AppInfo } from '#shared/desktop/appContract.ts'
import type { KeyState, UpdateState } from '#shared/desktop/desktop.ts'
import { defaultSettings, type Settings } from '#shared/desktop/settings.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import type { SliceParts } from '../appStore.ts'

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
  /** Each adds a pronunciation list: by dialog, dropped. */
  importPronunciations(): Promise<void>
  takePronunciations(list: File): Promise<void>
  chooseExportFolder(): Promise<void>
  takeExportFolder(folder: File): Promise<void>
  clearExportFolder(): Promise<void>
  /** Stores the key in the keychain and tries it with one call. */
  setKey(key: string): Promise<void>
  testKey(): Promise<void>
  deleteKey(): Promise<void>
  checkForUpdates(): Promise<void>
  installUpdate(): Promise<void>
}

export function settingsSlice({ set, get, client }: SliceParts): SettingsSlice {
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
      engine: 'builtin',
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
      const settings = await client.changeSettings(part)
      set({ settings: settings.ok ? settings.value : before })
      return succeeded(settings)
    },
    async importPronunciations() {
      const settings = await client.importPronunciations({})
      if (succeeded(settings) && settings.value !== null) set({ settings: settings.value })
    },
    async takePronunciations(list) {
      const bytes = new Uint8Array(await list.arrayBuffer())
      const settings = await client.takePronunciations({ name: list.name, bytes })
      if (succeeded(settings)) set({ settings: settings.value })
    },
    async chooseExportFolder() {
      const folder = await client.chooseExportFolder({})
      if (succeeded(folder) && folder.value !== null) set({ exportFolder: folder.value })
    },
    async takeExportFolder(file) {
      // biome-ignore lint/correctness/useHookAtTopLevel: no hook, the contract's own name
      const folder = await client.useExportFolder(file)
      if (!succeeded(folder)) return
      set({ exportFolder: folder.value })
      get().tell({ kind: 'export-folder', folder: folder.value })
    },
    async clearExportFolder() {
      if (succeeded(await client.clearExportFolder({}))) set({ exportFolder: undefined })
    },
    async setKey(key) {
      const state = await client.setKey({ key })
      if (!state.ok) return set({ keyTest: { state: 'failed', error: state.error } })
      set({ key: state.value })
      await get().testKey()
    },
    async testKey() {
      set({ keyTest: { state: 'testing' } })
      const result = await client.testKey({})
      set({ keyTest: result.ok ? { state: 'works' } : { state: 'failed', error: result.error } })
    },
    async deleteKey() {
      const state = await client.deleteKey({})
      if (succeeded(state)) set({ key: state.value, keyTest: { state: 'untested' } })
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
