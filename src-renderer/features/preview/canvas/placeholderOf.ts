import type { ImportedImage } from '#shared/desktop/desktop.ts'
import type { Background } from '#shared/look/look.ts'
import { gradientImage } from '../../background/gradientImage.ts'

/** What is shown in place of a background until it is drawn: a small image that the page already has, or a colour. */
export function placeholderOf(
  background: Background,
  images: readonly ImportedImage[],
): { readonly image?: string | undefined; readonly colour?: string } {
  switch (background.kind) {
    case 'gradient':
      return background.colours ? { colour: background.colours[0]! } : { image: gradientImage(background.name) }
    case 'solid':
      return { colour: background.colour }
    case 'picture':
      return { image: images.find(({ file }) => file === background.file)?.thumbnail }
  }
}
