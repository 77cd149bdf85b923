import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLookHandlers } from '#app/desktop/images/looks.ts'
import { openLooks } from '#app/looks/lookLibrary.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { Look } from '#shared/look/look.ts'
import { fakeDesktopShell } from '#tests/fakes/service/fakeDesktopShell.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function open() {
  const folder = scratch()
  const events: AppEvent[] = []
  const desktopShell = fakeDesktopShell()
  const looks = openLooks(join(folder, 'looks'))
  const handlers = createLookHandlers(looks, desktopShell, (event) => events.push(event))
  /** The names of the saved looks in the last event. */
  const names = () => {
    const last = events.at(-1)
    return last?.type === 'looks' ? last.looks.filter(({ builtIn }) => !builtIn).map(({ name }) => name) : undefined
  }
  return { folder, events, desktopShell, looks, handlers, names }
}
const brand = (name = 'Brand') => ({ name, description: 'Ours', look: Look.parse({ dim: 0.5 }) })

test('a look that is saved or removed is told with all that there are', async () => {
  const { handlers, names, events } = open()
  expect(unwrap(await handlers.saveLook(brand()))).toEqual({ ...brand(), builtIn: false })
  expect(names()).toEqual(['Brand'])
  unwrap(await handlers.saveLook(brand('Other')))
  expect(names()).toEqual(['Brand', 'Other'])
  unwrap(await handlers.deleteLook({ name: 'Brand' }))
  expect(names()).toEqual(['Other'])
  expect(events).toHaveLength(3)
})

test('what fails changes nothing and is told to nobody else', async () => {
  const { handlers, events } = open()
  expect(await handlers.saveLook(brand('dusk'))).toMatchObject({ error: { code: 'LOOK_BUILT_IN' } })
  expect(await handlers.deleteLook({ name: 'none' })).toMatchObject({ error: { code: 'LOOK_NOT_FOUND' } })
  expect(events).toEqual([])
})

test('a look goes out to a file that is chosen, and comes in from one', async () => {
  const { folder, handlers, desktopShell, names } = open()
  const path = join(folder, 'mine.json')
  unwrap(await handlers.saveLook(brand()))
  desktopShell.choices.push(path, path)
  expect(unwrap(await handlers.exportLook({ name: 'Brand' }))).toBe(path)
  expect(unwrap(await handlers.importLook({}))).toMatchObject({ name: 'Brand 2', look: { dim: 0.5 } })
  expect(names()).toEqual(['Brand', 'Brand 2'])
})

test('a dialog that is closed does nothing', async () => {
  const { handlers, events, desktopShell, folder } = open()
  expect(await handlers.importLook({})).toEqual({ ok: true, value: null })
  expect(await handlers.exportLook({ name: 'none' })).toEqual({ ok: true, value: null })
  desktopShell.choices.push(join(folder, 'none.json'))
  expect(await handlers.exportLook({ name: 'none' })).toMatchObject({ error: { code: 'LOOK_NOT_FOUND' } })
  expect(existsSync(join(folder, 'none.json'))).toBe(false)
  expect(events).toEqual([])
})

test('a file that holds no look is refused, and the list stays', async () => {
  const { folder, handlers, events, desktopShell } = open()
  const path = join(folder, 'broken.json')
  writeFileSync(path, 'not JSON')
  desktopShell.choices.push(path)
  expect(await handlers.importLook({})).toMatchObject({ error: { code: 'LOOK_UNREADABLE' } })
  expect(events).toEqual([])
})
