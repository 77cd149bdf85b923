import { expect, test } from 'vitest'
import { matchKeys } from '#renderer/features/shortcuts/matchKeys.ts'
import { keysOf } from '#renderer/strings/format.ts'
import { shortcuts } from '#shared/desktop/shortcuts.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, code: '' }

test.each([
  ['linux', { key: 'Enter', ctrlKey: true }, 'make'],
  ['darwin', { key: 'Enter', metaKey: true }, 'make'],
  ['darwin', { key: 'Enter', ctrlKey: true }, undefined],
  ['win32', { key: 'z', ctrlKey: true }, 'undo'],
  ['win32', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  ['win32', { key: 'y', ctrlKey: true }, 'redo'],
  ['linux', { key: 'Enter', altKey: true }, 'split'],
  ['linux', { key: 'ArrowUp', altKey: true, shiftKey: true }, 'move-segment-up'],
  ['linux', { key: ',', ctrlKey: true }, 'settings'],
  ['linux', { key: 'Enter' }, undefined],
  ['linux', { key: 'z' }, undefined],
] as const)('on %s %o means %s', (platform, pressed, command) => {
  expect(matchKeys({ ...none, ...pressed }, platform)).toBe(command)
})

test('no two commands share their keys', () => {
  const keys = Object.values(shortcuts)
  expect(new Set(keys).size).toBe(keys.length)
})

test('keys are named as they are on the keyboard', () => {
  expect(keysOf(shortcuts.redo, 'darwin')).toBe('⌘ ⇧ Z')
  expect(keysOf(shortcuts.split, 'win32')).toBe('Alt ↵')
})
