import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeSubtitles } from '#pipeline/captions/writeSubtitles.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

const words = timedWords('Tom & Jerry <b>said</b> {\\b1} “no”. Then everyone, as the old man told us, went home.')

test('a key word says so beside its times, and no other word does', () => {
  const words = [
    { text: 'Very', start: 0, end: 0.2, emphasis: true as const },
    { text: 'good.', start: 0.2, end: 0.5 },
  ]
  expect(JSON.parse(writeSubtitles({ words: words, duration: 1 }, ['json']).get('json')!).words).toEqual(words)
})

test('SRT: numbered, timed, the script’s own words', () => {
  const srt = writeSubtitles({ words: words, duration: words.at(-1)!.end + 0.25 }, ['srt']).get('srt')!
  expect(srt).toMatch(/^1\n00:00:00,250 --> 00:00:0\d,\d{3}\nTom & Jerry <b>said<\/b> \{\\b1\} “no”\.\n\n2\n/)
  expect(srt.endsWith('\n')).toBe(true)
})

test('VTT: a head, points for milliseconds, marks escaped', () => {
  const vtt = writeSubtitles({ words: words, duration: 9 }, ['vtt']).get('vtt')!
  expect(vtt).toMatch(/^WEBVTT\n\n00:00:00\.250 --> 00:00:0\d\.\d{3}\nTom &amp; Jerry &lt;b&gt;said/)
})

test('JSON: every word with its time, to the millisecond', () => {
  const json = JSON.parse(
    writeSubtitles({ words: [{ text: 'Hi', start: 0.12345, end: 0.5 }], duration: 1 }, ['json']).get('json')!,
  )
  expect(json).toEqual({
    words: [{ text: 'Hi', start: 0.123, end: 0.5 }],
    cues: [{ start: 0.123, end: 1, text: 'Hi' }],
  })
})

test('a line is told its direction where a player would guess another: its sentence’s', () => {
  const text = 'قال المعلم إن iPhone 15 رائع. Follow for more tips! اسمه يعني Noah. שלום means hello to all of us here.'
  const srt = writeSubtitles({ words: timedWords(text), text, duration: 60 }, ['srt']).get('srt')!
  expect(srt.split('\n').filter((line) => /\p{L}/u.test(line))).toEqual([
    '\u202bقال المعلم إن iPhone 15 رائع.\u202c',
    'Follow for more tips!',
    '\u202bاسمه يعني Noah.\u202c',
    '\u202aשלום means hello to all of us here.\u202c',
  ])
})

test('only what was asked for', () => {
  expect([...writeSubtitles({ words: words, duration: 9 }, ['vtt', 'srt']).keys()]).toEqual(['vtt', 'srt'])
  expect(writeSubtitles({ words: words, duration: 9 }, [])).toEqual(new Map())
})

test('a narration without words has empty files, which are still files', () => {
  const files = writeSubtitles({ words: [], duration: 1 }, ['srt', 'vtt', 'json'])
  expect(files.get('srt')).toBe('')
  expect(files.get('vtt')).toBe('WEBVTT\n\n')
  expect(JSON.parse(files.get('json')!)).toEqual({ words: [], cues: [] })
})

test('whatever the script, its words are read back from the SRT exactly, and no line is too long', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'É', '{', '}', '\\', 'N', '<', '&', '.', ',', '$', '5', 'م', '🔥'),
    minLength: 1,
  })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), (texts) => {
      const timed = timedWords(texts.join(' '))
      const srt = writeSubtitles({ words: timed, duration: timed.at(-1)!.end }, ['srt']).get('srt')!
      const blocks = srt
        .trimEnd()
        .split('\n\n')
        .map((block) => block.split('\n'))
      expect(
        blocks.flatMap((block) =>
          block
            .slice(2)
            .join(' ')
            .replace(/[\u200e\u202a-\u202c]/g, '')
            .split(' '),
        ),
      ).toEqual(texts)
      for (const [, , ...lines] of blocks) {
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines)
          if (line.includes(' ')) expect([...line.replace(/[\u200e\u202a-\u202c]/g, '')].length).toBeLessThanOrEqual(42)
      }
    }),
    // A figure at the beginning of a line from right to left has a sign of direction before it.
    { examples: [[['مaaa', 'aaaaaa', 'aaaaaaaaaaa', '5aaaaaaaaaمa', 'aaaaaa']]] },
  )
})
