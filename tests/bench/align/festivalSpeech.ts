import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sayPhrase } from '#shared/phrases.ts'
import { parseWav } from '#shared/wav.ts'
import type { Trial } from './measureAligner.ts'

/** Whether Festival is here; `npm run bench` says so where it is not. */
export const hasFestival = (): boolean => spawnSync('festival', ['--version']).status === 0

/**
 * Has Festival read passages (ASCII only), and asks it when each word begins: its own segments are the truth. Its voices
 * are made in other ways than espeak-ng's: ked from recorded diphones, slt by a hidden Markov model.
 * @param voice as in `(voice_ked_diphone)`: Debian's festvox-kdlpc16k, festvox-us-slt-hts
 */
export function festivalTrials(passages: readonly string[], voice: string): Trial[] {
  const folder = mkdtempSync(join(tmpdir(), 'pausecut-festival-'))
  const wav = (i: number) => join(folder, `${i}.wav`)
  try {
    const script = join(folder, 'speak.scm')
    writeFileSync(script, [`(voice_${voice})`, sayTokens, ...passages.map((text, i) => say(text, wav(i)))].join('\n'))
    const run = spawnSync('festival', ['-b', script], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    const spoken = run.stdout.split('END\n').slice(0, -1)
    if (run.status !== 0 || spoken.length !== passages.length)
      throw new Error(`MISSING: festival with the voice ${voice}. ${run.stderr}`)
    return passages.map((text, i) => {
      const words = text.split(/\s+/)
      const tokens = spoken[i]!.trimEnd().split('\n')
      if (tokens.length !== words.length) throw new Error(`Festival cuts '${text}' into other words`)
      const sound = parseWav(readFileSync(wav(i)))
      if ('code' in sound) throw new Error(sayPhrase(sound))
      return { words, sound, starts: tokens.map((start) => (start === '-' ? null : Number(start))) }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints the start of each token's first word; `-` where it is said with another token (`$5 million`). */
const sayTokens = `(define (print_starts token)
  (if token
      (let ((word (item.daughter1 token)))
        (if word (format t "%s\\n" (item.feat word "word_start")) (format t "-\\n"))
        (print_starts (item.next token)))
      (format t "END\\n")))`

const say = (text: string, wav: string): string =>
  `(set! utt (utt.synth (Utterance Text ${JSON.stringify(text)})))
(utt.save.wave utt ${JSON.stringify(wav)})
(print_starts (utt.relation.first utt 'Token))`
