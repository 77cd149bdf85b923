import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutUnits } from '#pipeline/captions/cues/cutUnits.ts'
import { type CueRules, groupCues } from '#pipeline/captions/cues/groupCues.ts'
import type { CaptionCue, CaptionWord, WordTiming } from '#shared/domain.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

const rules: CueRules = {
  ...{ idealWords: 3, maxWords: 4, maxLines: 2, maxWidth: 13, squeeze: 1.12, space: 1 },
  ...{ minSeconds: 0.7, maxSeconds: 3, overSentence: 6 },
  width: (unit) => [...unit.text].length,
}
const reading: CueRules = {
  ...rules,
  idealWords: 11,
  maxWords: 18,
  maxWidth: 42,
  squeeze: 1,
  minSeconds: 1.2,
  maxSeconds: 7,
  overSentence: 3,
}

const textOf = (cue: CaptionCue) =>
  cue.lines.map((line) => line.map((unit, at) => (unit.spaced && at > 0 ? ' ' : '') + unit.text).join(''))
const group = (text: string, with_ = rules) => {
  const words = timedWords(text)
  return groupCues(cutUnits(words), with_, words.at(-1)!.end + 0.25)
}
const shown = (text: string, with_?: CueRules) => group(text, with_).map((cue) => textOf(cue).join(' / '))

test('two to four words at a time, broken where one breathes', () => {
  expect(shown('Tech stocks are rallying, and Apple reported strong earnings.')).toEqual([
    'Tech stocks / are rallying,',
    'and Apple / reported',
    'strong / earnings.',
  ])
})

test('no article at a line’s end, numbers, currency and names stay whole', () => {
  const text =
    'Every night the harbour tells the same story in a different voice. In New York a share costs $ 120 or 3.5 million yen, says Dr. Smith.'
  const lines = group(text).flatMap(textOf)
  for (const line of lines) expect(line).not.toMatch(/\b(the|a|of|in|New|\$|3\.5|Dr\.)$/i)
})

test('sentences are read in one line or two of at most 42 letters', () => {
  expect(
    shown('The old man counts them from his window, and if the number is not right, then everyone waits.', reading),
  ).toEqual(['The old man counts them from his window,', 'and if the number is not right, / then everyone waits.'])
})

test('a pause ends a caption, and one that is gone long before the next does not stay', () => {
  const words = [...timedWords('one two'), ...timedWords('three four', 4)]
  const cues = groupCues(cutUnits(words), rules, 10)
  expect(cues.map((cue) => textOf(cue).join())).toEqual(['one two', 'three four'])
  expect(cues[0]!.end).toBeCloseTo(words[1]!.end + 0.4)
  expect(cues[1]!.end).toBeCloseTo(words[3]!.end + 0.4)
})

test('no caption spans half a second of silence, wherever it lies among samples', () => {
  for (const start of [0, 0.1, 0.30006, 1 / 3]) {
    const [one, two] = timedWords('one two') as [WordTiming, WordTiming]
    const words = [
      { ...one, end: start + 0.2, start },
      { ...two, start: start + 0.7, end: start + 0.9 },
    ]
    expect(groupCues(cutUnits(words), rules, 10)).toHaveLength(2)
    expect(groupCues(cutUnits([words[0]!, { ...words[1]!, start: start + 0.65 }]), rules, 10)).toHaveLength(1)
  }
})

test('between words that follow each other nothing flickers', () => {
  const cues = group('Tech stocks are rallying. Apple reported strong earnings today.')
  for (let at = 1; at < cues.length; at++) expect(cues[at - 1]!.end).toBe(cues[at]!.start)
})

test('a word that is wider than a line stands alone in it', () => {
  expect(shown('The Donaudampfschifffahrtsgesellschaft said no')).toContain('The / Donaudampfschifffahrtsgesellschaft')
})

test('Chinese is shown in phrases, none longer than two lines', () => {
  const wide: CueRules = { ...rules, width: (unit) => 2 * [...unit.text].length }
  const cues = group('欢迎收看今天的市场更新。科技股正在上涨，苹果公司公布了强劲的盈利。', wide)
  expect(cues.length).toBeGreaterThan(2)
  expect(cues.map((cue) => textOf(cue).join('')).join('')).toBe(
    '欢迎收看今天的市场更新。科技股正在上涨，苹果公司公布了强劲的盈利。',
  )
})

