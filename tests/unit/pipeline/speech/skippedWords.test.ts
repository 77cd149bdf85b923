import { expect, test } from 'vitest'
import { warnOfSkipped } from '#pipeline/speech/skippedWords.ts'
import { type Phrase, sayPhrase } from '#shared/phrases.ts'

const word = (text: string, length: number) => ({ text, start: 1, end: 1 + length })

const say = (warning?: Phrase) => warning && sayPhrase(warning)

test('words that take no time were left out, and are named', () => {
  const words = [word('Hello', 0.3), word('你好', 0), word('world', 0.4)]
  expect(say(warnOfSkipped({ words, timing: 'engine' }))).toBe('The voice can not read “你好”, so that stays unsaid.')
})

test('three are named, the others counted', () => {
  const words = ['一', '二', '三', '四', '五'].map((text) => word(text, 0))
  expect(say(warnOfSkipped({ words, timing: 'engine' }))).toContain('read “一”, “二”, “三” and 2 more, so')
})

test('dashes, emoji and stars are meant to be silent', () => {
  const words = [word('Hello', 0.3), word('—', 0), word('🎉', 0), word('***', 0)]
  expect(warnOfSkipped({ words, timing: 'engine' })).toBeUndefined()
})

test('times that were guessed or heard say nothing of what was left out', () => {
  expect(warnOfSkipped({ words: [word('Hello', 0)], timing: 'aligned' })).toBeUndefined()
})
