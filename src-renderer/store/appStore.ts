import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../client.ts'
import { type AutomationSlice, automationSlice } from './slices/automationSlice.ts'
import { type ChoicesSlice, choicesSlice } from './slices/choicesSlice.ts'
import { type DraftsSlice, draftsSlice } from './slices/draftsSlice.ts'
import { type DeskSlice, deskSlice } from './slices/editorSlice.ts'
import { type EstimateSlice, estimateSlice } from './slices/estimateSlice.ts'
import { type JobsSlice, jobsSlice } from './slices/jobsSlice.ts'
import { type LibrarySlice, librarySlice } from './slices/librarySlice.ts'
import { type ShelfSlice, shelfSlice } from './slices/optionsSlice.ts'
import { type PreviewSlice, previewSlice } from './slices/previewSlice.ts'
import { type SettingsSlice, settingsSlice } from './slices/settingsSlice.ts'
import { type ViewSlice, viewSlice } from './slices/viewSlice.ts'

/** All that the page knows: what the main process told it, and what its user is at. */
export type Studio = DeskSlice &
  DraftsSlice &
  ChoicesSlice &
  PreviewSlice &
  EstimateSlice &
  JobsSlice &
  LibrarySlice &
  ShelfSlice &
  AutomationSlice &
  SettingsSlice &
  ViewSlice

export type StudioStore = StoreApi<Studio>

/** What a slice is made with. */
export interface Tools {
  readonly set: StudioStore['setState']
  readonly get: StudioStore['getState']
  readonly client: Client
}

/** Makes the page's state, empty; `connect` fills it. */
export function createStudio(client: Client): StudioStore {
  return createStore<Studio>()((set, get) => {
    const tools: Tools = { set, get, client }
    return {
      ...deskSlice(tools),
      ...draftsSlice(tools),
      ...choicesSlice(tools),
      ...previewSlice(tools),
      ...estimateSlice(tools),
      ...jobsSlice(tools),
      ...librarySlice(tools),
      ...shelfSlice(tools),
      ...automationSlice(tools),
      ...settingsSlice(tools),
      ...viewSlice(tools),
    }
  })
}
