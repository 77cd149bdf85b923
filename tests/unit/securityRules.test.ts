import { spawnSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scratch } from '#tests/fakes/service/scratch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Each opens a way into an Electron app. */
const refused = [
  'node.innerHTML = html',
  'node.outerHTML = html',
  "node.insertAdjacentHTML('beforeend', html)",
  'document.write(html)',
  'document.writeln(html)',
  "document.domain = 'example.com'",
  'export const f = new Function(html)',
  "window.postMessage(html, '*')",
  'eval(html)',
  'export const view = { webPreferences: { nodeIntegration: true } }',
  'export const view = { webPreferences: { contextIsolation: false } }',
  'export const view = { webPreferences: { sandbox: false } }',
  'export const view = { webPreferences: { webSecurity: false } }',
  'export const view = { webPreferences: { webviewTag: true } }',
  'export const view = { webPreferences: { allowRunningInsecureContent: true } }',
]

const allowed = [
  'node.textContent = html',
  'export const view = { webPreferences: { nodeIntegration: false, contextIsolation: true, sandbox: true } }',
  "port.postMessage(html, 'app://bundle')",
]

test('the linter refuses what opens a way into the app, and nothing beside it', () => {
  const folder = scratch()
  copyFileSync(join(root, 'biome.security.grit'), join(folder, 'biome.security.grit'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, plugins: ['./biome.security.grit'] }))
  const files = [...refused, ...allowed].map((code, index) => {
    const file = join(folder, `case${index}.ts`)
    writeFileSync(file, `${code}\n`)
    return file
  })
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const asked = ['lint', '--reporter=json', '--max-diagnostics=none', ...files]
  const { stdout } = spawnSync(process.execPath, [biome, ...asked], { cwd: folder, encoding: 'utf8' })
  const report = JSON.parse(stdout) as {
    diagnostics: { category: string; severity: string; location: { path: unknown } }[]
  }
  const found = report.diagnostics
    .filter(({ category }) => category === 'plugin' || category.startsWith('lint/security'))
    .map(({ location }) => JSON.stringify(location.path).match(/case(\d+)/)?.[1])
  expect([...new Set(found.map(Number))].sort((a, b) => a - b)).toEqual(refused.map((_, index) => index))
})
