import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../client.ts'
import { type AutomationSlice, automationSlice } from './slices/automationSlice.ts'
import { type ChoicesSlice, choicesSlice } from './slices/choicesSlice.ts'
import { type DraftsSlice, draftsSlice } from './slices/draftsSlice.ts'
import { type EditorSlice, editorSlice } from './slices/editorSlice.ts'
import { type EstimateSlice, estimateSlice } from './slices/estimateSlice.ts'
import { type JobsSlice, jobsSlice } from './slices/jobsSlice.ts'
import { type LibrarySlice, librarySlice } from './slices/librarySlice.ts'
import { type OptionsSlice, optionsSlice } from './slices/optionsSlice.ts'
import { type PacksSlice, packsSlice } from './slices/packsSlice.ts'
import { type PreviewSlice, previewSlice } from './slices/previewSlice.ts'
import { type SettingsSlice, settingsSlice } from './slices/settingsSlice.ts'
import { type ViewSlice, viewSlice } from './slices/viewSlice.ts'
import { type VoicesSlice, voicesSlice } from './slices/voicesSlice.ts'

/** The whole state of the page: what the main process sends, and what its user is doing. */
export type AppState = EditorSlice &
  DraftsSlice &
  ChoicesSlice &
  PreviewSlice &
  EstimateSlice &
  JobsSlice &
  LibrarySlice &
  OptionsSlice &
  AutomationSlice &
  PacksSlice &
  SettingsSlice &
  ViewSlice &
  VoicesSlice

export type AppStore = StoreApi<AppState>

/** What a slice is made with. */
export interface SliceParts {
  readonly set: AppStore['setState']
  readonly get: AppStore['getState']
  readonly client: Client
}

/** Makes the page's state, empty; `connect` fills it. */
export function createAppStore(client: Client): AppStore {
  return createStore<AppState>()((set, get) => {
    const parts: SliceParts = { set, get, client }
    return {
      ...editorSlice(parts),
      ...draftsSlice(parts),
      ...choicesSlice(parts),
      ...previewSlice(parts),
      ...estimateSlice(parts),
      ...jobsSlice(parts),
      ...librarySlice(parts),
      ...optionsSlice(parts),
      ...automationSlice(parts),
      ...packsSlice(parts),
      ...settingsSlice(parts),
      ...viewSlice(parts),
      ...voicesSlice(parts),
    }
  })
}
