import { readFileSync, statSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * Runs the app's real main bundle in Node with `electron` resolved to the stand-in, as
 * `electron [-r module]... [--switch]... <folder of the app> [argument]...` would.
 */
const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(name, context),
})

const own = process.argv.slice(2)
const required = own.flatMap((argument, at) => (argument === '-r' ? [own[at + 1]!] : []))
const others = own.filter((argument, at) => argument !== '-r' && own[at - 1] !== '-r')
const root = resolve(others.find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = statSync(root).isDirectory() ? join(root, 'package.json') : undefined
if (!manifest) throw new Error(`The stand-in runs a folder with a package.json, not ${root}`)
const { main } = JSON.parse(readFileSync(manifest, 'utf8')) as { main: string }

// What a real main process sees.
process.argv.splice(1, process.argv.length, ...own)
process.env.STAND_IN_APP = root
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(dirname(manifest), 'resources') })
Object.defineProperty(process.versions, 'electron', { value: '45.0.0-stand-in' })

const { app } = (await import(standIn)) as typeof import('./electron.ts')
for (const path of required) createRequire(manifest)(path)
await import(pathToFileURL(join(root, main)).href)
await app.begin()
