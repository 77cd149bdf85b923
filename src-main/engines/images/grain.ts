/**
 * Noise of a film: nearly normal, another value for every pixel and layer, the same every time. Over a soft slope it
 * keeps 8 bits from showing bands; each channel needs a layer of its own, or the colour differences would show some.
 *
 * @param deviation standard deviation, in steps of 255
 */
export function grainOf(deviation: number): (x: number, y: number, layer: number) => number {
  const uniform = (seed: number) => {
    let h = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
    h = Math.imul(h ^ (h >>> 16), 0x45d9f3b)
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32 - 0.5
  }
  // The sum of three uniform numbers is bell-shaped enough; its deviation is 1/2.
  return (x, y, layer) => {
    const seed = Math.imul(y * 4 + layer, 8191) + x
    return (uniform(seed) + uniform(seed + 0x9e3779) + uniform(seed + 0x3c6ef3)) * 2 * deviation
  }
}
