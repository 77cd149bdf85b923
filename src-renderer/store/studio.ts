import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../client.ts'
import { type AutomationSlice, automationSlice } from './automationSlice.ts'
import { type ChoicesSlice, choicesSlice } from './choicesSlice.ts'
import { type DeskSlice, deskSlice } from './deskSlice.ts'
import { type DraftsSlice, draftsSlice } from './draftsSlice.ts'
import { type EstimateSlice, estimateSlice } from './estimateSlice.ts'
import { type JobsSlice, jobsSlice } from './jobsSlice.ts'
import { type LibrarySlice, librarySlice } from './librarySlice.ts'
import { type PreviewSlice, previewSlice } from './previewSlice.ts'
import { type SettingsSlice, settingsSlice } from './settingsSlice.ts'
import { type ShelfSlice, shelfSlice } from './shelfSlice.ts'
import { type ViewSlice, viewSlice } from './viewSlice.ts'

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
