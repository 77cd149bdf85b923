import type { NamedImages } from '#shared/desktop/desktop.ts'
import { drawnBackground } from '#shared/look/drawnBackground.ts'

/** The name of an image in a script: the one that it has there already, else its own, numbered where that is another's. */
export function freeName(images: NamedImages, file: string, wanted: string): string {
  const before = Object.keys(images).find((name) => images[name] === file)
  if (before !== undefined) return before
  const own = wanted.replace(/\s+/g, ' ').trim() || 'image'
  const [, stem = own, ending = ''] = /^(.+?)(\.\w+)?$/u.exec(own) ?? []
  const isFree = (name: string) => !Object.hasOwn(images, name) && !drawnBackground(name)
  let name = own
  for (let number = 2; !isFree(name); number++) name = `${stem}-${number}${ending}`
  return name
}
