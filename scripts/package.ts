import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp } from './buildApp.ts'
import { fetchElectron } from './fetchElectron.ts'
import { packageApp } from './packageApp.ts'
import { placeholderElectron } from './placeholderElectron.ts'

// `npm run package [-- --dir] [-- --electron-dist FOLDER]`: packages of the desktop app for this machine.
const { values } = parseArgs({ options: { dir: { type: 'boolean' }, 'electron-dist': { type: 'string' } } })
const electronDist = values['electron-dist']

if (electronDist !== undefined || fetchElectron()) {
  await buildApp()
  await packageApp({ ...(electronDist && { electronDist }), ...(values.dir && { targets: ['dir'] }) })
} else if (process.platform === 'linux') {
  console.warn(
    'Electron can not be fetched on this machine: the folder that is made has a placeholder in its place, to be looked at and not to be started.',
  )
  await buildApp()
  const placeholder = placeholderElectron(join(tmpdir(), `pausecut-electron-${process.pid}`), electronVersion())
  await packageApp({ electronDist: placeholder, targets: ['dir'] })
} else {
  console.error('Electron can not be fetched on this machine; name a folder that holds it with --electron-dist.')
  process.exit(1)
}

function electronVersion(): string {
  return (createRequire(import.meta.url)('electron/package.json') as { version: string }).version
}
