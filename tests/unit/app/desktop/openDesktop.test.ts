import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { Choices } from '#shared/desktop/settings.ts'
import { scriptLimit } from '#shared/domain.ts'
import { CreateJob } from '#shared/job/contract.ts'
import { Look } from '#shared/look/look.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { openTestDesktop } from '#tests/fakes/service/openTestDesktop.ts'
import { ended, unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const choices = Choices.parse({})
const picture = async (red: number) =>
  new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer(),
  )

test('made, deleted and made again: the new film is exported, shown and handed out', async () => {
  const { desktop, home, service, desktopShell, ends } = openTestDesktop()
  const { handlers } = desktop
  const folder = join(home, 'exports')
  mkdirSync(folder)
  unwrap(await handlers.useExportFolder({ path: folder }))
  unwrap(await handlers.changeSettings({ exportName: '{index} {keywords}' }))
  const make = async (script: string) => {
    const { id } = unwrap(await handlers.make({ script, choices }))
    await vi.waitFor(() => expect(ends).toContain(id))
    return unwrap(await handlers.libraryEntry({ job: id })).files[0]!
  }
  const first = await make('An apple.')
  const firstStill = readFileSync((await desktop.findMedia(first.thumbnail!))!, 'utf8')
  const { job } = unwrap(await handlers.library({ search: '', limit: 24 })).entries[0]!
  unwrap(await handlers.deleteJob({ id: job }))

  const second = await make('A pear.')
  expect(second.name).toBe(first.name)
  expect(second.id).not.toBe(first.id)
  expect(readdirSync(folder).sort()).toEqual(['1 Part 1 (2).mp4', '1 Part 1.mp4'])
  expect(readFileSync(second.exported!, 'utf8')).toBe('A pear.')
  expect(readFileSync((await desktop.findMedia(second.url!))!, 'utf8')).toBe('A pear.')
  expect(readFileSync((await desktop.findMedia(second.thumbnail!))!, 'utf8')).not.toBe(firstStill)
  for (const address of [first.url!, first.thumbnail!]) expect(await desktop.findMedia(address)).toBeUndefined()
  unwrap(await handlers.copyPath({ id: second.id }))
  expect(desktopShell.done.at(-1)).toEqual(['copy', join(folder, '1 Part 1 (2).mp4')])
  expect(await handlers.copyPath({ id: first.id })).toMatchObject({ error: { code: 'FILE_GONE' } })
  await vi.waitFor(() => expect(readFileSync(join(home, 'exports.json'), 'utf8')).not.toContain(job))
  expect(unwrap(await service.listJobs({ limit: 20 })).jobs).toHaveLength(1)
})

test('what nobody uses goes at the start: old stills, unused pictures, exports of jobs that are gone', async () => {
  const home = scratch()
  const before = openTestDesktop(home)
  const take = async (red: number) =>
    unwrap(await before.desktop.handlers.takeBackground({ name: `${red}.png`, bytes: await picture(red) })).file
  const [used, retried, unused] = [await take(1), await take(2), await take(3)]
  for (const file of [used, retried, unused]) unwrap(await before.desktop.handlers.forgetPicture({ file }))
  const { draft } = unwrap(await before.desktop.handlers.snapshot({}))
  const withPicture = (file: string) => ({ ...choices, look: Look.parse({ background: { kind: 'picture', file } }) })
  unwrap(await before.desktop.handlers.saveDraft({ ...draft, choices: withPicture(used) }))
  before.runner.held = true
  const { id } = unwrap(await before.desktop.handlers.make({ script: 'One.', choices: withPicture(retried) }))
  unwrap(await before.desktop.handlers.cancelJob({ id }))
  mkdirSync(join(home, 'cache', 'stills'), { recursive: true })
  writeFileSync(join(home, 'exports.json'), JSON.stringify({ 'api_gone/a.mp4': '/somewhere/a.mp4' }))
  await before.desktop.close()
  await before.service.close(0)
  before.store.close()

  const { log } = openTestDesktop(home)
  await vi.waitFor(() => {
    expect(existsSync(unused)).toBe(false)
    expect(existsSync(join(home, 'cache', 'stills'))).toBe(false)
    expect(JSON.parse(readFileSync(join(home, 'exports.json'), 'utf8'))).toEqual({})
  })
  expect([used, retried].map((file) => existsSync(file))).toEqual([true, true])
  expect(log).toEqual([])
})

