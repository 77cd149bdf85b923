import { Activity, type ReactNode } from 'react'
import css from './App.module.css'
import { AutomationPage } from './features/automation/AutomationPage.tsx'
import { DropOverlay } from './features/layout/DropOverlay.tsx'
import { Notices } from './features/layout/Notices.tsx'
import { Rail } from './features/layout/Rail.tsx'
import { useTheme } from './features/layout/useTheme.ts'
import { LibraryPage } from './features/library/LibraryPage.tsx'
import { EditorPage } from './features/script/EditorPage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { ShortcutsDialog } from './features/shortcuts/ShortcutsDialog.tsx'
import { useShortcuts } from './features/shortcuts/useShortcuts.ts'
import type { Page } from './store/slices/viewSlice.ts'
import { useAppStore } from './store/useAppStore.ts'

const pages: Record<Page, () => ReactNode> = {
  editor: EditorPage,
  library: LibraryPage,
  automation: AutomationPage,
  settings: SettingsPage,
}

export function App() {
  const current = useAppStore(({ page }) => page)
  const ready = useAppStore(({ ready }) => ready)
  useTheme()
  useShortcuts()
  return (
    <div className={css.app}>
      {/* What is pressed before the first snapshot would be undone by it. */}
      {ready && <Rail />}
      <main className={css.main}>
        {ready &&
          Object.entries(pages).map(([page, View]) => (
            // Hidden pages keep their scroll and what is half typed in them.
            <Activity key={page} mode={page === current ? 'visible' : 'hidden'}>
              <View />
            </Activity>
          ))}
      </main>
      <Notices />
      <DropOverlay />
      <ShortcutsDialog />
    </div>
  )
}
