import { createWriteStream, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLog, type Log } from '#app/log.ts'

/** Bytes after which a new log is begun; the one before is kept beside it. */
const mostBytes = 5 * 2 ** 20

/** The app's log, one JSON object a line, in the data folder. */
export function openLog(home: string): Log {
  const path = join(home, 'pausecut.log')
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > mostBytes) renameSync(path, `${path}.old`)
  const file = createWriteStream(path, { flags: 'a' })
  // A log that can not be written is no reason to stop.
  file.on('error', () => {})
  return jsonLog((line) => void file.write(line))
}
