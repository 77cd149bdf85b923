import { isAbsolute, join, normalize } from 'node:path'
import type { NamedImages } from '#shared/desktop/desktop.ts'
import { drawnBackground } from '#shared/look/drawnBackground.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import type { ImportedImages } from './importedImages.ts'

/**
 * Takes in the images that a script names which lie beside it or below, so that they stay what they are when the
 * originals go. Others are left to be asked for when the script is made: somebody else's script may name any file of
 * this machine.
 *
 * @param folder where the script lies
 */
export async function takeNamedImages(
  script: string,
  folder: string,
  { takeFile }: Pick<ImportedImages, 'takeFile'>,
): Promise<NamedImages> {
  const images: NamedImages = {}
  for (const { marks = [] } of parseScript(script).segments)
    for (const mark of marks) {
      const name = mark.kind === 'background' ? mark.background : undefined
      if (name === undefined || Object.hasOwn(images, name) || drawnBackground(name) || isOutside(name)) continue
      const taken = await takeFile(join(folder, name))
      if (taken.ok) images[name] = taken.value.file
    }
  return images
}

const isOutside = (name: string) => isAbsolute(name) || normalize(name).startsWith('..') || /^[a-z]+:/i.test(name)
