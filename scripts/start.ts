import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { buildApp } from './buildApp.ts'
import { fetchElectron } from './fetchElectron.ts'

// `npm start`: builds the desktop app and opens it with Electron's own binary.
const root = fileURLToPath(new URL('..', import.meta.url))

if (!fetchElectron()) {
  console.error(
    'Electron can not be fetched on this machine, so the desktop app can not be opened here; `npm run serve` starts Pausecut without it.',
  )
  process.exit(1)
}
await buildApp()
const electron = createRequire(import.meta.url)('electron') as string
const app = spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
app.on('exit', (code) => process.exit(code ?? 1))
