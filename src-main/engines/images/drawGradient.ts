import { setImmediate as letOthers } from 'node:timers/promises'
import { type Gradient, gradients } from './gradients.ts'
import { grainOf } from './grain.ts'
import { mixOklab, type Oklab, oklabOf, rgbOf } from './oklab.ts'

/** Pixels between two computed points; everything drawn is much softer than that. */
const step = 6
/** Rows: a few milliseconds. */
const atATime = 16

/**
 * Paints a built-in background: packed sRGB, 3 bytes a pixel, rows from the top. Always the same pixels for the same
 * arguments. `colours` takes the place of the gradient's own: the first is the ground, the others its lights. It takes a
 * third of a second, in which everything else goes on.
 */
export async function drawGradient(
  name: keyof typeof gradients,
  { width, height }: { width: number; height: number },
  colours?: readonly string[],
): Promise<Uint8Array> {
  const gradient = colours ? inColours(gradients[name], colours) : gradients[name]
  const columns = Math.ceil(width / step) + 2
  const rows = Math.ceil(height / step) + 2
  const points = new Float32Array(columns * rows * 3)
  const colourAt = painter(gradient)
  for (let row = 0; row < rows; row++) {
    if (row % atATime === 0) await letOthers()
    for (let column = 0; column < columns; column++) {
      points.set(rgbOf(colourAt((column * step) / width, (row * step) / height)), (row * columns + column) * 3)
    }
  }
  const pixels = new Uint8Array(width * height * 3)
  const grain = grainOf(gradient.grain)
  let at = 0
  for (let y = 0; y < height; y++) {
    if (y % atATime === 0) await letOthers()
    const row = Math.floor(y / step)
    const down = y / step - row
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / step)
      const right = x / step - column
      const corner = (row * columns + column) * 3
      // One layer over all channels, and a weaker one for each.
      const noise = grain(x, y, 3)
      for (let channel = 0; channel < 3; channel++) {
        const p = corner + channel
        const q = p + columns * 3
        const upper = points[p]! + (points[p + 3]! - points[p]!) * right
        const lower = points[q]! + (points[q + 3]! - points[q]!) * right
        const value = Math.round(upper + (lower - upper) * down + noise + 0.7 * grain(x, y, channel))
        pixels[at++] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
  return pixels
}

function inColours(gradient: Gradient, colours: readonly string[]): Gradient {
  const [ground = gradient.top, ...others] = colours
  const lights = gradient.lights.map((light, index) => ({
    ...light,
    colour: others[index % others.length] ?? light.colour,
  }))
  return { ...gradient, top: ground, bottom: ground, lights }
}

/** The colour at a point of the canvas, both coordinates 0 to 1. */
function painter(gradient: Gradient): (x: number, y: number) => Oklab {
  const top = oklabOf(gradient.top)
  const bottom = oklabOf(gradient.bottom)
  const lights = gradient.lights.map((light) => {
    const angle = ((light.turn ?? 0) * Math.PI) / 180
    return { ...light, ink: oklabOf(light.colour), cos: Math.cos(angle), sin: Math.sin(angle) }
  })
  return (x, y) => {
    // Two slow waves bend the plane, so that no light is a plain ellipse.
    const u = x + gradient.bend * Math.sin(2.1 * Math.PI * y + 3 * x + 0.6)
    const v = y + gradient.bend * 0.6 * Math.sin(1.7 * Math.PI * x - 2.2 * y + 1.9)
    let colour = mixOklab(top, bottom, smooth(v))
    for (const light of lights) {
      const dx = u - light.x
      const dy = v - light.y
      const along = (dx * light.cos + dy * light.sin) / light.radiusX
      const across = (dy * light.cos - dx * light.sin) / light.radiusY
      colour = mixOklab(colour, light.ink, light.strength * Math.exp(-(along * along + across * across)))
    }
    const fromCentre = (2 * x - 1) ** 2 * 0.6 + (2 * y - 1) ** 2 * 0.4
    return mixOklab(colour, black, gradient.vignette * smooth(fromCentre))
  }
}

const black: Oklab = [0, 0, 0]

/** From 0 to 1 with a soft start and end. */
const smooth = (share: number) => {
  const t = Math.min(1, Math.max(0, share))
  return t * t * (3 - 2 * t)
}
