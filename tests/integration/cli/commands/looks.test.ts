import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function openHome() {
  const folder = scratch()
  const looks = (...args: string[]) =>
    runCli(['looks', ...args], { env: { PAUSECUT_HOME: join(folder, 'home') }, cwd: folder })
  writeFileSync(join(folder, 'brand.json'), '{"background":{"kind":"solid","colour":"#102030"}}')
  return { folder, looks }
}

test('lists the built-in looks with what they are', async () => {
  const { looks } = openHome()
  const { code, stdout } = await looks()
  expect(code).toBe(0)
  expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'dusk',
    'graphite',
    'aurora',
    'paper',
    'cobalt',
    'ember',
    '',
  ])
})

test('a look of one’s own is kept, travels as one file, and can be forgotten', async () => {
  const { looks } = openHome()
  expect((await looks('save', 'My brand', 'brand.json')).stdout).toContain('--look "My brand"')
  expect((await looks('export', 'my brand', 'bundle.json')).code).toBe(0)
  expect((await looks('remove', 'My brand')).code).toBe(0)
  expect((await looks()).stdout).not.toContain('My brand')
  expect((await looks('import', 'bundle.json')).code).toBe(0)
  expect((await looks()).stdout).toContain('My brand')
})

test('what can not be done is said in a sentence', async () => {
  const { looks, folder } = openHome()
  const errors = async (...args: string[]) => (await looks(...args)).stderr
  expect(await errors('remove', 'dusk')).toMatch(/^Error: .*dusk.*\n$/)
  expect(await errors('remove', 'nobody')).toMatch(/^Error: .*nobody.*\n$/)
  expect(await errors('save', 'a/b', 'brand.json')).toMatch(/^Error: A look is named with letters.*\.\n$/)
  writeFileSync(join(folder, 'bad.json'), '{"background": 3}')
  expect(await errors('save', 'bad', 'bad.json')).toMatch(/^Error: .*bad\.json.*\n$/)
})

test('a look that nobody knows is wrong use of render', async () => {
  const { folder } = openHome()
  const options = { env: { PAUSECUT_HOME: join(folder, 'home') }, cwd: folder, input: 'Hello.' }
  const { code, stderr } = await runCli(['render', '-', '--look', 'nope'], options)
  expect(code).toBe(2)
  expect(stderr).toContain("There is no look 'nope'")
})
