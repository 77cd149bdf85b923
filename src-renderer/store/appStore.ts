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
import { type PreviewSlice, previewSlice } from './slices/previewSlice.ts'
import { type SettingsSlice, settingsSlice } from './slices/settingsSlice.ts'
import { type ViewSlice, viewSlice } from './slices/viewSlice.ts'

/** All that the page knows: what the main process told it, and what its user is at. */
export type AppState = EditorSlice &
  DraftsSlice &
  ChoicesSlice &
  PreviewSlice &
  EstimateSlice &
  JobsSlice &
  LibrarySlice &
  OptionsSlice &
  AutomationSlice &
  SettingsSlice &
  ViewSlice

export type AppStore = StoreApi<AppState>

/** What a slice is made with. */
export interface Tools {
  readonly set: AppStore['setState']
  readonly get: AppStore['getState']
  readonly client: Client
}

/** Makes the page's state, empty; `connect` fills it. */
export function createAppStore(client: Client): AppStore {
  return createStore<AppState>()((set, get) => {
    const tools: Tools = { set, get, client }
    return {
      ...editorSlice(tools),
      ...draftsSlice(tools),
      ...choicesSlice(tools),
      ...previewSlice(tools),
      ...estimateSlice(tools),
      ...jobsSlice(tools),
      ...librarySlice(tools),
      ...optionsSlice(tools),
      ...automationSlice(tools),
      ...settingsSlice(tools),
      ...viewSlice(tools),
    }
  })
}
