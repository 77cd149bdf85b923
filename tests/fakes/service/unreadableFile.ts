import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'

/**
 * Makes a file one that is there and can't be read, whoever asks: a link that leads to itself (ELOOP). It can be removed
 * and written over as any file can, which a program that takes it for absent would do. The function returned gives the
 * file back as it was.
 */
export function makeUnreadable(path: string): () => void {
  const bytes = readFileSync(path)
  rmSync(path)
  symlinkSync(path, path)
  return () => {
    rmSync(path)
    writeFileSync(path, bytes)
  }
}
