import type { GradientName } from '#shared/look/look.ts'

/** A soft light. Places and radii are shares of the canvas's width and height, so that it sits well in both shapes. */
interface Light {
  readonly colour: string
  readonly x: number
  readonly y: number
  readonly radiusX: number
  readonly radiusY: number
  /** Degrees, clockwise. */
  readonly turn?: number
  /** 0 to 1: how much of its colour there is at its centre. */
  readonly strength: number
}

/** A drawn background: a ground from top to bottom, lights over it from back to front, all gently bent. */
export interface Gradient {
  readonly top: string
  readonly bottom: string
  readonly lights: readonly Light[]
  /** How far the bending moves a point, as a share of the canvas. */
  readonly bend: number
  /** How much darker the corners are, 0 to 1. */
  readonly vignette: number
  /** Standard deviation of the grain in steps of 255; it also keeps 8-bit video from showing bands. */
  readonly grain: number
}

const light = (
  colour: string,
  strength: number,
  [x, y]: readonly [number, number],
  [radiusX, radiusY]: readonly [number, number],
  turn = 0,
): Light => ({ colour, strength, x, y, radiusX, radiusY, turn })

export const gradients: Record<GradientName, Gradient> = {
  dusk: {
    top: '#3a1a52',
    bottom: '#0d0818',
    lights: [
      light('#6a2c91', 0.75, [0.05, 0.62], [0.75, 0.32], -18),
      light('#e2466b', 0.8, [0.98, 0.2], [0.75, 0.26], 24),
      light('#ff8a4c', 0.95, [0.3, -0.02], [0.85, 0.25], -14),
      light('#ffd08a', 0.7, [0.14, -0.06], [0.45, 0.14], -14),
      light('#2b1a66', 0.75, [0.9, 0.9], [0.8, 0.3], 10),
    ],
    bend: 0.07,
    vignette: 0.22,
    grain: 2.2,
  },
  graphite: {
    top: '#1c1d20',
    bottom: '#0b0b0d',
    lights: [
      light('#6b707c', 0.85, [0.12, 0.0], [0.75, 0.34], -28),
      light('#2a2d34', 0.7, [0.95, 0.45], [0.6, 0.35], 12),
      light('#4a3930', 0.7, [0.8, 1.04], [0.8, 0.24], 0),
    ],
    bend: 0.03,
    vignette: 0.25,
    grain: 2,
  },
  aurora: {
    top: '#071a2b',
    bottom: '#02070d',
    lights: [
      light('#3a2fa0', 0.75, [0.85, 0.1], [0.6, 0.3], 30),
      light('#0f8f8a', 0.85, [0.25, 0.3], [0.28, 0.42], 32),
      light('#2fe0a0', 0.85, [0.5, 0.2], [0.14, 0.38], 36),
      light('#b6ffd6', 0.5, [0.56, 0.13], [0.06, 0.22], 38),
      light('#5b4bd0', 0.6, [0.95, 0.4], [0.16, 0.36], 34),
      light('#0b4a5a', 0.6, [0.1, 0.85], [0.6, 0.2], -8),
    ],
    bend: 0.11,
    vignette: 0.3,
    grain: 2.2,
  },
  paper: {
    top: '#f7f0e4',
    bottom: '#efe3d0',
    lights: [
      light('#fffaf0', 0.9, [0.2, 0.08], [0.8, 0.35], -24),
      light('#f4cfae', 0.8, [1.04, 0.7], [0.55, 0.36], 18),
      light('#e8d5ba', 0.6, [0.02, 1.0], [0.8, 0.25], 0),
    ],
    bend: 0.04,
    vignette: 0.06,
    grain: 2.4,
  },
  cobalt: {
    top: '#2453ff',
    bottom: '#1120a8',
    lights: [
      light('#37b4ff', 0.85, [0.92, 0.06], [0.7, 0.28], 22),
      light('#1736e0', 0.8, [0.2, 0.42], [0.7, 0.3], -16),
      light('#5a22e6', 0.85, [0.02, 0.96], [0.8, 0.28], -20),
      light('#0b1a8c', 0.6, [0.95, 0.75], [0.5, 0.3], 14),
    ],
    bend: 0.06,
    vignette: 0.12,
    grain: 2,
  },
  ember: {
    top: '#1a1012',
    bottom: '#2a120c',
    lights: [
      light('#6b2413', 0.8, [0.15, 0.9], [0.85, 0.3], -10),
      light('#f0622a', 0.85, [0.8, 1.06], [0.75, 0.24], 12),
      light('#ffb561', 0.75, [0.92, 1.1], [0.45, 0.15], 12),
      light('#3a2233', 0.75, [0.85, 0.1], [0.7, 0.3], 20),
    ],
    bend: 0.06,
    vignette: 0.22,
    grain: 2.2,
  },
}
