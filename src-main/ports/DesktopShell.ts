import type { Theme } from '#shared/desktop/settings.ts'

/** What a dialog lets one choose. */
type Choosable = 'script' | 'picture' | 'music' | 'look' | 'pronunciations' | 'folder'

/** What only a desktop has: dialogs, a clipboard, a window. */
export interface DesktopShell {
  /** Absolute path; undefined when the dialog was closed without a choice. */
  choose(what: Choosable): Promise<string | undefined>
  /** Where to save a file that should be called `name`; undefined when the dialog was closed. */
  chooseWhere(name: string): Promise<string | undefined>
  copy(text: string): Promise<void>
  showInFolder(path: string): void
  /** Hands files to the system's drag and drop, while the page starts a drag. `picture` follows the pointer. */
  dragOut(paths: readonly string[], picture: string | undefined): void
  setTitle(title: string): void
  setTheme(theme: Theme): void
}
