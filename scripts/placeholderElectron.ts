import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What every Electron binary carries: the mark of its fuses, their version and number, and all nine as they are shipped. */
const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101100011'

/**
 * Lays out a folder as Electron's own distribution for Linux, with a program in it that does nothing: enough to package
 * the app where Electron can not be fetched, and to look at what was packaged. It can not be started.
 */
export function placeholderElectron(folder: string, version: string): string {
  for (const inner of ['locales', 'resources']) mkdirSync(join(folder, inner), { recursive: true })
  copyFileSync('/bin/true', join(folder, 'electron'))
  appendFileSync(join(folder, 'electron'), fuseWire, 'latin1')
  for (const name of ['version', 'LICENSE']) writeFileSync(join(folder, name), version)
  return folder
}
