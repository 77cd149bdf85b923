import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { languages } from '#shared/desktop/settings.ts'
import { type Command, commands, shortcuts } from '#shared/desktop/shortcuts.ts'
import { menuTemplate } from '#shell/window/menu.ts'
import { shellTexts } from '#shell/window/texts.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const platforms = ['darwin', 'win32', 'linux'] as const

test.each(platforms)('on %s every command is in the menu once, with its keys, in each language', (platform) => {
  for (const language of languages) {
    const items = flat(menuTemplate(shellTexts[language], platform, () => {}))
    const named = items.filter(({ id }) => id !== undefined)
    expect(named.map(({ id }) => id).sort()).toEqual([...commands].sort())
    for (const { id, label, accelerator } of named) {
      expect(label).toBe(shellTexts[language].commands[id as Command])
      expect(accelerator).toBe(shortcuts[id as Command])
    }
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1)
  }
})

test('a menu item asks the page', () => {
  const commands: Command[] = []
  const items = flat(menuTemplate(shellTexts.en, 'linux', (command) => commands.push(command)))
  const make = items.find(({ id }) => id === 'make')
  make?.click?.({} as never, undefined, {} as never)
  expect(commands).toEqual(['make'])
})

test('the two languages have the same texts, and no text twice', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value!).flatMap(texts) : []
  expect(texts(shellTexts.de)).toHaveLength(texts(shellTexts.en).length)
  for (const language of languages) {
    const named = Object.values(shellTexts[language].commands)
    expect(new Set(named).size).toBe(named.length)
  }
})

test('words that count things', () => {
  expect(shellTexts.en.quit.question(1)).toBe('A job is still being made.')
  expect(shellTexts.de.quit.question(3)).toBe('3 Aufträge sind noch in Arbeit.')
  expect(shellTexts.en.done.body('Hello', 1)).toBe('“Hello” is done: 1 file.')
  expect(shellTexts.de.done.body('Hallo', 2)).toBe('„Hallo“ ist fertig: 2 Dateien.')
})
