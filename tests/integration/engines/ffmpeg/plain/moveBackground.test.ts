import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createPlainEncoder } from '#engines/ffmpeg/plain/encodePlain.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { packetsOf } from '#tests/probes.ts'

const never = new AbortController().signal
const size = { width: 1080, height: 1920 }
const frameCount = 76
/** Bright spots on grey: one near the upper left corner, one in the centre. */
const spots = { corner: { x: 200, y: 160 }, centre: { x: 540, y: 960 } }
/** A square that stands still above the background. */
const badge = { x: 800, y: 1500, side: 64 }

const svg = (content: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${content}</svg>`)

async function paintSpots(folder: string, motion: Scene['motion']): Promise<Scene> {
  const background = join(folder, 'spots.png')
  const discs = Object.values(spots).map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="40" fill="url(#soft)"/>`)
  const soft =
    '<radialGradient id="soft"><stop stop-color="#fff"/><stop offset="1" stop-color="#404040"/></radialGradient>'
  const ground = `<defs>${soft}</defs><rect width="100%" height="100%" fill="#404040"/>${discs.join('')}`
  await sharp(svg(ground)).removeAlpha().png().toFile(background)
  const overlay = join(folder, 'badge.png')
  await sharp(svg(`<rect x="${badge.x}" y="${badge.y}" width="${badge.side}" height="${badge.side}" fill="#fff"/>`))
    .png()
    .toFile(overlay)
  return { ...size, frameCount, background, overlay, ...(motion && { motion }) }
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Where a bright thing is in every frame of a file, in pixels to a small part of one: its centre of mass. */
function follow(ffmpeg: Ffmpeg, file: string, near: Place, reach = 80): Place[] {
  const side = 2 * reach
  const crop = `crop=${side}:${side}:${near.x - reach}:${near.y - reach}`
  const args = ['-v', 'error', '-i', file, '-vf', `${crop},format=gray`, '-vsync', '0', '-f', 'rawvideo', '-']
  const bytes = execFileSync(ffmpeg.path, args, { maxBuffer: 1 << 28 })
  return Array.from({ length: bytes.length / (side * side) }, (_, frame) => {
    let [mass, x, y] = [0, 0, 0]
    for (let i = 0; i < side * side; i++) {
      const light = Math.max(0, bytes[frame * side * side + i]! - 90)
      mass += light
      x += light * (i % side)
      y += light * Math.floor(i / side)
    }
    return { x: near.x - reach + x / mass, y: near.y - reach + y / mass }
  })
}

const steps = (values: readonly number[]) => values.slice(1).map((value, i) => value - values[i]!)
const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

describe.each(await ffmpegs())('with %s', (_, ffmpeg) => {
  const render = async (motion: Scene['motion']) => {
    const folder = scratch()
    const scene = await paintSpots(folder, motion)
    const out = join(folder, 'out.mp4')
    const done = await createPlainEncoder(ffmpeg).encode(scene, out, { encoder: 'x264', threads: 2 }, never)
    expect(done).toEqual({ ok: true, value: { encoder: 'x264' } })
    return out
  }

  test('a zoom moves evenly, less than a fifth of a pixel at a time, about a centre that stays', async () => {
    const out = await render('zoom-in')
    const corner = follow(ffmpeg, out, spots.corner)
    expect(corner).toHaveLength(frameCount)
    const seconds = frameCount / 30
    const zoom = 1 + 0.002 * seconds
    // Frames stop one short of the end of the way.
    expect(corner.at(-1)!.y - corner[0]!.y).toBeCloseTo((spots.corner.y - size.height / 2) * (zoom - 1), 0)
    expect(corner.at(-1)!.x - corner[0]!.x).toBeCloseTo((spots.corner.x - size.width / 2) * (zoom - 1), 0)
    const climbs = steps(corner.map(({ y }) => y))
    // The encoder's own noise is some hundredths of a pixel.
    for (const climb of climbs) expect(climb).toBeLessThan(0.03)
    for (const climb of climbs) expect(climb).toBeGreaterThan(-0.2)
    // Between its round ends the way is even.
    const thirds = steps(corner.filter((_, i) => i >= 10 && i <= 60 && i % 10 === 0).map(({ y }) => y))
    const mean = thirds.reduce((a, b) => a + b) / thirds.length
    for (const step of thirds) expect(Math.abs(step / mean - 1)).toBeLessThan(0.4)
    const centre = follow(ffmpeg, out, spots.centre)
    expect(range(centre.map(({ x }) => x))).toBeLessThan(0.15)
    expect(range(centre.map(({ y }) => y))).toBeLessThan(0.15)
  })

  test('a pan moves everything alike, sideways only', async () => {
    const out = await render('pan-right')
    const [corner, centre] = [follow(ffmpeg, out, spots.corner), follow(ffmpeg, out, spots.centre)]
    const shift = (places: Place[]) => places.at(-1)!.x - places[0]!.x
    expect(shift(corner)).toBeLessThan(-5)
    expect(Math.abs(shift(corner) - shift(centre))).toBeLessThan(0.15)
    expect(range(corner.map(({ y }) => y))).toBeLessThan(0.15)
    for (const step of steps(corner.map(({ x }) => x))) {
      expect(step).toBeLessThan(0.03)
      expect(step).toBeGreaterThan(-0.25)
    }
  })

  test('what is laid over it stands still; length and rate are exact', async () => {
    const out = await render('zoom-out')
    const middle = { x: badge.x + badge.side / 2, y: badge.y + badge.side / 2 }
    const places = follow(ffmpeg, out, middle, 48)
    expect(range(places.map(({ x }) => x))).toBeLessThan(0.03)
    expect(range(places.map(({ y }) => y))).toBeLessThan(0.03)
    const times = packetsOf(ffmpeg.path, out, 'v').map(({ time }) => time)
    expect(times).toHaveLength(frameCount)
    for (const step of steps(times)) expect(step).toBeCloseTo(1 / 30, 6)
  })
})
