import type { GradientName } from '#shared/look/look.ts'
import aurora from './pictures/aurora.webp'
import cobalt from './pictures/cobalt.webp'
import dusk from './pictures/dusk.webp'
import ember from './pictures/ember.webp'
import graphite from './pictures/graphite.webp'
import paper from './pictures/paper.webp'

/** The drawn backgrounds in small, made by scripts/drawThumbnails.ts. */
export const gradientPictures: Record<GradientName, string> = { dusk, graphite, aurora, paper, cobalt, ember }
