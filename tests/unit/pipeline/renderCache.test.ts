import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRenderCache, renderKey } from '#pipeline/renderCache.ts'
import { phrase } from '#shared/phrases.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const never = new AbortController().signal
const receipt = { loudness: -14, truePeak: -1.4, duration: 3, timing: 'engine' as const }

function open() {
  const folder = scratch()
  const cache = join(folder, 'renders')
  mkdirSync(join(folder, 'made'))
  const files = new Map(['mp4', 'srt'].map((ending) => [ending, join(folder, 'made', `x.${ending}`)]))
  for (const [ending, path] of files) writeFileSync(path, `the ${ending}`)
  return {
    folder,
    cache,
    renders: openRenderCache(cache),
    kept: { duration: 3, receipt, warnings: [phrase('CAPTIONS_WITHOUT', { glyph: 'ꙮ' })], files },
    place: (ending: string) => join(folder, 'out', `api_Name.${ending}`),
  }
}

test('what was kept comes back as files of the asked names, with all that is known of them', async () => {
  const { renders, kept, place } = open()
  await renders.keep('k', kept)
  const recalled = await renders.recall('k', place, never)
  expect(recalled).toMatchObject({ ok: true, value: { duration: 3, receipt, warnings: kept.warnings } })
  expect(readFileSync(place('mp4'), 'utf8')).toBe('the mp4')
  expect(readFileSync(place('srt'), 'utf8')).toBe('the srt')
})

test('what was never kept is not there, and nothing is placed', async () => {
  const { renders, place } = open()
  expect(await renders.recall('k', place, never)).toEqual({ ok: true, value: undefined })
  expect(existsSync(place('mp4'))).toBe(false)
})

test('an entry that was cut short is not used', async () => {
  const { renders, kept, place, cache } = open()
  await renders.keep('k', kept)
  truncateSync(join(cache, 'k', 'segment.mp4'), 3)
  expect(await renders.recall('k', place, never)).toEqual({ ok: true, value: undefined })
  await renders.keep('k', kept)
  writeFileSync(join(cache, 'k', 'entry.json'), '{"duration": "three"}')
  expect(await renders.recall('k', place, never)).toEqual({ ok: true, value: undefined })
})

test('an entry with a changed byte is not used, whatever its size, and is kept anew', async () => {
  const { renders, kept, place, cache } = open()
  await renders.keep('k', kept)
  for (const ending of ['mp4', 'srt']) {
    writeFileSync(join(cache, 'k', `segment.${ending}`), '\0'.repeat(`the ${ending}`.length))
    expect(await renders.recall('k', place, never)).toEqual({ ok: true, value: undefined })
    expect(existsSync(place('mp4'))).toBe(false)
    await renders.keep('k', kept)
  }
  expect(await renders.recall('k', place, never)).toMatchObject({ ok: true, value: { duration: 3 } })
})

test.skipIf(process.platform === 'win32')(
  'what comes back has the rights of a new file, whatever those it was made with',
  async () => {
    const { renders, kept, place, folder } = open()
    chmodSync(kept.files.get('mp4')!, 0o600)
    await renders.keep('k', kept)
    await renders.recall('k', place, never)
    writeFileSync(join(folder, 'new'), '')
    expect(statSync(place('mp4')).mode).toBe(statSync(join(folder, 'new')).mode)
  },
)

test('the copies stand apart: editing a result leaves the cache as it was', async () => {
  const { renders, kept, place, cache } = open()
  await renders.keep('k', kept)
  await renders.recall('k', place, never)
  writeFileSync(place('mp4'), 'edited')
  expect(readFileSync(join(cache, 'k', 'segment.mp4'), 'utf8')).toBe('the mp4')
})

test('a cache that can not be written keeps nothing and fails nothing', async () => {
  const { folder, kept } = open()
  writeFileSync(join(folder, 'file'), '')
  await openRenderCache(join(folder, 'file')).keep('k', kept)
  expect(readdirSync(folder).sort()).toEqual(['file', 'made'])
})

test('the key changes with every fact', () => {
  expect(renderKey({ text: 'a', speed: 1 })).not.toBe(renderKey({ text: 'a', speed: 1.1 }))
  expect(renderKey({ text: 'a', speed: 1 })).toBe(renderKey({ text: 'a', speed: 1 }))
})