test('trouble from before a page listens is told after its first snapshot, later trouble at once', async () => {
  const { desktop, home, events } = openTestDesktop()
  await desktop.openFile(join(home, 'none.txt'))
  expect(events.filter(({ type }) => type === 'trouble')).toEqual([])
  unwrap(await desktop.handlers.snapshot({}))
  const trouble = { type: 'trouble', error: { code: 'SCRIPT_NOT_FOUND', facts: { path: join(home, 'none.txt') } } }
  await vi.waitFor(() => expect(events).toContainEqual(trouble))
  await desktop.openFile(home)
  expect(events.at(-1)).toMatchObject({ type: 'trouble', error: { code: 'SCRIPT_IS_FOLDER' } })
  unwrap(await desktop.handlers.snapshot({}))
  expect(events.filter(({ type }) => type === 'trouble')).toHaveLength(2)
})

test('a script that is opened, chosen or dropped becomes the draft', async () => {
  const { desktop, home, events, desktopShell } = openTestDesktop()
  const path = join(home, 'mine.txt')
  writeFileSync(path, 'From a file.')
  await desktop.openFile(path)
  expect(events.findLast(({ type }) => type === 'draft')).toMatchObject({
    draft: { name: 'mine.txt', script: 'From a file.' },
  })
  desktopShell.choices.push(path, undefined)
  expect(unwrap(await desktop.handlers.chooseScript({}))).toMatchObject({ name: 'mine.txt' })
  expect(await desktop.handlers.chooseScript({})).toEqual({ ok: true, value: null })
  const bytes = new TextEncoder().encode('Dropped.')
  expect(unwrap(await desktop.handlers.openScript({ name: 'b.txt', bytes }))).toMatchObject({ script: 'Dropped.' })
  expect(
    await desktop.handlers.openScript({ name: 'c.txt', bytes: new Uint8Array([0x89, 0x50, 0, 0, 1, 2]) }),
  ).toMatchObject({
    error: { code: 'SCRIPT_NOT_TEXT' },
  })
})

test('what is left out of a script that is opened is told, and of one that is opened at the start once a page listens', async () => {
  const { desktop, home, events } = openTestDesktop()
  const told = () => events.filter(({ type }) => type === 'import-notes')
  const path = join(home, 'mine.md')
  writeFileSync(path, 'Words.\n\n![a](b.png)\n\n- pause -\n\n*More*.')
  await desktop.openFile(path)
  expect(events.findLast(({ type }) => type === 'draft')).toMatchObject({
    draft: { name: 'mine.md', script: 'Words.\n\n- pause -\n\n*More*.' },
  })
  expect(told()).toEqual([])
  unwrap(await desktop.handlers.snapshot({}))
  await vi.waitFor(() => expect(told()).toHaveLength(1))
  const bytes = new TextEncoder().encode('Words.\n\n| a |\n|---|\n')
  unwrap(await desktop.handlers.openScript({ name: 'b.md', bytes }))
  expect(told()).toEqual(
    ['ONE_PICTURE', 'ONE_TABLE'].map((code) => ({
      type: 'import-notes',
      notes: [{ code: 'LEFT_OUT', facts: { what: [{ code, facts: {} }] } }],
    })),
  )
})

