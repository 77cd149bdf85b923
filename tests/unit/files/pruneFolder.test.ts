import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pruneFolder } from '#files/pruneFolder.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

/** An entry of that many bytes, used so many days ago; a folder where its name has no ending. */
function entry(folder: string, name: string, bytes: number, days: number): void {
  const path = join(folder, name)
  if (name.includes('.')) writeFileSync(path, Buffer.alloc(bytes))
  else {
    mkdirSync(path)
    writeFileSync(join(path, 'inside'), Buffer.alloc(bytes))
  }
  const then = Date.now() / 1000 - days * 86_400
  utimesSync(path, then, then)
}

test('what was used longest ago goes first, files and folders alike, and no more than must', async () => {
  const folder = scratch()
  entry(folder, 'old.wav', 100, 9)
  entry(folder, 'older', 100, 10)
  entry(folder, 'new.wav', 100, 1)
  entry(folder, 'newer', 100, 0)
  expect(await pruneFolder(folder, 400)).toBe(400)
  expect(await pruneFolder(folder, 350)).toBe(300)
  expect(readdirSync(folder).sort()).toEqual(['new.wav', 'newer', 'old.wav'])
  expect(await pruneFolder(folder, 200)).toBe(200)
  expect(readdirSync(folder).sort()).toEqual(['new.wav', 'newer'])
  expect(await pruneFolder(folder, 0)).toBe(0)
})

test('what is being written stays, what a killed process left goes', async () => {
  const folder = scratch()
  entry(folder, `.pausecut-${process.pid}-0123abcd.wav`, 100, 5)
  entry(folder, '.pausecut-999999999-0123abcd.wav', 100, 5)
  expect(await pruneFolder(folder, 0)).toBe(0)
  expect(readdirSync(folder)).toEqual([`.pausecut-${process.pid}-0123abcd.wav`])
})

test('a folder that is not there is empty', async () => {
  expect(await pruneFolder(join(scratch(), 'nowhere'), 10)).toBe(0)
})
