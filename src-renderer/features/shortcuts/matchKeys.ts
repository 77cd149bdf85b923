import { type Command, shortcuts } from '#shared/desktop/shortcuts.ts'

interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const named: Record<string, string> = { ArrowUp: 'Up', ArrowDown: 'Down' }

/** Which command a key press means; undefined when none. Letters go by what is written on the key. */
export function matchKeys(pressed: Pressed, platform: string): Command | undefined {
  const main = platform === 'darwin' ? pressed.metaKey : pressed.ctrlKey
  const other = platform === 'darwin' ? pressed.ctrlKey : pressed.metaKey
  if (other) return undefined
  const key = named[pressed.key] ?? (pressed.key.length === 1 ? pressed.key.toUpperCase() : pressed.key)
  const keys = [main && 'CmdOrCtrl', pressed.altKey && 'Alt', pressed.shiftKey && 'Shift', key]
    .filter(Boolean)
    .join('+')
  // Windows knows a second way to redo.
  if (keys === 'CmdOrCtrl+Y' && platform !== 'darwin') return 'redo'
  return commandOf.get(keys)
}

const commandOf = new Map(Object.entries(shortcuts).map(([command, keys]) => [keys as string, command as Command]))
