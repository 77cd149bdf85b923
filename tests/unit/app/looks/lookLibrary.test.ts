import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLooks } from '#app/looks/lookLibrary.ts'
import { englishSentence } from '#shared/errors.ts'
import { Look, type LookInput } from '#shared/look/look.ts'
import { builtInLooks, defaultLook } from '#shared/look/looks.ts'
import type { Result } from '#shared/result.ts'
import { webpHeader } from '#tests/fakes/media/pictures.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'
import { inEnglish } from '#tests/inEnglish.ts'

/** An image and a song by their first bytes, with this behind them. */
const image = (content: string) => webpHeader('VP8X', 9, 9).toString('latin1') + content
const song = (content: string) => `OggS${content}`

const open = () => {
  const folder = scratch()
  const file = (name: string, content: string) => {
    const path = join(folder, 'mine', name)
    mkdirSync(join(folder, 'mine'), { recursive: true })
    writeFileSync(path, name.endsWith('.json') ? content : (name.endsWith('.mp3') ? song : image)(content))
    return path
  }
  return { looks: openLooks(join(folder, 'looks')), folder, file }
}
const brand = (look: LookInput, name = 'Brand') => ({ name, description: 'Ours', look: Look.parse(look) })
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(englishSentence(result.error))
  return result.value
}

test('the built-in looks are there before anything was saved', async () => {
  const { looks } = open()
  expect(await looks.list()).toEqual(builtInLooks.map((look) => ({ ...look, builtIn: true })))
  expect(await looks.find('Dusk')).toMatchObject({ name: 'dusk', builtIn: true })
  expect(await looks.find('none')).toBeUndefined()
})

test('a saved look keeps its own copies of its files', async () => {
  const { looks, file } = open()
  const logo = file('logo.PNG', 'logo')
  const picture = file('sky', 'sky')
  const saved = value(await looks.save(brand({ logo: { file: logo }, background: { kind: 'picture', file: picture } })))
  rmSync(logo)
  rmSync(picture)
  const look = await looks.find('bRAND')
  expect(look).toEqual(saved)
  expect(look).toMatchObject({ name: 'Brand', description: 'Ours', builtIn: false })
  expect(readFileSync(look!.look.logo!.file, 'utf8')).toBe(image('logo'))
  expect(look!.look.logo!.file).toMatch(/\.png$/)
  expect((await looks.list()).at(-1)).toEqual(saved)
})

test('saving again replaces it, and what it no longer needs goes', async () => {
  const { looks, file, folder } = open()
  await looks.save(brand({ logo: { file: file('a.png', 'a') } }))
  const again = value(await looks.save(brand({ dim: 0.5, logo: { file: file('b.png', 'b') } })))
  expect(readdirSync(join(again.look.logo!.file, '..'))).toHaveLength(2)
  expect((await looks.find('Brand'))!.look.dim).toBe(0.5)
  // A look that is saved over itself names its own copies.
  const same = value(await looks.save({ name: again.name, description: again.description, look: again.look }))
  expect(same).toEqual(again)
  expect(readFileSync(same.look.logo!.file, 'utf8')).toBe(image('b'))
  expect(readdirSync(join(folder, 'looks'))).toHaveLength(1)
})

test('built-in looks can be neither replaced nor removed', async () => {
  const { looks } = open()
  expect(await looks.save(brand({}, 'Dusk'))).toMatchObject({ error: { code: 'LOOK_BUILT_IN' } })
  expect(await looks.remove('dusk')).toMatchObject({ error: { code: 'LOOK_BUILT_IN' } })
  expect(await looks.remove('none')).toMatchObject({ error: { code: 'LOOK_NOT_FOUND' } })
})

test('a removed look is gone with its files', async () => {
  const { looks, folder, file } = open()
  await looks.save(brand({ logo: { file: file('a.png', 'a') } }, 'Ünser Lóok 日本語日本語日本語日本語日本語日本語'))
  value(await looks.remove('ünser lóok 日本語日本語日本語日本語日本語日本語'))
  expect(readdirSync(join(folder, 'looks'))).toEqual([])
})

test('a look travels as one file, to another machine, with its files', async () => {
  const here = open()
  const there = open()
  const music = here.file('song.mp3', 'la la')
  const sent = brand({
    music: { file: music },
    logo: { file: here.file('l.png', 'logo') },
    captions: { preset: 'boxed' },
  })
  await here.looks.save(sent)
  const bundle = join(here.folder, 'Brand.json')
  value(await here.looks.exportTo('brand', bundle))
  expect(readFileSync(bundle, 'utf8')).not.toContain(here.folder)

  const got = value(await there.looks.importFrom(bundle))
  rmSync(here.folder, { recursive: true })
  expect(got).toMatchObject({ name: 'Brand', description: 'Ours', look: { captions: { preset: 'boxed' } } })
  expect(readFileSync(got.look.music!.file, 'utf8')).toBe(song('la la'))
  expect(got.look.music!.file.startsWith(there.folder)).toBe(true)
})

