/**
 * What a menu, a shortcut or a button asks of the page, and the keys for it, as Electron's menus write them. The page
 * listens to the same keys, so they work where there is no menu; Space alone plays too, outside of text.
 */
export const shortcuts = {
  editor: 'CmdOrCtrl+1',
  library: 'CmdOrCtrl+2',
  automation: 'CmdOrCtrl+3',
  settings: 'CmdOrCtrl+,',

  'new-script': 'CmdOrCtrl+N',
  'open-script': 'CmdOrCtrl+O',
  make: 'CmdOrCtrl+Enter',
  cancel: 'CmdOrCtrl+.',
  play: 'CmdOrCtrl+P',
  'safe-areas': 'CmdOrCtrl+Shift+S',

  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  'insert-mark': 'CmdOrCtrl+K',
  split: 'Alt+Enter',
  merge: 'CmdOrCtrl+J',
  'delete-segment': 'CmdOrCtrl+Shift+Backspace',
  'previous-segment': 'Alt+Up',
  'next-segment': 'Alt+Down',
  'move-segment-up': 'Alt+Shift+Up',
  'move-segment-down': 'Alt+Shift+Down',

  find: 'CmdOrCtrl+F',
  shortcuts: 'CmdOrCtrl+/',
} as const satisfies Record<string, string>

export type Command = keyof typeof shortcuts
export const commands = Object.keys(shortcuts) as [Command, ...Command[]]
