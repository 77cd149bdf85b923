import type { GradientName } from '#shared/look/look.ts'

const files = import.meta.glob<string>('./images/*.webp', { eager: true, import: 'default' })

/** A drawn background in small, made by scripts/drawThumbnails.ts; undefined where it was not drawn yet. */
export const gradientImage = (name: GradientName): string | undefined => files[`./images/${name}.webp`]
