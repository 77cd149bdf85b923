import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createSoundMaster } from '#engines/ffmpeg/sound/masterSound.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { speakSegment } from '#pipeline/speakSegment.ts'
import type { Format } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { GuideVoice } from '#shared/speech/engines.ts'
import { encodePcm16, parseWav, wavHeader } from '#shared/wav.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { loudnessOf } from '#tests/probes.ts'

const rate = 24_000
const never = new AbortController().signal
const speech = createBuiltinSpeech()
afterAll(() => speech.close())

/** Sound with the ups and downs of speech: syllables of noise and tone, four a second, and a pause every two seconds. */
function babble(seconds: number, level: number): Float32Array {
  let seed = 1
  const noise = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 1_073_741_823 - 1
  }
  return Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => {
    const time = i / rate
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * time)) ** 2 * (time % 2 < 1.6 ? 1 : 0)
    return level * syllable * (0.8 * Math.sin(2 * Math.PI * 140 * time) ** 5 + 0.2 * noise())
  })
}

function narrate(folder: string, sound: Float32Array): string {
  const path = join(folder, 'narration.wav')
  writeFileSync(path, Buffer.concat([wavHeader(rate, sound.length), encodePcm16(sound)]))
  return path
}

describe.each(await ffmpegs())('with %s', (_, ffmpeg) => {
  const master = createSoundMaster(ffmpeg)

  test.each<[string, Format, Float32Array]>([
    ['speech for a video', 'mp4', babble(8, 0.5)],
    ['speech for an MP3', 'mp3', babble(8, 0.5)],
    ['speech for a WAV', 'wav', babble(8, 0.5)],
    ['a whisper', 'mp4', babble(6, 0.003)],
    ['a clipped shout', 'mp4', babble(6, 3)],
    ['one short word', 'wav', babble(0.9, 0.4)],
  ])('%s reaches -14 LUFS and stays under -1 dBTP', async (_name, format, sound) => {
    const folder = scratch()
    const out = join(folder, `out.${format}`)
    const samples = Math.ceil((sound.length / rate) * 30) * 1470
    const result = await master.master({ narration: narrate(folder, sound), out, format, samples }, never)
    expect(result).toMatchObject({ ok: true })
    const { integrated, truePeak } = loudnessOf(ffmpeg.path, out)
    expect(Math.abs(integrated + 14), `${integrated} LUFS`).toBeLessThanOrEqual(0.5)
    expect(truePeak).toBeLessThanOrEqual(-1)
    expect(readdirSync(folder).sort()).toEqual(['narration.wav', `out.${format}`])
  })

  test.each<[Format, GuideVoice, string, number]>([
    ['wav', 'onyx', 'A', 1],
    ['mp3', 'onyx', 'A', 1],
    ['mp4', 'onyx', 'A', 1],
    ['wav', 'echo', 'Hi.', 4],
    ['wav', 'fable', 'Hi.', 4],
  ])('a clip of one word gets there too: %s, %s saying “%s” at speed %d', async (...said) => {
    const [format, voice, text, speed] = said
    const folder = scratch()
    const spoken = { as: { voice, speed }, engine: speech, cacheFolder: scratch(), workFolder: folder }
    const narration = await speakSegment({ index: 1, text }, spoken, never)
    if (!narration.ok) throw new Error(englishSentence(narration.error))
    const { wav, duration } = narration.value
    const out = join(folder, `out.${format}`)
    const samples = Math.ceil(duration * 30) * 1470
    expect(await master.master({ narration: wav, out, format, samples }, never)).toMatchObject({ ok: true })
    const { integrated, truePeak } = loudnessOf(ffmpeg.path, out)
    expect(Math.abs(integrated + 14), `${integrated} LUFS`).toBeLessThanOrEqual(0.5)
    expect(truePeak).toBeLessThanOrEqual(-1)
  })

  test('a click too short for the meter’s gate is brought near -14 LUFS as a loop of itself, and silence stays silence', async () => {
    const folder = scratch()
    const out = join(folder, 'out.wav')
    const click = babble(0.2, 0.1)
    const narration = narrate(folder, click)
    const short = await master.master({ narration, out, format: 'wav', samples: 6 * 1470 }, never)
    expect(short.ok && short.value.integrated).toBeCloseTo(-14, 0)

    const silence = narrate(folder, new Float32Array(rate))
    const silent = await master.master({ narration: silence, out, format: 'wav', samples: 30 * 1470 }, never)
    expect(silent.ok && silent.value.truePeak).toBe(Number.NEGATIVE_INFINITY)
  })

  test('the result is exactly as long as asked, and nothing moves in time', async () => {
    const folder = scratch()
    const sound = new Float32Array(rate * 2)
    sound.fill(0.5, rate, rate + 240)
    const out = join(folder, 'out.wav')
    await master.master({ narration: narrate(folder, sound), out, format: 'wav', samples: 70 * 1470 }, never)
    const wav = parseWav(readFileSync(out))
    if ('code' in wav) throw new Error(sayPhrase(wav))
    expect(wav.sampleRate).toBe(44_100)
    expect(wav.samples.length).toBe(70 * 1470)
    const loudest = Math.max(...wav.samples)
    const onset = wav.samples.findIndex((sample) => sample > loudest / 2)
    expect(Math.abs(onset - 44_100)).toBeLessThan(44)
  })

  test('music lies under the voice: softer while there are words, gone at the end', async () => {
    const folder = scratch()
    const sound = Float32Array.from([...babble(4, 0.5), ...new Float32Array(rate * 4)])
    const tone = Float32Array.from({ length: rate }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 3000 * i) / rate))
    const file = join(folder, 'music.wav')
    writeFileSync(file, Buffer.concat([wavHeader(rate, tone.length), encodePcm16(tone)]))
    const out = join(folder, 'out.wav')
    const music = { file, volume: -10, ducking: 12, speech: [[0.1, 3.8]] as const }
    const samples = 240 * 1470
    const result = await master.master({ narration: narrate(folder, sound), out, format: 'wav', samples, music }, never)
    expect(result).toMatchObject({ ok: true })
    const wav = parseWav(readFileSync(out))
    if ('code' in wav) throw new Error(sayPhrase(wav))
    const during = toneLevel(wav.samples, 1.7, 0.2)
    const after = toneLevel(wav.samples, 5.5, 0.2)
    expect(20 * Math.log10(after / during)).toBeGreaterThan(10)
    expect(20 * Math.log10(after / during)).toBeLessThan(14)
    expect(toneLevel(wav.samples, 7.9, 0.1)).toBeLessThan(after / 10)
    expect(Math.abs(loudnessOf(ffmpeg.path, out).integrated + 14)).toBeLessThanOrEqual(0.5)
  })

  test('music that names other files opens none of them, whatever is in it and however it is called', async () => {
    const folder = scratch()
    const diary = join(folder, 'diary.mp3')
    const tone = ['-f', 'lavfi', '-i', 'sine=3000:d=2', '-c:a', 'libmp3lame', diary]
    execFileSync(ffmpeg.path, ['-v', 'error', ...tone])
    const narration = narrate(folder, babble(2, 0.5))
    const playlist = `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:2,\nfile://${diary}\n#EXT-X-ENDLIST\n`
    // Told by its bytes; and where they say a sound file, nothing but that is read.
    const songs = [
      playlist,
      'ffconcat version 1.0\nfile diary.mp3\n',
      `ID3${playlist}`,
      `OggS${playlist}`,
      `RIFF....WAVE${playlist}`,
    ]
    for (const content of songs) {
      const file = join(folder, 'song.mp3')
      writeFileSync(file, content)
      const music = { file, volume: -10, ducking: 12, speech: [[0.1, 1.8]] as const }
      const out = join(folder, 'out.wav')
      const mixed = await master.master({ narration, out, format: 'wav', samples: 60 * 1470, music }, never)
      expect([content, mixed.ok]).toEqual([content, false])
      expect(existsSync(out)).toBe(false)
    }
  })

  test('cancelling stops ffmpeg and leaves no file', async () => {
    const folder = scratch()
    const controller = new AbortController()
    const narration = narrate(folder, babble(120, 0.5))
    const out = join(folder, 'out.mp4')
    const running = master.master({ narration, out, format: 'mp4', samples: 3600 * 1470 }, controller.signal)
    setTimeout(() => controller.abort(), 300)
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(readdirSync(folder)).toEqual(['narration.wav'])
  })
})

/** Strength of the 3 kHz tone in a stretch of sound (Goertzel): what the music contributes, whatever else is heard. */
function toneLevel(samples: Float32Array, start: number, seconds: number): number {
  const from = Math.round(start * 44_100)
  const window = samples.subarray(from, from + Math.round(seconds * 44_100))
  const step = (2 * Math.PI * 3000) / 44_100
  let real = 0
  let imaginary = 0
  for (const [i, sample] of window.entries()) {
    real += sample * Math.cos(step * i)
    imaginary += sample * Math.sin(step * i)
  }
  return Math.hypot(real, imaginary) / window.length
}
