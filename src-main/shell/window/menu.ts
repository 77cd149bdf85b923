import type { MenuItemConstructorOptions } from 'electron'
import { type Command, shortcuts } from '#shared/desktop/shortcuts.ts'
import type { ShellTexts } from './texts.ts'

/**
 * The application's menu as a template. Texts of `role` items are the system's own.
 *
 * @param command asks the page
 */
export function menuTemplate(
  texts: ShellTexts,
  platform: NodeJS.Platform,
  command: (name: Command) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const item = (name: Command): MenuItemConstructorOptions => ({
    id: name,
    label: texts.commands[name],
    accelerator: shortcuts[name],
    // The page listens to the same keys and knows what has the focus.
    registerAccelerator: false,
    click: () => command(name),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const items = (...names: Command[]) => names.map(item)
  const menu = (name: keyof ShellTexts['menus'], submenu: MenuItemConstructorOptions[]) => ({
    label: texts.menus[name],
    submenu,
  })
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' as const },
      line,
      item('settings'),
      line,
      { role: 'services' as const },
      line,
      { role: 'hide' as const },
      { role: 'hideOthers' as const },
      { role: 'unhide' as const },
      line,
      { role: 'quit' },
    ],
  }
  return [
    ...(isMac ? [appMenu] : []),
    menu('file', [
      ...items('new-script', 'open-script'),
      line,
      ...items('make', 'cancel'),
      line,
      ...(isMac ? [{ role: 'close' as const }] : [item('settings'), line, { role: 'quit' as const }]),
    ]),
    menu('edit', [
      ...items('undo', 'redo'),
      line,
      { role: 'cut' as const },
      { role: 'copy' as const },
      { role: 'paste' as const },
      { role: 'selectAll' as const },
      line,
      item('find'),
    ]),
    menu('script', [
      ...items('insert-mark', 'split', 'merge', 'delete-segment'),
      line,
      ...items('previous-segment', 'next-segment', 'move-segment-up', 'move-segment-down'),
      line,
      item('play'),
    ]),
    menu('view', [
      ...items('editor', 'library', 'automation'),
      line,
      item('safe-areas'),
      line,
      { role: 'zoomIn' as const },
      { role: 'zoomOut' as const },
      { role: 'resetZoom' as const },
      { role: 'togglefullscreen' },
    ]),
    { role: 'windowMenu', label: texts.menus.window },
    { role: 'help', ...menu('help', [item('shortcuts')]) },
  ]
}
