import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { AppState, AppStore } from './appStore.ts'

export const SliceContext = createContext<AppStore | undefined>(undefined)

/** The store itself, for what happens outside of drawing: events, timers. */
export function useAppStoreApi(): AppStore {
  const store = useContext(SliceContext)
  if (!store) throw new Error('No SliceContext around this component')
  return store
}

/** A part of the page's state; the component is drawn again when it changes. Objects are compared by their members. */
export function useAppStore<Part>(select: (state: AppState) => Part): Part {
  return useStore(useAppStoreApi(), useShallow(select))
}
