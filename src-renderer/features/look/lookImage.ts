import type { JobKind } from '#shared/domain.ts'

const files = import.meta.glob<string>('./images/*.webp', { eager: true, import: 'default' })

/** The built-in looks in small, by name and shape, made by scripts/drawThumbnails.ts. */
export function lookImage(name: string, kind: JobKind): string | undefined {
  return files[`./images/${name}-${kind}.webp`]
}
