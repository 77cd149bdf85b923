import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openImportedImages } from '#app/desktop/images/importedImages.ts'
import { openImages } from '#engines/images/openImages.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { fakeDesktopShell } from '#tests/fakes/service/fakeDesktopShell.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const picture = async (red: number) =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer(),
  )

function open(home = scratch(), allowHosts: string[] = []) {
  const events: AppEvent[] = []
  const desktopShell = fakeDesktopShell()
  const images = openImportedImages({
    home,
    desktopShell,
    images: openImages(),
    outbound: { allowHosts },
    publish: (event) => events.push(event),
  })
  return { home, images, events, desktopShell }
}

test('a dropped picture becomes a copy of its own, with a thumbnail, and the newest of the recent ones', async () => {
  const { home, images, events } = open()
  const image = unwrap(await images.handlers.takeBackground({ name: 'Sky.PNG', bytes: await picture(200) }))
  expect(image).toMatchObject({ name: 'Sky.PNG', width: 40, height: 30 })
  expect(image.file).toMatch(/pictures[\\/][0-9a-f]{32}\.png$/)
  expect(image.url).toBe(`/pictures/${image.file.slice(-36)}`)
  expect(existsSync(join(home, image.thumbnail))).toBe(true)
  expect(events).toEqual([{ type: 'pictures', pictures: [image] }])
  expect(open(home).images.recent).toEqual([image])
})

