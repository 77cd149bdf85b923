import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hasElectron } from './launchApp.ts'

if (hasElectron) console.warn('SKIPPED: what npm start says without Electron, because Electron is on this machine.')

test.skipIf(hasElectron)('npm start says in one sentence that Electron can not be had, and what to do', () => {
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...own } = process.env
  const started = spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/start.ts', import.meta.url))], {
    // A mirror that nobody answers at, so that the test asks no other one.
    env: { ...own, ELECTRON_MIRROR: 'http://127.0.0.1:9/' },
    encoding: 'utf8',
  })
  expect(started.status).toBe(1)
  expect(started.stderr.trim().split('\n')).toEqual([
    'Electron can not be fetched on this machine, so the desktop app can not be opened here; `npm run serve` starts Pausecut without it.',
  ])
})
