import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'

// `npm start`: builds the desktop app and opens it with Electron's own binary.
const root = fileURLToPath(new URL('..', import.meta.url))

if (!hasElectron()) {
  console.error(
    'Electron can not be fetched on this machine, so the desktop app can not be opened here; `npm run serve` starts Pausecut without it.',
  )
  process.exit(1)
}
const builder = await createBuilder({ logLevel: 'warn' })
await builder.buildApp()
const electron = createRequire(import.meta.url)('electron') as string
const app = spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
app.on('exit', (code) => process.exit(code ?? 1))

/** npm brings Electron's launcher only; the program itself is fetched when it is wanted first. */
function hasElectron(): boolean {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true
  const installer = join(dirname(createRequire(import.meta.url).resolve('electron')), 'install.js')
  return spawnSync(process.execPath, [installer], { stdio: 'ignore' }).status === 0
}