test('a script that is opened brings the images that it names; no other file is drawn', async () => {
  const { desktop, events, service, home } = openTestDesktop(undefined, { runner: fakeRunner({ held: true }) })
  const folder = scratch()
  await sharp({ create: { width: 8, height: 8, channels: 3, background: '#203060' } }).toFile(join(folder, 'beach.png'))
  const path = join(folder, 'mine.txt')
  writeFileSync(path, '[background: beach.png] One. [background: ember] Two.')
  await desktop.openFile(path)
  const opened = events.findLast((event) => event.type === 'draft')?.draft
  const { script = '', images } = opened ?? {}
  rmSync(folder, { recursive: true })
  const { make } = desktop.handlers
  const { id } = unwrap(await make({ script, choices, ...(images && { images }) }))
  const { backgrounds } = unwrap(await service.job({ id })).request
  expect(backgrounds).toEqual({
    'beach.png': { kind: 'picture', file: images?.['beach.png'] },
    ember: { kind: 'gradient', name: 'ember' },
  })
  expect(existsSync(images?.['beach.png'] ?? '')).toBe(true)
  expect(await make({ script, choices })).toMatchObject({ error: { code: 'BACKGROUND_UNKNOWN' } })
  const foreign = { 'beach.png': join(home, 'settings.json') }
  expect(await make({ script, choices, images: foreign })).toMatchObject({ error: { code: 'FILE_NOT_OURS' } })
  expect(await make({ script: '[look: gone] One.', choices })).toMatchObject({ error: { code: 'LOOK_UNKNOWN' } })
})

test('the pronunciations of the settings are in every job that is made, under those of the script', async () => {
  const { desktop, service } = openTestDesktop(undefined, { runner: fakeRunner({ held: true }) })
  const { make, changeSettings } = desktop.handlers
  const list = [{ written: 'Nguyen', said: 'win' }]
  const own = [{ written: 'SQL', said: 'sequel' }]
  const pronunciations = async (changes: Partial<Choices> = {}) => {
    const { id } = unwrap(await make({ script: 'One.', choices: { ...choices, ...changes } }))
    return unwrap(await service.job({ id })).request.spokenAs.pronunciations
  }
  expect(await pronunciations()).toBeUndefined()
  unwrap(await changeSettings({ pronunciations: list }))
  expect(await pronunciations()).toEqual(list)
  const spokenAs = { ...choices.spokenAs, pronunciations: own }
  expect(await pronunciations({ spokenAs })).toEqual([...list, ...own])
})

test('a job is made as it was chosen; what can’t be made is refused before', async () => {
  const { desktop, service, home } = openTestDesktop(undefined, { runner: fakeRunner({ held: true }) })
  const { make } = desktop.handlers
  const code = async (script: string, changes: Partial<Choices> = {}) => {
    const made = await make({ script, choices: { ...choices, ...changes } })
    return made.ok ? undefined : made.error.code
  }
  expect(await code('')).toBe('SCRIPT_REQUIRED')
  expect(await code('a'.repeat(scriptLimit + 1))).toBe('SCRIPT_TOO_LONG')
  const foreign = Look.parse({ logo: { file: join(home, 'settings.json') } })
  expect(await code('One.', { look: foreign })).toBe('FILE_NOT_OURS')
  expect(unwrap(await service.listJobs({ limit: 20 })).jobs).toEqual([])
  const request = async (changes: Partial<Choices>) => {
    const { id } = unwrap(await make({ script: 'One.', choices: { ...choices, ...changes } }))
    return unwrap(await service.job({ id })).request
  }
  const spoken = { spokenAs: { voice: 'onyx', speed: 1.5 }, lookName: 'dusk' }
  expect(await request({ ...spoken, kind: 'voiceover', format: 'mp3' })).toMatchObject({
    kind: 'voiceover',
    format: 'mp3',
    spokenAs: { voice: 'onyx', speed: 1.5 },
    look: choices.look,
  })
  // Shorts are always videos, whatever was chosen for voiceovers.
  expect(await request({ kind: 'shorts', format: 'mp3' })).toMatchObject({ kind: 'shorts', format: 'mp4' })
})

