import { createHash } from 'node:crypto'
import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { placeFile } from '#files/placeFile.ts'
import { arrangeCanvas } from '#pipeline/scene/arrangeCanvas.ts'
import type { Images } from '#ports/Images.ts'
import { canvasSizes } from '#shared/domain.ts'
import { ok } from '#shared/result.ts'
import type { Handlers } from '../handlers.ts'
import type { VetLook } from '../images/vetLook.ts'
import type { BoundedFolder } from './boundedFolder.ts'
import { openLatestOnly } from './latestOnly.ts'

export interface PreviewPictureParts {
  readonly images: Images
  readonly vet: VetLook
  /** Where painted previews are kept, by what they show. */
  readonly folder: BoundedFolder
}

/** Paints what stands behind the captions, small; the same look is painted once. */
export function createPreviewPicture({ images, vet, folder }: PreviewPictureParts): Handlers['previewPicture'] {
  const latest = openLatestOnly()
  return ({ look, kind, width }) =>
    latest.run(async (signal) => {
      const vetted = vet(look)
      if (!vetted.ok) return vetted
      const { background, fit, dim, logo } = look
      const size = { width, height: Math.round((width * canvasSizes[kind].height) / canvasSizes[kind].width) }
      const rooms = arrangeCanvas(look, kind, size)
      // Taken-in files are called by their content, so a look says all.
      const whole = background.kind === 'picture' && fit === 'contain'
      const used = [whole && rooms.image, logo && rooms.logo]
      const shown = JSON.stringify([background, fit, dim, logo, size, used])
      const name = `${createHash('sha256').update(shown).digest('hex').slice(0, 32)}.png`
      const url = { url: `/previews/${name}` }
      const path = join(folder.path, name)
      if (
        await access(path).then(
          () => true,
          () => false,
        )
      )
        return ok(url)
      // A moving background keeps its logo apart; in the preview both stand still.
      const painted = await images.prepareBackground({ ...look, motion: 'still' }, size, signal, rooms)
      if (!painted.ok) return painted
      const write = async (partial: string) => ok(await writeFile(partial, painted.value.background))
      const placed = await placeFile(path, write, signal)
      folder.prune()
      return placed.ok ? ok(url) : placed
    })
}
