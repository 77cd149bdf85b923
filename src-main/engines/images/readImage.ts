import { readFile, stat } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { ImageFacts } from '#ports/Images.ts'
import { appError } from '#shared/errors.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { sniffImage } from './sniffImage.ts'

/** The largest phone cameras make 200 megapixels; a decompression bomb makes thousands. */
const megapixels = 220
const megabytes = 300

export interface OpenImage extends ImageFacts {
  readonly path: string
  readonly hasAlpha: boolean
  /** A fresh reader: turned as EXIF says, in 8-bit sRGB (profiles, CMYK, grey and 16 bit are converted). */
  readonly open: () => Sharp
}

/** Opens an image and reads its head. Fails with PICTURE_NOT_FOUND, PICTURE_UNREADABLE, PICTURE_TOO_LARGE or PICTURE_FILE_TOO_LARGE. */
export async function readImage(path: string): Promise<Result<OpenImage>> {
  const unreadable = (reason: Phrase, detail?: string) => fail(appError('PICTURE_UNREADABLE', { path, reason }, detail))
  let bytes: Uint8Array
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return unreadable(phrase('FOLDER'))
    if (facts.size > megabytes * 2 ** 20) return fail(appError('PICTURE_FILE_TOO_LARGE', { path, limit: megabytes }))
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail(appError('PICTURE_NOT_FOUND', { path }))
    return unreadable(phrase('PERMISSIONS'), String(error))
  }
  const sniffed = sniffImage(bytes)
  if ('refused' in sniffed) return unreadable(sniffed.refused)
  // 'truncated' refuses cut files and lets through the harmless quirks that cameras leave in theirs.
  const source = () => sharp(bytes, { failOn: 'truncated', limitInputPixels: megapixels * 1e6 })
  try {
    const { autoOrient, width, height, hasAlpha } = await source().metadata()
    if (width * height > megapixels * 1e6) return fail(appError('PICTURE_TOO_LARGE', { path, limit: megapixels }))
    return ok({
      path,
      format: sniffed.format,
      width: autoOrient.width,
      height: autoOrient.height,
      hasAlpha,
      open: () => source().autoOrient().toColourspace('srgb'),
    })
  } catch (error) {
    return fail(imageError(path, error))
  }
}

/** The catalogue's error for what libvips said while it read `path`. */
export function imageError(path: string, error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  if (/pixel limit/i.test(message)) return appError('PICTURE_TOO_LARGE', { path, limit: megapixels }, message)
  return appError('PICTURE_UNREADABLE', { path, reason: phrase('DAMAGED') }, message)
}