test('twelve are recent; one that comes again moves to the front', async () => {
  const { images } = open()
  for (let red = 0; red < 14; red++)
    unwrap(await images.handlers.takeBackground({ name: `${red}.png`, bytes: await picture(red * 10) }))
  expect(images.recent.map(({ name }) => name)).toEqual(
    [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((red) => `${red}.png`),
  )
  const again = unwrap(await images.handlers.takeBackground({ name: 'again.png', bytes: await picture(50) }))
  expect(images.recent).toHaveLength(12)
  expect(images.recent[0]).toEqual(again)
  unwrap(await images.handlers.forgetPicture({ file: again.file }))
  expect(images.recent).toHaveLength(11)
})

test('what is no picture is refused by the name that the person knows, and not kept', async () => {
  const { home, images } = open()
  const refused = await images.handlers.takeBackground({ name: 'notes.png', bytes: new Uint8Array([1, 2, 3]) })
  expect(refused).toMatchObject({
    error: { code: 'PICTURE_UNREADABLE', facts: { path: 'notes.png' } },
  })
  expect(readdirSync(join(home, 'pictures'))).toEqual([])
  expect(images.recent).toEqual([])
})

test('a picture by dialog stays when its original goes; a logo is not among the backgrounds', async () => {
  const { home, images, desktopShell } = open()
  const original = join(home, 'mine.jpg')
  writeFileSync(original, await picture(90))
  desktopShell.choices.push(original, original, undefined)
  const logo = unwrap(await images.handlers.chooseLogo({}))
  expect(images.recent).toEqual([])
  const image = unwrap(await images.handlers.chooseBackground({}))
  expect(await images.handlers.chooseBackground({})).toEqual({ ok: true, value: null })
  rmSync(original)
  expect(readFileSync(image!.file)).toEqual(Buffer.from(await picture(90)))
  expect(logo!.file).toBe(image!.file)
})

test('a picture by its address is fetched by the rules for addresses', async () => {
  const content = await picture(120)
  const origin = await webServer((_, response) => response.end(content))
  const allowed = open(undefined, ['127.0.0.1'])
  const image = unwrap(await allowed.images.handlers.fetchBackground({ url: `${origin}/holiday.png` }))
  expect(image).toMatchObject({ name: 'holiday.png', width: 40 })
  const strict = open()
  expect(await strict.images.handlers.fetchBackground({ url: `${origin}/holiday.png` })).toMatchObject({
    error: { code: 'ADDRESS_REFUSED' },
  })
})

test('addresses that are fetched at once give each its own picture, and leave nothing behind', async () => {
  const contents = await Promise.all([10, 60, 110, 160].map(picture))
  const origin = await webServer((request, response) => response.end(contents[Number(request.url?.slice(1))]))
  const { home, images } = open(undefined, ['127.0.0.1'])
  const image = await Promise.all(
    contents.map(async (_, at) => unwrap(await images.handlers.fetchBackground({ url: `${origin}/${at}` }))),
  )
  expect(image.map(({ file }) => readFileSync(file))).toEqual(contents.map((bytes) => Buffer.from(bytes)))
  await images.handlers.fetchBackground({ url: `${origin}/4` })
  expect(readdirSync(join(home, 'fetched'))).toEqual([])
})

test('a picture file that is too large is told in megabytes', async () => {
  const { home, images, desktopShell } = open()
  const photo = join(home, 'photo.png')
  writeFileSync(photo, Buffer.alloc(21 * 2 ** 20))
  desktopShell.choices.push(photo)
  expect(await images.handlers.chooseBackground({})).toMatchObject({
    error: { code: 'PICTURE_FILE_TOO_LARGE', facts: { path: photo, limit: 20 } },
  })
})

test('music is known by what is in it: another song at the same path is another file', async () => {
  const { home, images, desktopShell } = open()
  const song = join(home, 'song.mp3')
  const choose = async (content: string) => {
    writeFileSync(song, content)
    desktopShell.choices.push(song)
    return unwrap(await images.handlers.chooseMusic({}))!.file
  }
  const first = await choose('OggS first song')
  const second = await choose('OggS second song')
  expect([first, second].map((file) => readFileSync(file, 'utf8'))).toEqual(['OggS first song', 'OggS second song'])
  expect(await choose('OggS first song')).toBe(first)
  expect(readdirSync(join(home, 'fetched'))).toEqual([])
})

test('music from a file that may not be written is taken all the same; one that is not there is not', async () => {
  const { home, images, desktopShell } = open()
  const song = join(home, 'song.mp3')
  writeFileSync(song, 'OggS la la', { mode: 0o444 })
  desktopShell.choices.push(song, join(home, 'none.mp3'))
  const { file } = unwrap(await images.handlers.chooseMusic({}))!
  expect(statSync(file).mode & 0o200).toBe(0o200)
  expect(await images.handlers.chooseMusic({})).toMatchObject({ ok: false })
  expect(readdirSync(join(home, 'pictures'))).toHaveLength(1)
})

test('of many pictures and songs the recent and the used ones stay, the others go', async () => {
  const { home, images, desktopShell } = open()
  const digest = (file: string) => /[0-9a-f]{32}/.exec(file)![0]
  const pictures: string[] = []
  for (let red = 0; red < 20; red++)
    pictures.push(unwrap(await images.handlers.takeBackground({ name: 'a.png', bytes: await picture(red * 10) })).file)
  const songs: string[] = []
  for (let at = 0; at < 3; at++) {
    const song = join(home, 'song.mp3')
    writeFileSync(song, `OggS song ${at}`)
    desktopShell.choices.push(song)
    songs.push(unwrap(await images.handlers.chooseMusic({}))!.file)
  }
  const again = open(home).images
  const used = new Set([digest(pictures[2]!), digest(songs[1]!)])
  const removing = again.removeUnused(async () => used)
  // Taken in meanwhile: it comes after.
  const late = unwrap(await again.handlers.takeBackground({ name: 'late.png', bytes: await picture(5) }))
  await removing
  expect(pictures.map((file) => existsSync(file))).toEqual(pictures.map((_, at) => at === 2 || at >= 8))
  expect(songs.map((file) => existsSync(file))).toEqual([false, true, false])
  expect(existsSync(late.file)).toBe(true)
  // A picture and its thumbnail each, and the song.
  expect(readdirSync(join(home, 'pictures'))).toHaveLength(2 * (12 + 1 + 1) + 1)
})

test('where nobody can say what is used, everything stays', async () => {
  const { home, images } = open()
  const { file } = unwrap(await images.handlers.takeBackground({ name: 'a.png', bytes: await picture(1) }))
  unwrap(await images.handlers.forgetPicture({ file }))
  await expect(images.removeUnused(() => Promise.reject(new Error('EACCES')))).rejects.toThrow('EACCES')
  expect(existsSync(file)).toBe(true)
  unwrap(await images.handlers.takeBackground({ name: 'b.png', bytes: await picture(2) }))
  const giveBack = makeUnreadable(join(home, 'recent-pictures.json'))
  const blind = open(home).images
  expect(blind.problem).toMatchObject({ code: 'FILE_UNREADABLE' })
  await blind.removeUnused(async () => new Set())
  expect(existsSync(file)).toBe(true)
  giveBack()
  await open(home).images.removeUnused(async () => new Set())
  expect(existsSync(file)).toBe(false)
})

test('what is no sound file by its bytes is not taken for music, and nothing of it stays', async () => {
  const { images, desktopShell, home } = open()
  const song = join(home, 'song.mp3')
  writeFileSync(song, '#EXTM3U\nfile:///home/ann/diary.mp3\n')
  desktopShell.choices.push(song)
  expect(inEnglish(await images.handlers.chooseMusic({}))).toMatchObject({
    error: { code: 'MUSIC_UNREADABLE', message: expect.stringMatching(/^song\.mp3 can not be used as music/) },
  })
  expect(readdirSync(home, { recursive: true }).filter((name) => statSync(join(home, String(name))).isFile())).toEqual([
    'song.mp3',
  ])
})

test('music is copied too', async () => {
  const { home, images, desktopShell } = open()
  const song = join(home, 'song.mp3')
  writeFileSync(song, 'OggS la la')
  desktopShell.choices.push(song)
  const chosen = unwrap(await images.handlers.chooseMusic({}))
  expect(chosen).toMatchObject({
    name: 'song.mp3',
    file: expect.stringMatching(/pictures[\\/][0-9a-f]{32}[\\/]song\.mp3$/),
  })
  expect(readFileSync(chosen!.file, 'utf8')).toBe('OggS la la')
})
