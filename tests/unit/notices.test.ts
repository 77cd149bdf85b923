import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const notices = read('NOTICES.md')

/** Packages that are only bundled, so that package.json counts them among those to build with. */
const bundled = globSync('src-renderer/**/*.{ts,tsx}', { cwd: new URL('../..', import.meta.url) })
  .flatMap((file) => [...read(file).matchAll(/from '((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name!))
  .filter((name) => !name.startsWith('#'))

const shipped = Object.keys({
  ...JSON.parse(read('package.json')).dependencies,
  ...JSON.parse(read('package.json')).optionalDependencies,
})

// sharp's WebAssembly build goes with sharp; the parts of a family (`@dnd-kit`, `react-dom`) with the family.
const family = (name: string) =>
  name.replace(/^@img\/sharp-.*/, 'sharp').replace(/^(@dnd-kit|react)[/-](core|sortable|utilities|dom)$/, '$1')

test.each([...new Set([...shipped, ...bundled].map(family))])('the notices name %s', (name) => {
  expect(notices).toContain(name)
})

test('every typeface comes with its licence', () => {
  const folder = new URL('../../assets/fonts/', import.meta.url)
  const faces = globSync('**/*.ttf', { cwd: folder }).map((file) => file.replace(/^.*\//, '').replace(/-.*/, ''))
  const licences = globSync('OFL-*.txt', { cwd: folder }).map((file) => file.slice('OFL-'.length, -'.txt'.length))
  expect(new Set(faces)).toEqual(new Set(licences))
})
