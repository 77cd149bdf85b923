import type { GradientName } from '#shared/look/look.ts'

const files = import.meta.glob<string>('./pictures/*.webp', { eager: true, import: 'default' })

/** A drawn background in small, made by scripts/drawThumbnails.ts; undefined where it was not drawn yet. */
export const gradientPicture = (name: GradientName): string | undefined => files[`./pictures/${name}.webp`]
