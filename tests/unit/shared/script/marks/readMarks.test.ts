import { expect, test } from 'vitest'
import { type Markup, parseScript } from '#shared/script/parseScript.ts'

const only = (script: string, markup?: Markup) => parseScript(script, markup).segments[0]!
const silences = (script: string) =>
  only(script).marks?.map((mark) => (mark.kind === 'silence' ? [mark.at, mark.seconds] : mark)) ?? []

test.each([
  ['[pause 1s]', 1],
  ['[Pause: 500ms]', 0.5],
  ['[pause=2]', 2],
  ['[pause 1.5 seconds]', 1.5],
  ['[pause 0,5s]', 0.5],
  ['[pause 1 sec.]', 1],
  ['[pause for 2 seconds]', 2],
  ['[2 second pause]', 2],
  ['[pause:750]', 0.75],
  ['[pause 1s', undefined],
  ['[pause]', 0.7],
  ['(pause)', 0.7],
  ['<pause>', 0.7],
  ['<pause 1s/>', 1],
  ['*pause*', 0.7],
  ['{pause 2s}', 2],
  ['(pause 2s)', 2],
  ['[short pause]', 0.35],
  ['[LONG PAUSE]', 1.5],
  ['[beat]', 0.7],
  ['(beat)', 0.7],
  ['[break 1s]', 1],
  ['[silence 2s]', 2],
  ['<break time="1s"/>', 1],
  ["<break time='500ms' />", 0.5],
  ['<BREAK time=“2s”>', 2],
  ['<break strength="strong"/>', 1],
  ['<break/>', 0.7],
  ['&lt;break time=&quot;1s&quot;/&gt;', 1],
  ['**[pause 1s]**', 1],
  ['— PAUSE 2s —', 2],
  ['— pause (2 seconds) —', 2],
  ['- pause: 500ms -', 0.5],
  ['... pause ...', 0.7],
  ['…pause…', 0.7],
  ['[Pause for effect]', 0.7],
  ['(pause for dramatic effect)', 0.7],
  ['[pause here]', 0.7],
  ['(long pause for effect)', 1.5],
  ['[pausa]', 0.7],
  ['(pausa 2 segundos)', 2],
  ['[пауза 1s]', 1],
  ['[停顿]', 0.7],
  ['（停顿）', 0.7],
  ['#pause#', 0.7],
  ['{{pause 1s}}', 1],
  ['[[pause 2s]]', 2],
  ['<#0.5#>', 0.5],
  ['[[slnc 500]]', 0.5],
])('a silence: %s', (mark, seconds) => {
  if (seconds === undefined) expect(only(`One ${mark} two.`).marks).toBeUndefined()
  else
    expect(only(`One ${mark} two.`)).toEqual({
      index: 1,
      text: 'One two.',
      marks: [{ kind: 'silence', at: 1, seconds }],
    })
})

test('a silence stands where it is written, adds up with one beside it and lasts 10 s at most', () => {
  expect(silences('[pause 1s] One[pause 2s], two [pause 1s] [pause: 500ms] three. [long pause]')).toEqual([
    [0, 1],
    [1, 2],
    [2, 1.5],
    [3, 1.5],
  ])
  expect(only('One[pause 2s], two [pause], three').text).toBe('One, two, three')
  expect(silences('One [pause 6s][pause 6s] two')).toEqual([[1, 10]])
  expect(parseScript('One [pause 1 min] two').notes).toEqual([
    { code: 'SILENCE_SHORTENED', facts: { text: '[pause 1 min]', limit: 10 } },
  ])
})

test('with a length it is a silence on a line of its own too', () => {
  expect(only('One.\n[pause 1s]\nTwo.')).toMatchObject({ text: 'One.\n\nTwo.', marks: [{ at: 1, seconds: 1 }] })
})

test.each(['[pause -3s]', '[pause: soon]', '[pause 1 lightyear]', '<break time="soon"/>'])('told: %s', (mark) => {
  const { segments, notes } = parseScript(`One ${mark} two.`)
  expect(segments[0]!.text).toBe('One two.')
  expect(notes).toEqual([{ code: 'SILENCE_LEFT_OUT', facts: { text: mark } }])
})

test.each(['He may (pause the video) here.', 'She took a break (2 weeks).', 'Press [pause the player] now.'])(
  'no silence: %s',
  (script) => {
    expect(only(script)).toEqual({ index: 1, text: script })
  },
)

test('from here on: a voice, a speed, a background, and back to the job’s own', () => {
  expect(
    only(
      '[voice: onyx] One [Speed: 1,1] two [background: my beach.jpg] three [voice] four [speed: default] five [background:].',
    ),
  ).toEqual({
    index: 1,
    text: 'One two three four five.',
    marks: [
      { kind: 'voice', voice: 'onyx', at: 0 },
      { kind: 'speed', speed: 1.1, at: 1 },
      { kind: 'background', background: 'my beach.jpg', at: 2 },
      { kind: 'voice', at: 3 },
      { kind: 'speed', at: 4 },
      { kind: 'background', at: 5 },
    ],
  })
})

test('a speed that no voice has is left out and told', () => {
  expect(parseScript('[speed: 9] One.')).toEqual({
    segments: [{ index: 1, text: 'One.' }],
    notes: [{ code: 'SPEED_LEFT_OUT', facts: { text: '[speed: 9]', min: 0.25, max: 4 } }],
  })
})

test('a part’s name and look', () => {
  expect(
    parseScript('[title: Part [1] \\*of\\* 2]\n[look: cobalt]\nOne.\n— pause —\nTwo. [title: Late]').segments,
  ).toEqual([
    { index: 1, text: 'One.', title: 'Part [1] *of* 2', look: 'cobalt' },
    { index: 2, text: 'Two.', title: 'Late' },
  ])
})

test('how words are said', () => {
  expect(only('Ask [Nguyen](say: win)’s wife, [Saoirse Ronan](say: "seer-sha ronan").')).toEqual({
    index: 1,
    text: 'Ask Nguyen’s wife, Saoirse Ronan.',
    marks: [
      { kind: 'say', at: 1, to: 2, as: 'win’s' },
      { kind: 'say', at: 3, to: 5, as: 'seer-sha ronan' },
    ],
  })
})

test('a backslash takes a mark literally, with markup and without', () => {
  for (const markup of ['light', 'none'] as const) {
    expect(only('A \\[pause] b \\— pause — c \\[voice: x] \\<break/> C:\\Users AC\\DC', markup)).toEqual({
      index: 1,
      text: 'A [pause] b — pause — c [voice: x] <break/> C:\\Users AC\\DC',
    })
  }
})

test('without markup marks count and nothing else does', () => {
  expect(only('*A* **b** [c](d) &amp; # e [pause 1s] [voice: onyx] NARRATOR: f \\* [x](say: y)', 'none')).toEqual({
    index: 1,
    text: '*A* **b** [c](d) &amp; # e NARRATOR: f \\* x',
    marks: [
      { kind: 'silence', at: 6, seconds: 1 },
      { kind: 'voice', at: 6, voice: 'onyx' },
      { kind: 'say', at: 9, to: 10, as: 'y' },
    ],
  })
})
