import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Studio, StudioStore } from './appStore.ts'

export const StudioContext = createContext<StudioStore | undefined>(undefined)

/** The store itself, for what happens outside of drawing: events, timers. */
export function useStudioStore(): StudioStore {
  const store = useContext(StudioContext)
  if (!store) throw new Error('No StudioContext around this component')
  return store
}

/** A part of the page's state; the component is drawn again when it changes. Objects are compared by their members. */
export function useStudio<Part>(select: (studio: Studio) => Part): Part {
  return useStore(useStudioStore(), useShallow(select))
}
