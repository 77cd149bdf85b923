import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sayPhrase } from '#shared/phrases.ts'
import { encodePcm16, type MonoSound, parseWav, wavHeader } from '#shared/wav.ts'
import type { EspeakSpeech } from './espeakSpeech.ts'

/** The same numbers every time, -1 to 1. */
function random(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Pink noise under the speech (Kellet's filter of white noise), so many dB below it. */
export function withNoise({ sound, starts }: EspeakSpeech, decibels: number): EspeakSpeech {
  const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616]
  const gains = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898]
  const state = poles.map(() => 0)
  const next = random()
  const noise = sound.samples.map(() => {
    const white = next()
    poles.forEach((pole, i) => {
      state[i] = pole * state[i]! + gains[i]! * white
    })
    return state.reduce((a, b) => a + b, 0.5362 * white)
  })
  const power = (samples: Float32Array) => samples.reduce((sum, x) => sum + x * x, 0)
  const gain = Math.sqrt(power(sound.samples) / power(noise) / 10 ** (decibels / 10))
  return { sound: { ...sound, samples: sound.samples.map((x, i) => x + gain * noise[i]!) }, starts }
}

/** A silence of so many seconds before a word in the middle. */
export function withPause({ sound, starts }: EspeakSpeech, seconds: number): EspeakSpeech {
  const { samples, sampleRate } = sound
  const middle = starts.slice(starts.length >> 1).find((start) => start !== null) ?? 0
  const [at, length] = [Math.round(middle * sampleRate), Math.round(seconds * sampleRate)]
  const longer = new Float32Array(samples.length + length)
  longer.set(samples.subarray(0, at))
  longer.set(samples.subarray(at), at + length)
  const move = (start: number) => (start < middle ? start : start + length / sampleRate)
  return {
    sound: { samples: longer, sampleRate },
    starts: starts.map((start) => (start === null ? null : move(start))),
  }
}

/** Pitch, formants and pace times `factor`, as when a tape runs at another speed. */
export const atSpeed = ({ sound, starts }: EspeakSpeech, factor: number): EspeakSpeech => ({
  sound: { samples: sound.samples, sampleRate: Math.round(sound.sampleRate * factor) },
  starts: starts.map((start) => (start === null ? null : start / factor)),
})

/** Through MP3 at 64 kb/s and back, by the system's ffmpeg. Throws in words when that is missing. */
export function throughMp3({ sound, starts }: EspeakSpeech): EspeakSpeech {
  const folder = mkdtempSync(join(tmpdir(), 'pausecut-mp3-'))
  const [wav, mp3, back] = ['in.wav', 'speech.mp3', 'out.wav'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  try {
    writeFileSync(wav, Buffer.concat([wavHeader(sound.sampleRate, sound.samples.length), encodePcm16(sound.samples)]))
    for (const args of [
      ['-i', wav, '-b:a', '64k', mp3],
      ['-i', mp3, back],
    ]) {
      const run = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], { encoding: 'utf8' })
      if (run.status !== 0) throw new Error(`MISSING: ffmpeg with libmp3lame. ${run.error?.message ?? run.stderr}`)
    }
    const decoded = parseWav(readFileSync(back))
    if ('code' in decoded) throw new Error(sayPhrase(decoded))
    return { sound: decoded satisfies MonoSound, starts }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
