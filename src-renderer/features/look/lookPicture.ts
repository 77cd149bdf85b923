import type { JobKind } from '#shared/domain.ts'

const files = import.meta.glob<string>('./pictures/*.webp', { eager: true, import: 'default' })

/** The built-in looks in small, by name and shape, made by scripts/drawThumbnails.ts. */
export function lookPicture(name: string, kind: JobKind): string | undefined {
  return files[`./pictures/${name}-${kind}.webp`]
}
