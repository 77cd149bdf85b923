import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImages } from '#engines/images/openImages.ts'
import type { Rooms } from '#ports/Images.ts'
import { canvasSizes } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { gradientNames, Look, type LookInput } from '#shared/look/look.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pausecut images '))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const images = openImages()
const running = new AbortController().signal
const portrait = { width: 270, height: 480 }
const landscape = { width: 480, height: 270 }
const save = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
/** Left half in one colour, right half in another. */
const halves = (width: number, height: number, left: string, right: string) =>
  sharp({ create: { width, height, channels: 3, background: left } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: right } }, left: width / 2, top: 0 },
  ])
const prepare = async (look: LookInput, size = portrait, rooms?: Rooms) => {
  const made = await images.prepareBackground(Look.parse(look), size, running, rooms)
  if (!made.ok) throw new Error(englishSentence(made.error))
  return made.value
}
const showing = (file: string, more: LookInput = {}): LookInput => ({ background: { kind: 'picture', file }, ...more })
/** The colour at a place given in shares of the frame. */
const colourAt = async (png: Uint8Array, x: number, y: number) => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return [...data.subarray(at, at + info.channels)]
}
const near = (colour: readonly number[], wanted: readonly number[], tolerance = 6) =>
  colour.forEach((channel, index) => {
    expect(Math.abs(channel - wanted[index]!)).toBeLessThanOrEqual(tolerance)
  })

test.each(gradientNames)(
  'the %s background is opaque, of the frame’s size and never the same colour all over',
  async (name) => {
    for (const size of [portrait, landscape]) {
      const { background, overlay } = await prepare({ background: { kind: 'gradient', name } }, size)
      expect(overlay).toBeUndefined()
      const facts = await sharp(background).metadata()
      expect(facts).toMatchObject({ format: 'png', ...size, channels: 3, depth: 'uchar', hasAlpha: false })
      const { channels } = await sharp(background).stats()
      expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(3)
      expect(await prepare({ background: { kind: 'gradient', name } }, size)).toEqual({ background })
    }
  },
)

test('a gradient can wear other colours', async () => {
  const { background } = await prepare({
    background: { kind: 'gradient', name: 'dusk', colours: ['#003300', '#00aa00'] },
  })
  const [red, green, blue] = (await sharp(background).stats()).channels.map((channel) => channel.mean)
  expect(green).toBeGreaterThan(red! * 3)
  expect(green).toBeGreaterThan(blue! * 3)
})

test('a colour fills the frame, dimming darkens it', async () => {
  near(
    await colourAt((await prepare({ background: { kind: 'solid', colour: '#c86432' } })).background, 0.5, 0.5),
    [200, 100, 50],
    0,
  )
  const half = await prepare({ background: { kind: 'solid', colour: '#c86432' }, dim: 0.5 })
  near(await colourAt(half.background, 0.5, 0.5), [100, 50, 25], 1)
})

test.each(['png', 'jpeg', 'webp'] as const)('a %s fills the frame, whatever its name says', async (format) => {
  const file = save(`image-${format}.gif`, await halves(400, 800, '#c80000', '#0000c8').toFormat(format).toBuffer())
  const { background } = await prepare(showing(file))
  expect(await sharp(background).metadata()).toMatchObject({ ...portrait, channels: 3 })
  near(await colourAt(background, 0.2, 0.5), [200, 0, 0])
  near(await colourAt(background, 0.8, 0.5), [0, 0, 200])
  expect(await images.checkImage(file)).toEqual({ ok: true, value: { format, width: 400, height: 800 } })
})

test('EXIF rotation is respected, in the crop as in the size', async () => {
  const lying = await halves(800, 400, '#c80000', '#0000c8')
    .jpeg()
    .withExif({ IFD0: { Orientation: '6' } })
    .toBuffer()
  const file = save(
    'turned.jpg',
    await sharp(lying, { autoOrient: false }).keepExif().withMetadata({ orientation: 6 }).toBuffer(),
  )
  expect(await images.checkImage(file)).toMatchObject({ value: { width: 400, height: 800 } })
  const { background } = await prepare(showing(file))
  near(await colourAt(background, 0.5, 0.1), [200, 0, 0])
  near(await colourAt(background, 0.5, 0.9), [0, 0, 200])
})

test('what is transparent is black', async () => {
  const clear = await sharp({
    create: { width: 300, height: 600, channels: 4, background: { r: 255, g: 255, b: 255, alpha: 0.5 } },
  })
    .png()
    .toBuffer()
  near(await colourAt((await prepare(showing(save('clear.png', clear)))).background, 0.5, 0.5), [128, 128, 128], 2)
})

