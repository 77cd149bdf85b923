import { expect, test } from 'vitest'
import { isVoiced } from '#engines/align/verify/isVoiced.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'

const sampleRate = 24_000
/** The same numbers every time, -1 to 1. */
function noise(colour: number) {
  let [state, last] = [1, 0]
  return Float32Array.from({ length: 2 * sampleRate }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    last = colour * last + (1 - colour) * (state / 2 ** 31 - 1)
    return last
  })
}

test.each([0, 0.9, 0.99])('noise is no voice, of whatever colour (%d)', (colour) => {
  expect(isVoiced({ samples: noise(colour), sampleRate })).toBe(false)
})
test('neither is silence', () => {
  expect(isVoiced({ samples: new Float32Array(sampleRate), sampleRate })).toBe(false)
  expect(isVoiced({ samples: new Float32Array(0), sampleRate })).toBe(false)
})
test('speech is, also at twice its speed', async () => {
  const engine = createBuiltinSpeech()
  for (const voice of ['nova', 'onyx']) {
    const request = { text: 'Six thick sticks stick fast.', as: { voice, speed: 2 } }
    const spoken = await engine.speak(request, new AbortController().signal)
    expect(spoken.ok && isVoiced(spoken.value)).toBe(true)
  }
  await engine.close()
})
