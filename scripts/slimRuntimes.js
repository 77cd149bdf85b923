// What npm runs after every installation (`postinstall`), with whatever Node is there: ONNX Runtime's packages bring
// each system's library and a dozen builds for browsers, 427 MB in all. What this machine can't use is removed, so that
// 60 MB stay. Where a package was left out, which is optional, nothing is done.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

/**
 * Removes what stands in a folder of a package, but for some.
 * @param {string} folder below node_modules
 * @param {readonly string[]} names what stays
 */
function keepOnly(folder, names) {
  const path = `${modules}/${folder}`
  if (!existsSync(path)) return
  for (const name of readdirSync(path))
    if (!names.includes(name)) rmSync(`${path}/${name}`, { recursive: true, force: true })
}

keepOnly('onnxruntime-node/bin/napi-v6', [process.platform])
keepOnly(`onnxruntime-node/bin/napi-v6/${process.platform}`, [process.arch])
keepOnly('onnxruntime-web/dist', ['ort.node.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
