import type { Section } from '../../store/slices/viewSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'

/** Whether a part of the inspector is open, and how to open it; the others close then. */
export function useSection(section: Section) {
  const { open, openSection } = useAppStore((state) => ({
    open: state.section === section,
    openSection: state.openSection,
  }))
  return { isOpen: open, onToggle: (opens: boolean) => openSection(opens ? section : undefined) }
}
