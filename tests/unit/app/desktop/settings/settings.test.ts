import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSettings } from '#app/desktop/settings/settings.ts'
import { type AppEvent, appContract } from '#shared/desktop/appContract.ts'
import { defaultSettings } from '#shared/desktop/settings.ts'
import { fakeDesktopShell } from '#tests/fakes/service/fakeDesktopShell.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'

function open(home = scratch(), system = ['en-GB']) {
  const events: AppEvent[] = []
  const desktopShell = fakeDesktopShell()
  return {
    home,
    events,
    desktopShell,
    settings: openSettings(home, system, desktopShell, (event) => events.push(event)),
  }
}

test('changes are kept, told and applied; what is not named stays', async () => {
  const { home, settings, events, desktopShell } = open()
  expect(settings.value).toEqual(defaultSettings)
  const changed = unwrap(await settings.handlers.changeSettings({ theme: 'dark', notifications: undefined }))
  // As the page's calls come in: parsed by the contract, which must add nothing to them.
  const parsed = appContract.changeSettings.input.parse({ language: 'en' })
  expect(unwrap(await settings.handlers.changeSettings(parsed))).toEqual({ ...changed, language: 'en' })
  unwrap(await settings.handlers.changeSettings({ language: 'system' }))
  expect(changed).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(events[0]).toEqual({ type: 'settings', settings: changed, language: 'en' })
  expect(desktopShell.done.slice(0, 2)).toEqual([
    ['setTheme', 'system'],
    ['setTheme', 'dark'],
  ])
  const later = open(home)
  expect(later.settings.value.theme).toBe('dark')
  expect(later.desktopShell.done).toEqual([['setTheme', 'dark']])
})

test.each([
  [['de-AT', 'en-GB'], 'de'],
  // Codes for private use: no language of the app will ever have them.
  [['qaa-QM', 'de'], 'de'],
  [['qaa-QM'], 'en'],
  [[], 'en'],
])('a system that speaks %j gets %s, unless something else is chosen', async (system, language) => {
  const { settings } = open(undefined, system)
  expect(settings.language).toBe(language)
  unwrap(await settings.handlers.changeSettings({ language: 'de' }))
  expect(settings.language).toBe('de')
})

test('the export folder comes from a dialog or a drop, and must be a folder', async () => {
  const { home, settings, desktopShell, events } = open()
  desktopShell.choices.push(undefined, home)
  expect(await settings.handlers.chooseExportFolder({})).toEqual({ ok: true, value: null })
  expect(await settings.handlers.chooseExportFolder({})).toEqual({ ok: true, value: home })
  expect(open(home).settings.exportFolder).toBe(home)
  writeFileSync(join(home, 'file'), '')
  const { useExportFolder: drop } = settings.handlers
  for (const path of [join(home, 'file'), join(home, 'none')])
    expect(await drop({ path })).toMatchObject({ error: { code: 'FOLDER_IS_FILE' } })
  unwrap(await settings.handlers.clearExportFolder({}))
  expect(open(home).settings.exportFolder).toBeUndefined()
  expect(events.filter(({ type }) => type === 'export-folder')).toEqual([
    { type: 'export-folder', folder: home },
    { type: 'export-folder' },
  ])
})

test('settings that can not be read are told, not written over, and hold again when they can', async () => {
  const { home, settings } = open()
  unwrap(await settings.handlers.changeSettings({ theme: 'dark', speechUrl: 'https://speech.example/v1' }))
  const giveBack = makeUnreadable(join(home, 'settings.json'))
  const later = open(home).settings
  expect(later.problem).toMatchObject({ code: 'FILE_UNREADABLE' })
  expect(await later.handlers.changeSettings({ theme: 'light' })).toMatchObject({ error: { code: 'FILE_UNREADABLE' } })
  giveBack()
  unwrap(await later.handlers.changeSettings({ theme: 'light' }))
  expect(open(home).settings.value).toMatchObject({ theme: 'light', speechUrl: 'https://speech.example/v1' })
})

test('a pronunciation list is added to the one that is set, by dialog and by drop', async () => {
  const { home, settings, desktopShell } = open()
  await settings.handlers.changeSettings({ pronunciations: [{ written: 'Nguyen', said: 'nwin' }] })
  expect(await settings.handlers.importPronunciations({})).toEqual({ ok: true, value: null })
  const path = join(home, 'list.csv')
  writeFileSync(path, 'Nguyen,win\nLiam,lee am\n')
  desktopShell.choices.push(path)
  expect(unwrap(await settings.handlers.importPronunciations({}))?.pronunciations).toEqual([
    { written: 'Nguyen', said: 'win' },
    { written: 'Liam', said: 'lee am' },
  ])
  const bytes = Buffer.from('{"Siobhan": "shiv awn"}')
  unwrap(await settings.handlers.takePronunciations({ name: 'more.json', bytes }))
  expect(settings.value.pronunciations).toHaveLength(3)
  const bad = await settings.handlers.takePronunciations({ name: 'bad.json', bytes: Buffer.from('{') })
  expect(bad).toMatchObject({ error: { code: 'PRONUNCIATIONS_UNREADABLE', facts: { path: 'bad.json' } } })
  expect(settings.value.pronunciations).toHaveLength(3)
})
