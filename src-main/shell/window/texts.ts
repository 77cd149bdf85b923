import type { Language } from '#shared/desktop/settings.ts'
import type { Command } from '#shared/desktop/shortcuts.ts'

/** Every text that the main process shows by itself: menus, dialogs, notifications, tray. The page has its own. */
export interface ShellTexts {
  readonly locale: Language
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'script' | 'window' | 'help', string>>
  readonly commands: Readonly<Record<Command, string>>
  readonly choose: Readonly<Record<'script' | 'picture' | 'music' | 'look' | 'pronunciations' | 'folder', string>>
  readonly quit: {
    readonly question: (running: number) => string
    readonly detail: string
    readonly goOn: string
    readonly stop: string
    readonly cancel: string
  }
  readonly tray: { readonly tip: string; readonly open: string; readonly quit: string }
  readonly done: { readonly title: string; readonly body: (opening: string, files: number) => string }
  readonly failed: { readonly title: string; readonly body: (opening: string, reason: string) => string }
}

const en: ShellTexts = {
  locale: 'en',
  menus: { file: 'File', edit: 'Edit', view: 'View', script: 'Script', window: 'Window', help: 'Help' },
  commands: {
    editor: 'Studio',
    library: 'Library',
    automation: 'Automation',
    settings: 'Settings…',
    'new-script': 'New Script',
    'open-script': 'Open Script…',
    make: 'Make Videos',
    cancel: 'Cancel Making',
    play: 'Play Preview',
    'safe-areas': 'Show Safe Areas',
    undo: 'Undo',
    redo: 'Redo',
    'insert-mark': 'Insert a Mark…',
    split: 'Split at the Cursor',
    merge: 'Join with the Next Part',
    'delete-segment': 'Delete Part',
    'previous-segment': 'Previous Part',
    'next-segment': 'Next Part',
    'move-segment-up': 'Move Part Up',
    'move-segment-down': 'Move Part Down',
    find: 'Find…',
    shortcuts: 'Keyboard Shortcuts',
  },
  choose: {
    script: 'Open a script',
    picture: 'Choose a picture',
    music: 'Choose music',
    look: 'Import a look',
    pronunciations: 'Import a pronunciation list',
    folder: 'Choose the folder for finished videos',
  },
  quit: {
    question: (running) => (running === 1 ? 'A job is still being made.' : `${running} jobs are still being made.`),
    detail: 'Pausecut can finish in the background. If you quit, the rest is made at the next start.',
    goOn: 'Finish in the background',
    stop: 'Quit',
    cancel: 'Cancel',
  },
  tray: { tip: 'Pausecut is finishing your videos', open: 'Open Pausecut', quit: 'Quit' },
  done: {
    title: 'Ready',
    body: (opening, files) => `“${opening}” is done: ${files} ${files === 1 ? 'file' : 'files'}.`,
  },
  failed: { title: 'Not everything could be made', body: (opening, reason) => `“${opening}”: ${reason}` },
}

const de: ShellTexts = {
  locale: 'de',
  menus: { file: 'Datei', edit: 'Bearbeiten', view: 'Ansicht', script: 'Skript', window: 'Fenster', help: 'Hilfe' },
  commands: {
    editor: 'Studio',
    library: 'Bibliothek',
    automation: 'Automation',
    settings: 'Einstellungen …',
    'new-script': 'Neues Skript',
    'open-script': 'Skript öffnen …',
    make: 'Videos erstellen',
    cancel: 'Erstellen abbrechen',
    play: 'Vorschau abspielen',
    'safe-areas': 'Sichere Bereiche zeigen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    'insert-mark': 'Marke einfügen …',
    split: 'An der Schreibmarke teilen',
    merge: 'Mit dem nächsten Teil verbinden',
    'delete-segment': 'Teil löschen',
    'previous-segment': 'Voriger Teil',
    'next-segment': 'Nächster Teil',
    'move-segment-up': 'Teil nach oben',
    'move-segment-down': 'Teil nach unten',
    find: 'Suchen …',
    shortcuts: 'Tastenkürzel',
  },
  choose: {
    script: 'Skript öffnen',
    picture: 'Bild wählen',
    music: 'Musik wählen',
    look: 'Look importieren',
    pronunciations: 'Ausspracheliste importieren',
    folder: 'Ordner für fertige Videos wählen',
  },
  quit: {
    question: (running) =>
      running === 1 ? 'Ein Auftrag ist noch in Arbeit.' : `${running} Aufträge sind noch in Arbeit.`,
    detail: 'Pausecut kann im Hintergrund fertig werden. Sonst wird der Rest beim nächsten Start erstellt.',
    goOn: 'Im Hintergrund fertig werden',
    stop: 'Beenden',
    cancel: 'Abbrechen',
  },
  tray: { tip: 'Pausecut stellt deine Videos fertig', open: 'Pausecut öffnen', quit: 'Beenden' },
  done: {
    title: 'Fertig',
    body: (opening, files) => `„${opening}“ ist fertig: ${files} ${files === 1 ? 'Datei' : 'Dateien'}.`,
  },
  failed: { title: 'Nicht alles konnte erstellt werden', body: (opening, reason) => `„${opening}“: ${reason}` },
}

export const shellTexts: Readonly<Record<Language, ShellTexts>> = { en, de }
