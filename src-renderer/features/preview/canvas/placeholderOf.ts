import type { ImportedImage } from '#shared/desktop/desktop.ts'
import type { Background } from '#shared/look/look.ts'
import { gradientPicture } from '../../background/gradientPicture.ts'

/** What stands for a background until its picture is drawn: a small one that is here already, or a colour. */
export function placeholderOf(
  background: Background,
  pictures: readonly ImportedImage[],
): { readonly picture?: string | undefined; readonly colour?: string } {
  switch (background.kind) {
    case 'gradient':
      return background.colours ? { colour: background.colours[0]! } : { picture: gradientPicture(background.name) }
    case 'solid':
      return { colour: background.colour }
    case 'picture':
      return { picture: pictures.find(({ file }) => file === background.file)?.thumbnail }
  }
}
