import { access } from 'node:fs/promises'

/** Whether a file or folder is at the path and can be reached there. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
