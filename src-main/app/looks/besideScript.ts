import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { LookLibrary } from './lookLibrary.ts'
import type { NamePlaces } from './resolveNames.ts'

/**
 * What the script at a path may name: the looks there are, and images by their paths, relative to where it lies.
 *
 * @param source the script's path, or `-` for standard input, beside which the current folder lies
 */
export function besideScript(source: string, looks: Pick<LookLibrary, 'find'>): NamePlaces {
  const folder = source === '-' ? '.' : dirname(source)
  return {
    findLook: async (name) => (await looks.find(name))?.look,
    async findBackground(name) {
      const file = resolve(folder, name)
      const isFile = await stat(file).then(
        (facts) => facts.isFile(),
        () => false,
      )
      return isFile ? { kind: 'picture', file } : undefined
    },
  }
}