test('a look is saved with files that the app took in, and with no others', async () => {
  const { desktop, looks, home } = openTestDesktop()
  const { file } = unwrap(await desktop.handlers.takeBackground({ name: 'a.png', bytes: await picture(9) }))
  const look = (path: string) => ({
    name: 'Brand',
    description: '',
    look: Look.parse({ background: { kind: 'picture', file: path } }),
  })
  const secret = join(home, 'settings.json')
  writeFileSync(secret, '{}')
  expect(await desktop.handlers.saveLook(look(secret))).toMatchObject({ error: { code: 'FILE_NOT_OURS' } })
  expect(await looks.find('Brand')).toBeUndefined()
  unwrap(await desktop.handlers.saveLook(look(file)))
  expect(await looks.find('Brand')).toMatchObject({ name: 'Brand' })
})

test('a look that is removed takes no picture from the draft that has it', async () => {
  const home = scratch()
  const { desktop, service, store } = openTestDesktop(home)
  const { file } = unwrap(await desktop.handlers.takeBackground({ name: 'a.png', bytes: await picture(9) }))
  const named = { name: 'Brand', description: '', look: Look.parse({ background: { kind: 'picture', file } }) }
  const { look } = unwrap(await desktop.handlers.saveLook(named))
  const { draft } = unwrap(await desktop.handlers.snapshot({}))
  unwrap(await desktop.handlers.saveDraft({ ...draft, choices: { ...choices, look } }))
  unwrap(await desktop.handlers.deleteLook({ name: 'Brand' }))
  unwrap(await desktop.handlers.previewPicture({ look, kind: 'shorts', width: 90 }))
  unwrap(await desktop.handlers.saveDraft({ ...draft, choices }))
  await desktop.close()
  await service.close(0)
  store.close()
  openTestDesktop(home)
  await vi.waitFor(() => expect(readdirSync(join(home, 'looks'))).toEqual([]))
})

test('another speech server has another key', async () => {
  const { desktop, events } = openTestDesktop()
  unwrap(await desktop.handlers.setKey({ key: 'sk-openai' }))
  events.splice(0)
  unwrap(await desktop.handlers.changeSettings({ theme: 'dark' }))
  expect(events.map(({ type }) => type)).toEqual(['settings'])
  unwrap(await desktop.handlers.changeSettings({ speechUrl: 'https://elsewhere.example/v1' }))
  expect(events).toContainEqual({ type: 'key', key: { state: 'none' } })
})

test('the page reaches the desktop and the log', async () => {
  const { desktop, desktopShell, log } = openTestDesktop()
  unwrap(await desktop.handlers.copyText({ text: 'words' }))
  unwrap(await desktop.handlers.setTitle({ title: 'Two parts' }))
  unwrap(await desktop.handlers.reportFault({ message: 'broke', stack: 'at page' }))
  expect(desktopShell.done.slice(-2)).toEqual([
    ['copy', 'words'],
    ['setTitle', 'Two parts'],
  ])
  expect(log).toEqual([['page broke', { message: 'broke', stack: 'at page' }]])
})

test('closing removes what waited for an undo, and tells nobody of anything after', async () => {
  const { desktop, service, events, ends } = openTestDesktop()
  const { id } = unwrap(await desktop.handlers.make({ script: 'One.', choices }))
  await vi.waitFor(() => expect(ends).toEqual([id]))
  unwrap(await desktop.handlers.removeResults({ job: id }))
  await desktop.close()
  expect((await service.job({ id })).ok).toBe(false)
  const told = events.length
  const later = unwrap(await service.createJob(CreateJob.parse({ kind: 'shorts', script: 'Two.' })))
  await ended(service, later.id)
  expect(events).toHaveLength(told)
})
