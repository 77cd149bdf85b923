import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBoundedFolder } from '#app/desktop/preview/boundedFolder.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const write = (folder: string, name: string, age: number) => {
  writeFileSync(join(folder, name), new Uint8Array(100))
  utimesSync(join(folder, name), 1_700_000_000 - age, 1_700_000_000 - age)
}

test('a folder that is too large when it is opened is brought below its size', async () => {
  const path = scratch()
  for (let age = 0; age < 5; age++) write(path, `${age}`, age)
  await openBoundedFolder(path, 300).settled()
  expect(readdirSync(path).sort()).toEqual(['0', '1', '2'])
})

test('what is written while it is being brought below its size counts too', async () => {
  const path = scratch()
  const folder = openBoundedFolder(path, 300)
  for (let age = 20; age > 0; age--) {
    write(path, `${age}`, age)
    folder.prune()
  }
  await folder.settled()
  expect(readdirSync(path).sort()).toEqual(['1', '2', '3'])
})

test('a folder that is not there yet is no fault', async () => {
  const folder = openBoundedFolder(join(scratch(), 'later'), 300)
  folder.prune()
  await folder.settled()
})
