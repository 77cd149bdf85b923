import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// What ONNX Runtime adds to an installation, and that it installs without the network.

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')

const filesIn = (folder: string) =>
  readdirSync(join(modules, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('both runtimes together take less than 100 MB', () => {
  const files = ['onnxruntime-node', 'onnxruntime-web', 'onnxruntime-common'].flatMap(filesIn)
  expect(files.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(100e6)
})

test('of the native libraries only those of this machine stay', () => {
  const bin = 'onnxruntime-node/bin/napi-v6'
  expect(readdirSync(join(modules, bin))).toEqual([process.platform])
  expect(readdirSync(join(modules, bin, process.platform))).toEqual([process.arch])
})

// It would fetch what graphics cards need, from another place than npm's registry: npm 11 reads `allowScripts`, npm 10
// runs what the lock file says has scripts. `npm install` may write the line again.
test('the script that onnxruntime-node would run on installation is not run', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  expect(read('package.json').allowScripts).toEqual({ 'onnxruntime-node': false })
  expect(read('package-lock.json').packages['node_modules/onnxruntime-node']).not.toHaveProperty('hasInstallScript')
})