test('an imported look never takes the place of another', async () => {
  const { looks, folder } = open()
  await looks.save(brand({ dim: 0.1 }))
  const bundle = join(folder, 'x.json')
  await looks.exportTo('Brand', bundle)
  expect(value(await looks.importFrom(bundle)).name).toBe('Brand 2')
  expect(value(await looks.importFrom(bundle)).name).toBe('Brand 3')
  await looks.exportTo('dusk', bundle)
  expect(value(await looks.importFrom(bundle)).name).toBe('dusk 2')
})

test('what a draft or a job still uses stays when its look is saved anew or removed, and goes once nothing uses it', async () => {
  const { folder, file } = open()
  const used = new Set<string>()
  let known = true
  const looks = openLooks(join(folder, 'looks'), {
    used: async () => (known ? used : Promise.reject(new Error('EACCES'))),
  })
  const save = async (content: string) => {
    const saved = value(await looks.save(brand({ logo: { file: file('l.png', content) } })))
    return saved.look.logo!.file
  }
  const digest = (path: string) => /[0-9a-f]{16}(?=\.png)/.exec(path)![0]
  const [a, b] = [await save('a'), await save('b')]
  expect(existsSync(a)).toBe(false)
  used.add(digest(b))
  const c = await save('c')
  expect(existsSync(b)).toBe(true)
  await looks.removeUnused()
  expect([b, c].map((path) => existsSync(path))).toEqual([true, true])

  value(await looks.remove('Brand'))
  expect(await looks.find('Brand')).toBeUndefined()
  expect([b, c].map((path) => existsSync(path))).toEqual([true, false])
  used.clear()
  known = false
  await looks.removeUnused()
  expect(existsSync(b)).toBe(true)
  known = true
  await looks.removeUnused()
  expect(readdirSync(join(folder, 'looks'))).toEqual([])
})

test('a damaged record keeps the files that it may have named', async () => {
  const { looks, folder, file } = open()
  const saved = value(await looks.save(brand({ logo: { file: file('l.png', 'logo') } })))
  const [home] = readdirSync(join(folder, 'looks'))
  writeFileSync(join(folder, 'looks', home!, 'look.json'), '{')
  await looks.removeUnused()
  expect(existsSync(saved.look.logo!.file)).toBe(true)
})

test('of looks chosen by their files, those chosen longest ago make room', async () => {
  const { folder, file } = open()
  const looks = openLooks(join(folder, 'looks'), { mostUnpacked: 350 })
  const exported = join(folder, 'export.json')
  const choose = async (content: string) => {
    await looks.save(brand({ logo: { file: file('l.png', content.repeat(100)) } }))
    await looks.exportTo('Brand', exported)
    const chosen = value(await looks.choose(exported)).logo!.file
    expect(readFileSync(chosen, 'utf8')).toBe(image(content.repeat(100)))
    return chosen
  }
  const [a, b] = [await choose('a'), await choose('b')]
  utimesSync(a, 1, 1)
  expect(await choose('a')).toBe(a)
  utimesSync(b, 2, 2)
  const c = await choose('c')
  expect([a, b, c].map((path) => existsSync(path))).toEqual([true, false, true])
})

test('a look is chosen by name, by the path of an export, or by that of a few lines written by hand', async () => {
  const { looks, folder, file } = open()
  expect(value(await looks.choose('dusk'))).toEqual(defaultLook)
  await looks.save(brand({ logo: { file: file('l.png', 'logo') } }))
  const bundle = join(folder, 'sent.json')
  await looks.exportTo('Brand', bundle)
  await looks.remove('Brand')
  const chosen = value(await looks.choose(bundle))
  expect(readFileSync(chosen.logo!.file, 'utf8')).toBe(image('logo'))
  expect(await looks.find('Brand')).toBeUndefined()

  const hand = file('hand made!.json', '{ "dim": 0.3, "logo": { "file": "l.png" } }')
  expect(value(await looks.choose(hand))).toMatchObject({ dim: 0.3, logo: { file: join(folder, 'mine', 'l.png') } })
  expect(value(await looks.importFrom(hand)).name).toBe('hand made')
  expect(await looks.choose('none')).toMatchObject({ error: { code: 'LOOK_UNKNOWN' } })
})

