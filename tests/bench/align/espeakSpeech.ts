import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { decodeSamples, type MonoSound } from '#shared/wav.ts'

export interface EspeakJob {
  /** As in `espeak-ng --voices`, with a variant: `en-us+f3`. */
  readonly voice: string
  /** Words a minute. */
  readonly wpm: number
  /** 0 to 99. */
  readonly pitch: number
  /** What is said, one entry for each word of the script: usually the word itself, else how it is read. */
  readonly said: readonly string[]
}

export interface EspeakSpeech {
  readonly sound: MonoSound
  /** Seconds at which each word of the script begins; null for one that espeak-ng runs together with the one before. */
  readonly starts: readonly (number | null)[]
}

const Line = z.object({ rate: z.number(), words: z.array(z.tuple([z.number(), z.number()])) })

/** Has libespeak-ng speak, and asks it when each word begins. Throws in words when python3 or the library is missing. */
export function espeakSpeech(jobs: readonly EspeakJob[]): EspeakSpeech[] {
  const folder = mkdtempSync(join(tmpdir(), 'pausecut-espeak-'))
  const raw = (i: number) => join(folder, `${i}.raw`)
  try {
    const lines = jobs.map(({ voice, wpm, pitch, said }, i) =>
      JSON.stringify({ voice, wpm, pitch, text: said.join(' '), raw: raw(i) }),
    )
    const script = join(import.meta.dirname, 'espeakWords.py')
    const run = spawnSync('python3', [script], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 })
    if (run.status !== 0)
      throw new Error(
        `MISSING: python3 with libespeak-ng.so.1 (on Debian: apt-get install python3 espeak-ng). ${run.error?.message ?? run.stderr}`,
      )
    const answers = run.stdout.trim().split('\n')
    return jobs.map(({ said }, i) => {
      const { rate, words } = Line.parse(JSON.parse(answers[i]!))
      const samples = decodeSamples(readFileSync(raw(i)), { bits: 16, channels: 1, float: false })
      return { sound: { samples, sampleRate: rate }, starts: startsOf(said, words) }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** espeak-ng counts characters of the text, not UTF-16 units. */
function startsOf(said: readonly string[], events: readonly (readonly [character: number, seconds: number])[]) {
  let from = 0
  return said.map((words) => {
    const begin = from
    const end = begin + [...words].length
    from = end + 1
    return events.find(([character]) => character >= begin && character < end)?.[1] ?? null
  })
}
