import type { Look } from '#shared/look/look.ts'
import type { Edges } from '#shared/look/safeArea.ts'
import type { Result } from '#shared/result.ts'

/** What stands still behind the captions, as PNG files of exactly the size asked for in sRGB. */
export interface Backdrop {
  /** Opaque. Holds the logo too, unless the background moves. */
  readonly background: Uint8Array
  /** With alpha: the logo, which must not move with the background. Absent when there is none, or it is in the background. */
  readonly overlay?: Uint8Array
}

/** What the head of an image file says. */
export interface ImageFacts {
  readonly format: 'png' | 'jpeg' | 'webp'
  /** Pixels, as it is seen: its EXIF rotation is applied. */
  readonly width: number
  readonly height: number
}

/** Where things may stand on a canvas, in its pixels. */
export interface Rooms {
  /** An image that is shown whole keeps within it, unless it would get much smaller. */
  readonly image: Edges
  /** The logo is in its corner of it. */
  readonly logo: Edges
}

/** Reads people's images and paints backgrounds. */
export interface Images {
  /**
   * Paints a look's background (gradient, colour or image) with its dimming and its logo. Without rooms an image
   * takes the whole canvas, and the logo stands in its safe area.
   * Fails with PICTURE_NOT_FOUND, PICTURE_UNREADABLE, PICTURE_TOO_LARGE, PICTURE_FILE_TOO_LARGE or CANCELLED.
   */
  prepareBackground(
    look: Look,
    size: { readonly width: number; readonly height: number },
    signal: AbortSignal,
    rooms?: Rooms,
  ): Promise<Result<Backdrop>>
  /** Finds out whether a file is an image that `prepareBackground` takes. Fails with the same codes. */
  checkImage(path: string): Promise<Result<ImageFacts>>
}