test.each([
  ['not JSON', 'dim: 1', /it is not JSON/],
  ['no look', '{ "dim": 7 }', /dim/],
  [
    'an export without its picture',
    JSON.stringify({ pausecut: 'look', version: 1, name: 'x', look: { logo: { file: 'logo.png' } }, files: {} }),
    /its logo is missing/,
  ],
  [
    'an export that names a path',
    JSON.stringify({ pausecut: 'look', version: 1, name: 'x', look: {}, files: { '../../evil': '' } }),
    /files/,
  ],
  ['a later export', JSON.stringify({ pausecut: 'look', version: 2, name: 'x', look: {}, files: {} }), /version/],
])('%s is refused in words', async (_what, content, reason) => {
  const { looks, file } = open()
  const result = await looks.importFrom(file('look.json', content))
  expect(result).toMatchObject({ ok: false, error: { code: 'LOOK_UNREADABLE' } })
  if (!result.ok) expect(englishSentence(result.error)).toMatch(reason)
})

/** What ffmpeg, left to itself, would open other files for. */
const playlists = [
  '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///home/ann/diary.mp3\n#EXT-X-ENDLIST\n',
  'ffconcat version 1.0\nfile diary.mp3\n',
]

test.each(playlists)('a playlist is no music and no picture, whatever it is called: %j', async (content) => {
  const { looks, folder, file } = open()
  const raw = (name: string) => {
    const path = file(name, '')
    writeFileSync(path, content)
    return path
  }
  const music = { music: { file: raw('song.mp3') } }
  const logo = { logo: { file: raw('logo.png') } }
  expect(inEnglish(await looks.save(brand(music)))).toMatchObject({
    error: { code: 'MUSIC_UNREADABLE', message: expect.stringMatching(/song\.mp3 .*it is no sound file.*use an MP3/) },
  })
  expect(await looks.save(brand(logo))).toMatchObject({ error: { code: 'PICTURE_UNREADABLE' } })
  // As an export brings it.
  const exported = join(folder, 'theirs.json')
  const files = { 'music.mp3': Buffer.from(content).toString('base64') }
  const look = { music: { file: 'music.mp3' } }
  writeFileSync(exported, JSON.stringify({ pausecut: 'look', version: 1, name: 'Theirs', look, files }))
  expect(await looks.importFrom(exported)).toMatchObject({ error: { code: 'MUSIC_UNREADABLE' } })
  expect(await looks.choose(exported)).toMatchObject({ error: { code: 'MUSIC_UNREADABLE' } })
  expect((await looks.list()).filter((listed) => !listed.builtIn)).toEqual([])
})

test('a picture that is not there stops the saving, and a damaged record hides only itself', async () => {
  const { looks, folder } = open()
  expect(await looks.save(brand({ logo: { file: join(folder, 'none.png') } }))).toMatchObject({
    error: { code: 'PICTURE_NOT_FOUND' },
  })
  await looks.save(brand({}, 'A'))
  await looks.save(brand({}, 'B'))
  const [first] = readdirSync(join(folder, 'looks'))
  writeFileSync(join(folder, 'looks', first!, 'look.json'), '{')
  expect((await looks.list()).filter((look) => !look.builtIn)).toHaveLength(1)
  expect(existsSync(join(folder, 'looks', first!))).toBe(true)
})

test('what can not be read is neither missing nor saved over', async () => {
  const { looks, folder, file } = open()
  const unreadable = { error: { code: 'FILE_UNREADABLE' } }
  const logo = file('logo.png', 'logo')
  const look = brand({ logo: { file: logo } })
  const saved = value(await looks.save(look))
  const record = join(saved.look.logo!.file, '..', 'look.json')

  const giveBackLogo = makeUnreadable(logo)
  expect(await looks.save(look)).toMatchObject(unreadable)
  giveBackLogo()

  const giveBack = makeUnreadable(record)
  expect(await looks.save(brand({ dim: 0.9 }))).toMatchObject(unreadable)
  await looks.removeUnused()
  expect(existsSync(saved.look.logo!.file)).toBe(true)
  giveBack()
  expect(await looks.find('Brand')).toEqual(saved)

  const exported = join(folder, 'brand.json')
  value(await looks.exportTo('Brand', exported))
  makeUnreadable(exported)
  expect(await looks.choose(exported)).toMatchObject(unreadable)
  expect(await looks.importFrom(exported)).toMatchObject(unreadable)
})
