import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { chooseHardware } from '#engines/ffmpeg/plain/chooseHardware.ts'
import { createHardwareEncoder } from '#engines/ffmpeg/plain/hardwareEncoder.ts'
import { hardwareCoders, type VideoCoder } from '#engines/ffmpeg/plain/videoCoders.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import type { EncodeOptions } from '#ports/VideoEncoder.ts'
import { type Hardware, hardwareFfmpeg } from '#tests/fakes/media/hardwareFfmpeg.ts'
import { paintScene } from '#tests/fakes/media/paintScene.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { packetsOf } from '#tests/probes.ts'

// No machine of the project has such hardware: a stand-in for ffmpeg pretends.

const never = new AbortController().signal
const size = { width: 320, height: 560 }
/** Milliseconds: more than a busy machine needs, and less than the slow stand-in waits. */
const linux = { platform: 'linux', limit: 15_000 } as const
const auto: EncodeOptions = { encoder: 'auto', threads: 1 }

/** A stand-in for an ffmpeg, with the calls that it got. */
function pretendBy(real: Ffmpeg, hardware: Hardware) {
  const folder = scratch()
  const calls = join(folder, 'calls.txt')
  const ffmpeg = hardwareFfmpeg(real, folder, hardware, calls)
  const called = () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [])
  return { folder, ffmpeg: { ...ffmpeg, encoders: new Set(['libx264', 'h264_nvenc']) }, called }
}

const all = await ffmpegs()

describe.each(all)('with %s', (_, real) => {
  const pretend = (hardware: Hardware) => pretendBy(real, hardware)

  test('takes hardware that is faster and writes what is asked', async () => {
    const { ffmpeg, called } = pretend('good')
    expect(await chooseHardware(ffmpeg, size, 1, never, linux)).toMatchObject({ name: 'h264_nvenc' })
    expect(called()).toEqual(['h264_nvenc trial', 'libx264 trial'])
  })

  test('hardware that fails in the middle is left, the file is made anew and says why', async () => {
    const { folder, ffmpeg, called } = pretend('fails in the middle')
    const encoder = createHardwareEncoder(ffmpeg, async () => nvenc(ffmpeg))
    const scene = await paintScene(folder, size, 12)
    const out = join(folder, 'out.mp4')
    expect(await encoder.encode(scene, out, auto, never)).toEqual({ ok: true, value: { encoder: 'x264' } })
    const second = await encoder.encode(scene, out, auto, never)
    expect(second).toMatchObject({ ok: true, value: { encoder: 'x264' } })
    expect(second.ok && second.value.fallback).toMatch(/^h264_nvenc failed: .*device lost/)
    expect(packetsOf(real.path, out, 'v')).toHaveLength(12)
    expect(await encoder.encode(scene, out, auto, never)).toEqual({ ok: true, value: { encoder: 'x264' } })
    expect(called().filter((line) => line.startsWith('h264_nvenc'))).toEqual(['h264_nvenc scene'])
  })

  test('once a trial has found hardware, the next scene is encoded in it, unless x264 is asked for', async () => {
    const { folder, ffmpeg, called } = pretend('good')
    const encoder = createHardwareEncoder(ffmpeg, async () => nvenc(ffmpeg))
    const scene = { ...(await paintScene(folder, size, 12)), motion: 'zoom-in' as const }
    const out = join(folder, 'out.mp4')
    expect(await encoder.encode(scene, out, auto, never)).toMatchObject({ value: { encoder: 'x264' } })
    expect(await encoder.encode(scene, out, auto, never)).toEqual({ ok: true, value: { encoder: 'h264_nvenc' } })
    expect(packetsOf(real.path, out, 'v').filter(({ key }) => key)).toHaveLength(1)
    const plain = { ...auto, encoder: 'x264' as const }
    expect(await encoder.encode(scene, out, plain, never)).toEqual({ ok: true, value: { encoder: 'x264' } })
    expect(called()).toEqual(['libx264 scene', 'h264_nvenc scene', 'libx264 scene'])
  })

  test('x264 by name never touches hardware, and neither does a scene that stands still', async () => {
    const { folder, ffmpeg, called } = pretend('good')
    const still = await paintScene(folder, size, 12)
    const moving = { ...still, motion: 'pan-left' as const }
    const encoder = createVideoEncoder(ffmpeg)
    await encoder.encode(moving, join(folder, 'moving.mp4'), { encoder: 'x264', threads: 1 }, never)
    expect(await encoder.encode(still, join(folder, 'still.mp4'), auto, never)).toMatchObject({
      value: { encoder: 'x264 strip graft' },
    })
    expect(called().filter((line) => !line.startsWith('libx264'))).toEqual([])
  })
})

