import type { Command } from '#shared/desktop/shortcuts.ts'
import type { Studio, StudioStore } from './appStore.ts'
import { deskJobOf } from './slices/jobsSlice.ts'

const nextSafeAreas = { off: 'shorts', shorts: 'tiktok', tiktok: 'reels', reels: 'off' } as const

/** What every menu entry, shortcut and button does: all three run the same code. */
const actions: Record<Command, (studio: Studio) => unknown> = {
  studio: ({ show }) => show('studio'),
  library: ({ show }) => show('library'),
  automation: ({ show }) => show('automation'),
  settings: ({ show }) => show('settings'),
  'new-script': ({ newDraft }) => newDraft(),
  'open-script': ({ chooseScript }) => chooseScript(),
  make: ({ make }) => make(),
  cancel(studio) {
    const job = deskJobOf(studio)
    return job && studio.cancel(job.id)
  },
  play: ({ togglePlay }) => togglePlay(),
  undo: ({ undo }) => undo(),
  redo: ({ redo }) => redo(),
  split: ({ split }) => split(),
  merge: ({ join, caret }) => join(caret.card),
  'delete-segment': ({ removeCard, caret }) => removeCard(caret.card),
  'next-segment': ({ step }) => step(1),
  'previous-segment': ({ step }) => step(-1),
  'move-segment-up': (studio) => moveBy(studio, -1),
  'move-segment-down': (studio) => moveBy(studio, 1),
  find({ show, focusSearch }) {
    show('library')
    focusSearch()
  },
  'safe-areas': ({ changeSettings, settings }) => changeSettings({ safeAreas: nextSafeAreas[settings.safeAreas] }),
  shortcuts: ({ showShortcuts, shortcutsShown }) => showShortcuts(!shortcutsShown),
}

/** Commands that belong to the desk: elsewhere they would change what nobody sees. */
const deskCommands: ReadonlySet<Command> = new Set([
  ...(['make', 'cancel', 'play', 'undo', 'redo', 'split', 'merge', 'delete-segment', 'safe-areas'] as const),
  ...(['next-segment', 'previous-segment', 'move-segment-up', 'move-segment-down'] as const),
])

/** Runs a command; false where it means nothing just now. */
export function runCommand(store: StudioStore, command: Command): boolean {
  const studio = store.getState()
  if (!studio.ready || (deskCommands.has(command) && studio.page !== 'studio')) return false
  actions[command](studio)
  return true
}

function moveBy({ cards, caret, moveCard }: Studio, by: number): void {
  const from = cards.findIndex(({ id }) => id === caret.card)
  const to = from + by
  if (to >= 0 && to < cards.length) moveCard(from, to)
}
