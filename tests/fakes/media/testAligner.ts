import { expect } from 'vitest'
import type { Aligner } from '#ports/Aligner.ts'
import { ok } from '#shared/result.ts'
import { wordsOf } from '#shared/script/segment.ts'
import { rate } from './speakText.ts'
import { tone } from './toneEngine.ts'

/** Hears every word where the tone engine says it, but for a hundredth of a second. */
export function createTestAligner(miscounts = false): Aligner & { heard: string[] } {
  const heard: string[] = []
  return {
    version: 'test',
    heard,
    close: async () => {},
    align: async (text, sound) => {
      heard.push(text)
      expect(sound.sampleRate).toBe(rate)
      const words = wordsOf(text).map((word, at) => {
        const start = tone.lead + at * (tone.word + tone.gap) + 0.01
        return { text: word, start, end: start + tone.word - 0.02 }
      })
      return ok({ words: miscounts ? words.slice(1) : words, timing: 'aligned' })
    },
  }
}
