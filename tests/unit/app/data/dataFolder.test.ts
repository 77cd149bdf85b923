import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from '#app/data/dataFolder.ts'

test.each([
  ['linux', {}, '/home/a', '/home/a/.local/share/pausecut'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/a', '/data/pausecut'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a', '/home/a/.local/share/pausecut'],
  ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/Pausecut'],
  ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\a', 'D:\\Local\\Pausecut'],
  ['win32', {}, 'C:\\Users\\a', 'C:\\Users\\a\\AppData\\Local\\Pausecut'],
] as const)('on %s with %j and home %s it is %s', (platform, env, home, folder) => {
  expect(dataFolder(env, platform, home)).toBe(folder)
})

test('PAUSECUT_HOME comes first and is made absolute', () => {
  expect(dataFolder({ PAUSECUT_HOME: 'here', XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe(resolve('here'))
})
