import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { expect } from 'vitest'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import { englishSentence } from '#shared/errors.ts'
import { decodeFrames } from '#tests/fakes/media/decodeFrames.ts'
import { random, stripScene } from '#tests/fakes/media/stripScene.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { testWith } from '#tests/programs.ts'
import { executablePath } from '../../../page/executablePath.ts'

const size = { width: 256, height: 432 }

testWith('chromium')('Chromium shows the right frame wherever it seeks to', async () => {
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) throw new Error(englishSentence(ffmpeg.error))
  const folder = scratch()
  const wish = {
    ...size,
    frameCount: 400,
    waveform: [120, 176],
    captions: [304, 350],
    changes: [0, 33, 151, 260],
  } as const
  const scene = await stripScene(folder, wish)
  const out = join(folder, 'out.mp4')
  const never = new AbortController().signal
  expect(await createVideoEncoder(ffmpeg.value).encode(scene, out, { encoder: 'auto', threads: 2 }, never)).toEqual({
    ok: true,
    value: { encoder: 'x264 strip graft' },
  })
  const next = random(5)
  const wanted = Array.from({ length: 20 }, () => Math.floor(next() * scene.frameCount))
  const shown = await seekInChromium(
    readFileSync(out).toString('base64'),
    wanted.map((n) => (n + 0.5) / 30),
  )
  const decoded = (await Array.fromAsync(decodeFrames(ffmpeg.value.path, out, scene))).map((frame) =>
    Buffer.from(frame.subarray(0, size.width * size.height)),
  )
  wanted.forEach((n, i) => {
    const differences = decoded.map((luma) => difference(shown[i]!, luma))
    const nearest = differences.indexOf(Math.min(...differences))
    expect(nearest, `sought frame ${n}`).toBe(n)
    expect(differences[n], `difference of frame ${n}`).toBeLessThan(4)
  })
})

/** The luma of the frames that Chromium shows at these seconds. */
async function seekInChromium(base64: string, seconds: number[]): Promise<Buffer[]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.setContent('<video muted></video><canvas></canvas>')
    const frames = await page.evaluate(showAt, { base64, seconds, ...size })
    return frames.map((frame) => Buffer.from(frame, 'base64'))
  } finally {
    await browser.close()
  }
}

/** Runs in the page. Text, because the tests' types know no DOM. */
const showAt = new Function(
  'wish',
  `return (async ({ base64, seconds, width, height }) => {
    const video = document.querySelector('video')
    const loaded = new Promise((done, failed) => { video.onloadeddata = done; video.onerror = () => failed(video.error.message) })
    video.src = URL.createObjectURL(await (await fetch('data:video/mp4;base64,' + base64)).blob())
    await loaded
    const canvas = document.querySelector('canvas')
    Object.assign(canvas, { width, height })
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const frames = []
    for (const second of seconds) {
      const sought = new Promise((done) => { video.onseeked = done })
      const drawn = new Promise((done) => video.requestVideoFrameCallback(done))
      video.currentTime = second
      await Promise.all([sought, drawn])
      context.drawImage(video, 0, 0)
      const { data } = context.getImageData(0, 0, width, height)
      let luma = ''
      for (let i = 0; i < data.length; i += 4)
        luma += String.fromCharCode(Math.round(16 + (0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2]) * 219 / 255))
      frames.push(btoa(luma))
    }
    return frames
  })(wish)`,
) as (wish: { base64: string; seconds: number[]; width: number; height: number }) => Promise<string[]>

/** Mean difference of two planes. */
function difference(a: Buffer, b: Buffer): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  return sum / a.length
}