test('16 bit, grey, CMYK and wide-gamut images come out in 8-bit sRGB', async () => {
  const orange = sharp({ create: { width: 300, height: 600, channels: 3, background: '#e08040' } })
  const deep = await orange.clone().toColourspace('rgb16').png().toBuffer()
  expect((await sharp(deep).metadata()).depth).toBe('ushort')
  const files = {
    deep,
    cmyk: await orange.clone().toColourspace('cmyk').jpeg({ quality: 98 }).toBuffer(),
    wide: await orange.clone().withIccProfile('p3').png().toBuffer(),
  }
  expect((await sharp(files.cmyk).metadata()).space).toBe('cmyk')
  for (const [name, bytes] of Object.entries(files)) {
    const { background } = await prepare(showing(save(`${name}.img`, bytes)))
    expect(await sharp(background).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', channels: 3 })
    near(await colourAt(background, 0.5, 0.5), [0xe0, 0x80, 0x40], name === 'cmyk' ? 24 : 3)
  }
  const grey = await sharp({ create: { width: 300, height: 600, channels: 3, background: '#808080' } })
    .toColourspace('b-w')
    .png()
    .toBuffer()
  expect((await sharp(grey).metadata()).channels).toBe(1)
  near(await colourAt((await prepare(showing(save('grey.png', grey)))).background, 0.5, 0.5), [128, 128, 128], 1)
})

test('contain keeps to the room it is given, unless the picture would get much smaller; a logo stands in its own', async () => {
  const wide = save('room.png', await halves(800, 400, '#c80000', '#0000c8').png().toBuffer())
  const whole = { left: 0, top: 0, right: 270, bottom: 480 }
  const room = { left: 12, top: 300, right: 258, bottom: 440 }
  const { background } = await prepare(showing(wide, { fit: 'contain' }), portrait, { image: room, logo: whole })
  near(await colourAt(background, 0.1, 310 / 480), [200, 0, 0])
  near(await colourAt(background, 0.9, 415 / 480), [0, 0, 200])
  const above = await colourAt(background, 0.1, 290 / 480)
  expect(above[0]).toBeLessThan(190)

  const tall = save('tall.png', await halves(400, 800, '#c80000', '#0000c8').png().toBuffer())
  const large = await prepare(showing(tall, { fit: 'contain' }), portrait, { image: room, logo: whole })
  near(await colourAt(large.background, 0.2, 0.2), [200, 0, 0])

  const logo: LookInput['logo'] = { file: wide, corner: 'bottom-right', opacity: 1, size: 0.2 }
  const place = { left: 30, top: 100, right: 200, bottom: 230 }
  const branded = await prepare({ background: { kind: 'solid', colour: '#ffffff' }, logo }, portrait, {
    image: whole,
    logo: place,
  })
  near(await colourAt(branded.background, 198 / 270, 228 / 480), [0, 0, 200])
  near(await colourAt(branded.background, 202 / 270, 228 / 480), [255, 255, 255])
  near(await colourAt(branded.background, 198 / 270, 232 / 480), [255, 255, 255])
})

test('a blur has grain, so that 8 bits show no bands', async () => {
  const slope = await sharp({ create: { width: 200, height: 400, channels: 3, background: '#202428' } })
    .composite([
      { input: { create: { width: 100, height: 400, channels: 3, background: '#2a3038' } }, left: 100, top: 0 },
    ])
    .png()
    .toBuffer()
  const { background } = await prepare(showing(save('slope.png', slope), { fit: 'contain' }), landscape)
  const { data } = await sharp(background)
    .extract({ left: 8, top: 8, width: 60, height: 200 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  // Without grain most pixels would be as their neighbour.
  const same = [...data.keys()].filter((at) => at >= 3 && data[at] === data[at - 3]).length / data.length
  expect(same).toBeLessThan(0.4)
})

test('contain shows the whole image, raised in portrait, over its own blur', async () => {
  const file = save('wide.png', await halves(800, 400, '#c80000', '#0000c8').png().toBuffer())
  const { background } = await prepare(showing(file, { fit: 'contain' }))
  near(await colourAt(background, 0.1, 0.345), [200, 0, 0])
  near(await colourAt(background, 0.9, 0.345), [0, 0, 200])
  const [red, , blue] = await colourAt(background, 0.02, 0.95)
  expect(red).toBeGreaterThan(60)
  expect(red).toBeLessThan(180)
  expect(blue).toBeLessThan(60)
})

test('a logo is in its corner; it leaves the background when that moves', async () => {
  const file = save(
    'logo.png',
    await sharp({ create: { width: 60, height: 60, channels: 3, background: '#00ff00' } })
      .png()
      .toBuffer(),
  )
  const look: LookInput = {
    background: { kind: 'solid', colour: '#000000' },
    logo: { file, corner: 'top-right', opacity: 0.5, size: 0.2 },
  }
  const still = await prepare(look)
  expect(still.overlay).toBeUndefined()
  near(await colourAt(still.background, 0.75, 0.16), [0, 128, 0], 2)
  near(await colourAt(still.background, 0.25, 0.16), [0, 0, 0], 0)
  const moving = await prepare({ ...look, motion: 'zoom-in' })
  near(await colourAt(moving.background, 0.75, 0.16), [0, 0, 0], 0)
  expect(await sharp(moving.overlay).metadata()).toMatchObject({ ...portrait, hasAlpha: true })
  near(await colourAt(moving.overlay!, 0.75, 0.16), [0, 255, 0, 128], 2)
  expect((await colourAt(moving.overlay!, 0.25, 0.16))[3]).toBe(0)
})

const refusal = async (file: string) => {
  const made = await images.prepareBackground(Look.parse(showing(file)), portrait, running)
  if (made.ok) throw new Error(`${file} was taken`)
  return made.error
}

test.each([
  ['gif', `GIF89a${' '.repeat(40)}`, 'it is a GIF'],
  ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'it is an SVG'],
  ['tiff', `II*\0${' '.repeat(40)}`, 'it is a TIFF'],
  ['heic', `\0\0\0 ftypheic${' '.repeat(40)}`, 'it is a HEIC picture'],
  ['avif', `\0\0\0 ftypavif${' '.repeat(40)}`, 'it is an AVIF picture'],
  ['mp4', `\0\0\0 ftypisom${' '.repeat(40)}`, 'it is a video'],
  ['html', '<!DOCTYPE html><html>', 'it is a web page'],
  ['text', 'Dear diary', 'it is no picture'],
  ['empty', '', 'it is empty'],
])('a %s is refused in words, though it is called .png', async (name, content, reason) => {
  const error = await refusal(save(`${name}.png`, Buffer.from(content, 'latin1')))
  expect(error.code).toBe('PICTURE_UNREADABLE')
  expect(englishSentence(error)).toContain(`(${reason})`)
})

test.each(['png', 'jpeg', 'webp'] as const)('a %s that is cut off is noticed', async (format) => {
  const noise = sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
  const whole = await noise.toFormat(format).toBuffer()
  for (const share of [0.02, 0.5, 0.97]) {
    const error = await refusal(save(`cut-${share}.${format}`, whole.subarray(0, Math.floor(whole.length * share))))
    expect(error).toMatchObject({ code: 'PICTURE_UNREADABLE' })
    expect(englishSentence(error)).toMatch(/cut off or damaged|no picture/)
  }
})

test.each([
  [16_000, 2],
  [2, 16_000],
  [3000, 20],
])(
  'a banner of %i x %i pixels fills the frame like any other, and is not enlarged as a whole first',
  async (width, height) => {
    const banner = sharp({ create: { width, height, channels: 3, background: '#336699' } })
    const file = save(`banner-${width}.png`, await banner.png().toBuffer())
    for (const fit of ['cover', 'contain'] as const) {
      const { background } = await prepare(showing(file, { fit, dim: 0 }), canvasSizes.shorts)
      expect(await sharp(background).metadata()).toMatchObject(canvasSizes.shorts)
      if (fit === 'cover') near(await colourAt(background, 0.5, 0.5), [0x33, 0x66, 0x99])
    }
  },
)

test('an image that would unfold into thousands of megapixels is refused before it does', async () => {
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#000000' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(50_000, 16)
  png.writeUInt32BE(50_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  expect(await refusal(save('bomb.png', png))).toMatchObject({ code: 'PICTURE_TOO_LARGE' })
})

test('a missing file and a folder are told apart', async () => {
  expect((await refusal(join(folder, 'none.png'))).code).toBe('PICTURE_NOT_FOUND')
  expect(englishSentence(await refusal(folder))).toContain('it is a folder')
})

test('an aborted signal cancels', async () => {
  const made = await images.prepareBackground(Look.parse({}), portrait, AbortSignal.abort())
  expect(made).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
})
