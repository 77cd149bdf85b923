import { chmod, constants, copyFile, open } from 'node:fs/promises'

/**
 * Copies a file, with the rights of a new one in place of the original's: what lies in the data folder is for its owner
 * alone, what a person gets of it is theirs. Shares the blocks where the file system can (Btrfs, XFS, APFS, ReFS); what
 * is edited later stays apart all the same. Rejects with what the file system says.
 */
export async function copyAsNew(from: string, to: string): Promise<void> {
  const file = await open(to, 'w')
  const { mode } = await file.stat().finally(() => file.close())
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  await chmod(to, mode)
}