// What a trial decides does not depend on whose ffmpeg it is.
describe('with one of them', () => {
  const [, own] = all[0]!
  const pretend = (hardware: Hardware) => pretendBy(own, hardware)

  test.each(['absent', 'wrong profile', 'reordered'] as const)(
    'leaves hardware that is %s, without asking x264',
    async (hardware) => {
      const { ffmpeg, called } = pretend(hardware)
      expect(await chooseHardware(ffmpeg, size, 1, never, linux)).toBeUndefined()
      expect(called()).toEqual(['h264_nvenc trial'])
    },
  )

  test('hardware that does not answer is left when its time is over', async () => {
    const { ffmpeg, called } = pretend('slow')
    expect(await chooseHardware(ffmpeg, size, 1, never, { ...linux, limit: 2000 })).toBeUndefined()
    expect(called()).toEqual(['h264_nvenc trial'])
  })

  test('leaves hardware that is slower than x264', async () => {
    const { ffmpeg, called } = pretend('slower than x264')
    expect(await chooseHardware(ffmpeg, size, 1, never, linux)).toBeUndefined()
    expect(called()).toEqual(['h264_nvenc trial', 'libx264 trial'])
  })

  test('leaves hardware whose frames are poor', async () => {
    const { ffmpeg, called } = pretend('poor')
    expect(await chooseHardware(ffmpeg, size, 1, never, linux)).toBeUndefined()
    expect(called()).toEqual(['h264_nvenc trial', 'libx264 trial'])
  })

  test('the first scene waits for no trial: it is broken off, and the next scene begins it anew', async () => {
    const { folder, ffmpeg } = pretend('good')
    let trials = 0
    const encoder = createHardwareEncoder(ffmpeg, async (_ffmpeg, _size, _threads, signal) => {
      trials += 1
      await once(signal, 'abort')
      return undefined
    })
    const scene = await paintScene(folder, size, 12)
    for (const count of [1, 2]) {
      expect(await encoder.encode(scene, join(folder, 'out.mp4'), auto, never)).toMatchObject({ ok: true })
      expect(trials).toBe(count)
    }
  })

  test('a cancelled encode leaves no trial: neither its folder nor its process', async () => {
    const { folder, ffmpeg, called } = pretend('slow')
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    const controller = new AbortController()
    const encoder = createHardwareEncoder(ffmpeg, (found, size, threads, signal) =>
      chooseHardware(found, size, threads, signal, { platform: 'linux', limit: 60_000 }),
    )
    const scene = { ...(await paintScene(folder, size, 3000)), motion: 'zoom-in' as const }
    const encode = encoder.encode(scene, join(folder, 'out.mp4'), auto, controller.signal)
    await expect.poll(called, { timeout: 20_000 }).toContain('h264_nvenc trial')
    expect(readdirSync(temporary)).toHaveLength(1)
    controller.abort()
    expect(await encode).toMatchObject({ error: { code: 'CANCELLED' } })
    expect(readdirSync(temporary)).toEqual([])
    expect(execFileSync('ps', ['-eo', 'args']).toString()).not.toContain(temporary)
  })
})

const nvenc = ({ encoders }: Ffmpeg): VideoCoder | undefined => hardwareCoders('linux', encoders)[0]
