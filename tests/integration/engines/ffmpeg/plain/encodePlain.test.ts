import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { createPlainEncoder } from '#engines/ffmpeg/plain/encodePlain.ts'
import { englishSentence } from '#shared/errors.ts'
import { paintScene } from '#tests/fakes/media/paintScene.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { describeFile, frameAt } from '#tests/probes.ts'

const never = new AbortController().signal
const portrait = { width: 1080, height: 1920 }

describe.each(await ffmpegs())('with %s', (_, ffmpeg) => {
  test('draws the ground and a waveform that grows, at 30 constant frames a second', async () => {
    const folder = scratch()
    const scene = await paintScene(folder, portrait, 45)
    const out = join(folder, 'out.mp4')
    const seen: number[] = []
    const options = { encoder: 'x264', threads: 2, onFrames: (done: number) => seen.push(done) } as const
    expect(await createPlainEncoder(ffmpeg).encode(scene, out, options, never)).toEqual({
      ok: true,
      value: { encoder: 'x264' },
    })
    const first = frameAt(ffmpeg.path, out, 0, portrait)
    const last = frameAt(ffmpeg.path, out, 44, portrait)
    const near = (colour: number[], wanted: number[]) =>
      expect(Math.max(...colour.map((value, i) => Math.abs(value - wanted[i]!))), `${colour}`).toBeLessThan(8)
    near(first(100, 300), [0x20, 0x30, 0x60])
    near(first(980, 300), [0xa0, 0x40, 0x20])
    const { x, y, width, height } = scene.waveform!.rect
    const inBar = Math.round(x + width / 32)
    near(first(inBar, y + height / 2), [255, 255, 255])
    near(first(inBar, y + 20), [0x20, 0x30, 0x60])
    near(last(inBar, y + 20), [255, 255, 255])
    expect(seen.at(-1)).toBe(45)
  })

  test.each([undefined, 'zoom-in'] as const)(
    'a background that changes does so at its frame, with motion %s',
    async (motion) => {
      const folder = scratch()
      const { background, width, height, frameCount } = await paintScene(folder, portrait, 60)
      const paint = async (name: string, colour: string) => {
        const file = join(folder, name)
        await sharp({ create: { ...portrait, channels: 3, background: colour } })
          .png()
          .toFile(file)
        return file
      }
      const changes = [
        { frame: 20, background: await paint('green.png', '#00a000') },
        { frame: 41, background: await paint('white.png', '#ffffff') },
      ]
      const out = join(folder, 'out.mp4')
      const scene = { background, width, height, frameCount, changes, ...(motion && { motion }) }
      expect(await createPlainEncoder(ffmpeg).encode(scene, out, { encoder: 'x264', threads: 2 }, never)).toMatchObject(
        {
          ok: true,
        },
      )
      const at = (frame: number) => frameAt(ffmpeg.path, out, frame, portrait)(100, 300)
      const isGreen = ([red = 0, green = 0]: number[]) => green > 130 && red < 40
      expect([0, 19, 20, 40, 41, 59].map((frame) => isGreen(at(frame)))).toEqual([
        false,
        false,
        true,
        true,
        false,
        false,
      ])
      expect(Math.min(...at(41))).toBeGreaterThan(240)
    },
  )

  test('a muxed file tells the truth about itself', async () => {
    const folder = scratch()
    const scene = await paintScene(folder, { width: 640, height: 360 }, 60)
    const video = join(folder, 'video.mp4')
    await createPlainEncoder(ffmpeg).encode(scene, video, { encoder: 'x264', threads: 2 }, never)
    const sound = join(folder, 'sound.m4a')
    const tone = ['-f', 'lavfi', '-i', 'sine=440:r=44100:d=2', '-ac', '2', '-c:a', 'aac', '-f', 'mp4', sound]
    execFileSync(ffmpeg.path, ['-v', 'error', ...tone])
    const files = createMediaFiles(ffmpeg)
    const out = join(folder, 'out.mp4')
    const title = 'Prices = up; "3%" # and more'
    const text = `Line one\nLine two \\ ${'long '.repeat(40_000)}end`
    expect(await files.mux({ video, sound, out, title, text }, never)).toMatchObject({ ok: true })
    const facts = await files.probe(out)
    expect(facts).toMatchObject({
      ok: true,
      value: { video: { width: 640, height: 360, frameCount: 60, frameRate: 30 } },
    })
    expect(facts.ok && Math.abs(facts.value.duration - 2)).toBeLessThan(1 / 30)
    const printed = describeFile(ffmpeg.path, out)
    expect(printed).toContain(`title           : ${title}`)
    expect(printed).toContain('description     : Line one')
    expect(printed).toMatch(/Line two \\ long/)
    expect(readdirSync(folder)).not.toContain('out.mp4.metadata.txt')
  })

  test('cancelling stops ffmpeg within the frame and leaves no file', async () => {
    const folder = scratch()
    const scene = await paintScene(folder, portrait, 3000)
    const out = join(folder, 'out.mp4')
    const controller = new AbortController()
    const running = createPlainEncoder(ffmpeg).encode(scene, out, { encoder: 'x264', threads: 2 }, controller.signal)
    setTimeout(() => controller.abort(), 800)
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(existsSync(out)).toBe(false)
  })

  test('a background that is gone is an error in words', async () => {
    const folder = scratch()
    const scene = { ...(await paintScene(folder, portrait, 30)), background: join(folder, 'gone.png') }
    const out = join(folder, 'out.mp4')
    const result = await createPlainEncoder(ffmpeg).encode(scene, out, { encoder: 'x264', threads: 2 }, never)
    expect(result).toMatchObject({ ok: false, error: { code: 'FFMPEG_FAILED' } })
    expect(!result.ok && englishSentence(result.error)).toContain('No such file or directory')
  })

  test('a file that is not whole is noticed', async () => {
    const probed = await createMediaFiles(ffmpeg).probe(import.meta.filename)
    expect(probed).toMatchObject({ ok: false, error: { code: 'FFMPEG_FAILED' } })
  })
})
