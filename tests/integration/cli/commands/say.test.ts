import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

/** Runs `pausecut say` on a script in a file or, for `-`, on standard input. */
async function say(script: string, ...args: string[]) {
  const folder = scratch()
  writeFileSync(join(folder, 'talk.txt'), script)
  const source = args.includes('-') ? [] : ['talk.txt']
  return runCli(['say', ...source, ...args], {
    cwd: folder,
    input: script,
    env: { PAUSECUT_HOME: join(folder, 'home') },
  })
}

test('prints the spoken form: a paragraph on a line, an empty line between two parts', async () => {
  const script = 'It costs $5.\n\nAt 5\np.m.\n— pause —\nDr. No & 3 km'
  const { code, stdout, stderr } = await say(script)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe('it costs five dollars\nat five p m\n\ndoctor no and three kilometers\n')
  expect((await say(script, '-')).stdout).toBe(stdout)
})

test('with --lines every line is read by itself, on a line of its own', async () => {
  const { stdout } = await say('The 2\n\nkg bag\n— pause —\n2.3 kg\n', '--lines')
  expect(stdout).toBe('the two\n\nkilograms bag\npause\ntwo point three kilograms\n')
})

test('the language is found, or told', async () => {
  expect((await say('Das ist der Preis und er ist 2,5 €.')).stdout).toBe(
    'das ist der preis und er ist zwei euro fünfzig cent\n',
  )
  expect((await say('2,5 €', '--language', 'es')).stdout).toBe('dos euros cincuenta céntimos\n')
  const wrong = await say('2,5 €', '--language', 'xx')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toMatch(/^Error: .*'xx'; use one of en, de, es, fr, it, pt.*\n$/)
})

test('with --json the classes come along', async () => {
  const { stdout } = await say('In 1999\nfor $5', '--json', '--lines')
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      line: 1,
      language: 'en',
      words: [
        { written: 'In', spoken: [{ word: 'in', class: 'plain' }] },
        { written: '1999', spoken: ['nineteen', 'ninety', 'nine'].map((word) => ({ word, class: 'date' })) },
      ],
    },
    {
      line: 2,
      language: 'en',
      words: [
        { written: 'for', spoken: [{ word: 'for', class: 'plain' }] },
        { written: '$5', spoken: ['five', 'dollars'].map((word) => ({ word, class: 'money' })) },
      ],
    },
  ])
})

test('a script that is not there is said in a sentence', async () => {
  const { code, stderr } = await runCli(['say', 'no.txt'], { cwd: scratch() })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Error: .*\n$/)
})

test('words of a list are said as it says, in parts and in lines; the written ones are named', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'list.csv'), 'written,said\nNguyen,win\n"New York, NY",gotham city\nSQL,sequel\n')
  const list = join(folder, 'list.csv')
  const script = 'Meet Nguyen’s SQL.\nIn New York, NY!'
  expect((await say(script, '--say', list)).stdout).toBe("meet win's sequel in gotham city\n")
  expect((await say(script, '--say', list, '--lines')).stdout).toBe("meet win's sequel\nin gotham city\n")
  const { words } = JSON.parse((await say('In New York, NY!', '--say', list, '--json')).stdout)
  expect(words.map(({ written }: { written: string }) => written)).toEqual(['In', 'New York, NY!'])

  writeFileSync(list, 'Nguyen,win\n\nalone\n')
  const wrong = await say(script, '--say', list)
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toMatch(/^Error: .*list\.csv can not be used as a pronunciation list \(line 3 is not .*\n$/)
})
