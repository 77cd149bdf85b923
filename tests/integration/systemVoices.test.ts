import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { testWith } from '#tests/programs.ts'

const test = testWith('espeak-ng', 'ffmpeg')

/** A film of a script, by espeak-ng: the words that its captions time, and what the job said. */
async function film(script: string, flags: readonly string[] = []) {
  const home = scratch()
  const file = join(home, 'talk.txt')
  writeFileSync(file, script)
  const out = join(home, 'out')
  const run = await runCli(
    ['render', file, '--engine', 'system', '--out', out, '--subtitles', 'json', '--receipt', ...flags],
    { env: { PAUSECUT_HOME: home } },
  )
  return { ...run, out }
}

describe('a script becomes a film in a voice of this machine', () => {
  test.each([
    ['English', 'The market opened this morning with doubts, and then everything went up. -v is no option.'],
    [
      'German',
      'Der Wald ist im Herbst am schönsten, denn dann leuchten die Blätter. Am 3. Oktober waren es 12,5 Grad.',
    ],
    ['Spanish', 'El mercado abrió esta mañana con muchas dudas, pero al final del día todo había subido.'],
  ])('%s', async (language, script) => {
    const { code, stderr, stdout, out } = await film(script)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('does not speak') })
    // The aligner speaks the language and found the words where they are said: it is no other language's voice.
    expect(stdout + stderr).toContain('Word times aligned with the recording')
    const name = /(\S+\.mp4)/.exec(stdout + stderr)![1]!
    const facts = await createMediaFiles(unwrap(await locateFfmpeg())).probe(join(out, name))
    expect(facts).toMatchObject({ ok: true, value: { video: { width: 1080, height: 1920 } } })
    const { words } = JSON.parse(readFileSync(join(out, name.replace('.mp4', '.json')), 'utf8'))
    expect(
      words.map(({ text }: { text: string }) => text),
      language,
    ).toEqual(script.split(' '))
  })
})

test('a voice of a name of its own speaks; one that the machine lacks is refused before anything is made', async () => {
  const scots = await film('A wee word from Edinburgh.', [
    '--kind',
    'voiceover',
    '--format',
    'wav',
    '--voice',
    'en-gb-scotland',
  ])
  expect(scots).toMatchObject({ code: 0 })
  const nobody = await film('A word from nobody.', ['--kind', 'voiceover', '--format', 'wav', '--voice', 'tlh-xx'])
  expect(nobody.code).toBe(1)
  expect(nobody.stderr).toContain('Invalid voice')
})
