import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import JSZip from 'jszip'
import type { GivenFile } from './givenFiles.ts'

/** The files in a ZIP, whatever folders they lie in there; undefined where it is none. All of the archive is in memory. */
export async function openZip(path: string): Promise<GivenFile[] | undefined> {
  const zip = await JSZip.loadAsync(await readFile(path)).catch(() => undefined)
  if (!zip) return undefined
  return Object.values(zip.files)
    .filter(({ dir }) => !dir)
    .map((entry) => ({
      name: basename(entry.name),
      // JSZip's own streams are of an older kind.
      read: () => new Readable().wrap(entry.nodeStream()),
    }))
}