test('whatever the words: each is shown once, in order, in time, in at most two lines that fit', () => {
  const word = fc.oneof(
    fc.constantFrom('the', 'a', 'of', 'market', 'update.', 'rallying,', '—', '$', '3.5', 'million', 'New', 'York', 'I'),
    fc.string({ unit: fc.constantFrom('a', 'b', '.', '欢', '迎'), minLength: 1, maxLength: 20 }),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.constantFrom(rules, reading), (texts, with_) => {
      const units = cutUnits(timedWords(texts.join(' ')))
      const until = units.at(-1)!.end + 0.25
      const cues = groupCues(units, with_, until)
      expect(cues.flatMap((cue) => cue.lines.flat())).toEqual(units)
      let before = 0
      for (const cue of cues) {
        expect(cue.start).toBeGreaterThanOrEqual(before)
        expect(cue.end).toBeGreaterThanOrEqual(cue.lines.flat().at(-1)!.end)
        expect(cue.end).toBeLessThanOrEqual(until)
        before = cue.end
        for (const line of cue.lines)
          if (line.length > 1) expect(widthOf(line, with_)).toBeLessThanOrEqual(with_.maxWidth * with_.squeeze + 0.001)
      }
    }),
  )
})

const widthOf = (line: readonly CaptionWord[], { width, space }: CueRules) =>
  line.reduce((sum, unit, at) => sum + width(unit) + (at > 0 && unit.spaced ? space : 0), 0)

test('a sentence never shares a caption with one of the other direction', () => {
  const cues = group(
    'Hi. قال المعلم إن النجاح يحتاج إلى صبر. Tips! تابعنا غدا مع iPhone. 24! iPhone هو هاتف رائع. Bye',
    reading,
  )
  const runs: string[][] = []
  for (const { direction, lines } of cues) {
    const text = lines.flat().map((unit) => unit.text)
    if (runs.at(-1)?.[0] === direction) runs.at(-1)!.push(...text)
    else runs.push([direction, ...text])
  }
  expect(runs.map(([direction, ...text]) => [direction, text.join(' ')])).toEqual([
    ['ltr', 'Hi.'],
    ['rtl', 'قال المعلم إن النجاح يحتاج إلى صبر.'],
    ['ltr', 'Tips!'],
    ['rtl', 'تابعنا غدا مع iPhone. 24! iPhone هو هاتف رائع.'],
    ['ltr', 'Bye'],
  ])
})

test('the number of a Latin name stays with it in a sentence from right to left, and reads on where it can not', () => {
  const lines = (text: string, maxWidth: number) => group(text, { ...rules, maxWidth }).flatMap(textOf)
  expect(lines('قال ستيف إن iPhone 15 يكلف كثيرا', 13)).toContainEqual(expect.stringContaining('iPhone 15'))
  expect(lines('قال إن iPhone 15 يكلف', 7)).toContainEqual(expect.stringMatching(/^\u200e15/))
})

test('the figure of a list stands with what it counts', () => {
  expect(shown('1. Wake up early. 2. Then run.')[0]).toMatch(/^1\. Wake/)
})

test('whatever times words have, captions follow each other, and none is a flicker', () => {
  const step = fc.constantFrom(0, 0, 0, 0.001, 0.05, 0.3, 1.2)
  const timing = fc.record({ text: fc.constantFrom('one', 'Two.', 'לא', '好', 'six,'), gap: step, length: step })
  fc.assert(
    fc.property(
      fc.array(timing, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(rules, reading),
      (timings, with_) => {
        let at = 0
        const words = timings.map(({ text, gap, length }) => {
          const start = at + gap
          at = start + length
          return { text, start, end: at }
        })
        const until = at + 0.1 * words.length
        const cues = groupCues(cutUnits(words), with_, until)
        expect(cues.flatMap((cue) => cue.lines.flat()).map((unit) => unit.text)).toEqual(words.map(({ text }) => text))
        let before = 0
        for (const { start, end } of cues) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end - start).toBeGreaterThanOrEqual(0.08)
          before = end
        }
        expect(before).toBeLessThanOrEqual(until + 1e-9)
      },
    ),
    { numRuns: 300 },
  )
})
