import { join } from 'node:path'
import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { createLayoutWindow } from '#app/desktop/preview/layoutWindow.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { changesOf, type Outline } from '#pipeline/captions/outline.ts'
import type { CaptionSetting } from '#pipeline/layoutCaptions.ts'
import { titleOf } from '#pipeline/naming/titleOf.ts'
import { frameCountOf } from '#pipeline/renderVideo.ts'
import { layoutTitle } from '#pipeline/scene/layoutTitle.ts'
import type { Typesetter } from '#ports/Typesetter.ts'
import { CaptionRequest } from '#shared/desktop/appContract.ts'
import { fps } from '#shared/domain.ts'
import { captionChoices } from '#shared/look/captionPresets.ts'

import { sayPhrase } from '#shared/phrases.ts'
import { blockType } from '#tests/fakes/media/blockType.ts'
import { layAll } from '#tests/fakes/media/layAll.ts'
import { layWindow, readWindow } from '#tests/fakes/media/readWindow.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

const type = openTypesetter(join(import.meta.dirname, '../../../../../assets/fonts'))
const sentence = 'Apple reported strong earnings today, and the market went up by two percent before noon. '
const ask = (text: string, more: object = {}) => CaptionRequest.parse({ text, look: {}, kind: 'shorts', ...more })

/** What stands on a picture, from back to front, points to a tenth of a pixel. */
function shownAt(painted: readonly Outline[], picture: number) {
  return painted
    .filter(({ from, to }) => from <= picture && picture < to)
    .map(({ path, layer, colour, opacity, spread = 0, blur = 0 }) => ({ path, layer, colour, opacity, spread, blur }))
    .toSorted((one, other) => one.layer - other.layer)
}

function expectSame(one: ReturnType<typeof shownAt>, other: ReturnType<typeof shownAt>) {
  const plain = ({ path, ...rest }: (typeof one)[number]) => ({
    ...rest,
    letters: path.map(([letter]) => letter).join(''),
  })
  expect(one.map(plain)).toEqual(other.map(plain))
  const points = (list: typeof one) => list.flatMap(({ path }) => path.flatMap(([, ...at]) => at as number[]))
  const others = points(other)
  const away = Math.max(0, ...points(one).map((value, at) => Math.abs(value - others[at]!)))
  expect(away).toBeLessThan(0.1)
}

test('a card is shown as the job will have it: its silences pass, its marks and its title are not words of it', () => {
  const layOut = createLayoutWindow(type)
  const plain = layWindow(layOut, ask('One two. Three four.', { look: { titleCard: {} } }))
  const marked = layWindow(layOut, ask('One two. [pause 3s] Three four.', { look: { titleCard: {} } }))
  expect(marked.pictures - plain.pictures).toBe(3 * fps)
  const letters = (window: typeof plain) => readWindow(window).map(({ path }) => path.length)
  expect(letters(marked).slice(0, 3)).toEqual(letters(plain).slice(0, 3))
})

const presets = captionChoices.filter((preset) => preset !== 'off')
test.each(presets)('window after window, %s shows on every picture what is rendered', (preset) => {
  const text = `${sentence}Grüße 🔥 مرحبا بكم 市场更新 अच्छा. ${sentence}${sentence}`
  const request = ask(text, { look: { captions: { preset }, titleCard: {} }, part: 2, parts: 3 })
  const words = timedWords(text)
  const duration = words.at(-1)!.end + 0.25
  const pictures = frameCountOf({ duration }, request.look.endPadding)
  const setting: CaptionSetting = { look: request.look, kind: 'shorts', frameCount: pictures, type }
  const rendered = [
    ...layAll(words, setting).painted,
    ...layoutTitle({ title: titleOf(text), part: 2, parts: 3 }, setting).painted,
  ]
  const layOut = createLayoutWindow(type)
  let windows = 0
  for (let at = 0; at < pictures; windows++) {
    const window = layWindow(layOut, { ...request, at, spoken: { words, duration } })
    expect(window).toMatchObject({ at, pictures })
    expect(window.from).toBeLessThanOrEqual(at)
    const outlines = readWindow(window)
    const changes = changesOf(rendered).filter((picture) => window.from < picture && picture < window.to)
    for (const picture of [window.from, ...changes, window.to - 1])
      expectSame(shownAt(outlines, picture), shownAt(rendered, picture))
    expect(window.to).toBeGreaterThan(at)
    at = window.to
  }
  expect(windows).toBeGreaterThan(1)
})

const longTexts = {
  'an hour and a half': sentence.repeat(1200).slice(0, 100_000),
  'nothing but emoji': '🎉👩‍🚀🔥 😀😎🥳 🏝️🌋🗿 🎸🎷🥁 '.repeat(100),
  'one word of 5,000 letters': `Well, ${'abcdefghij'.repeat(500)} said.`,
  'words without letters of any font': 'ꙮꙮꙮ '.repeat(3000),
}
test.each(Object.entries(longTexts))('%s is answered in less than 200 kB, wherever it is looked at', (_, text) => {
  const layOut = createLayoutWindow(type)
  for (const kind of ['shorts', 'voiceover'] as const) {
    const { pictures } = layWindow(layOut, ask(text, { kind }))
    for (const at of [0, Math.floor(pictures / 2), pictures + 1000]) {
      const window = layWindow(layOut, ask(text, { kind, at }))
      expect(serialize(window).length).toBeLessThan(200_000)
      expect(window.at).toBe(Math.min(at, pictures - 1))
      expect(window.from).toBeLessThanOrEqual(window.at)
      expect(window.to).toBeGreaterThan(window.at)
    }
  }
})

test('a text is measured once, however many of its windows are asked for', () => {
  let measured = 0
  const counting: Typesetter = {
    ...blockType,
    setLine(...line) {
      measured++
      return blockType.setLine(...line)
    },
  }
  const layOut = createLayoutWindow(counting)
  // No word twice: each is measured.
  const text = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ')
  layWindow(layOut, ask(text))
  expect(measured).toBeGreaterThan(3000)
  measured = 0
  const { pictures } = layWindow(layOut, ask(text, { at: 9000 }))
  layWindow(layOut, ask(text, { at: pictures - 1 }))
  expect(measured).toBeLessThan(300)
  layWindow(layOut, ask(`${text} more`))
  expect(measured).toBeGreaterThan(3000)
})

test('every step is a moment to stop: the first cue is not waited for', () => {
  const steps = createLayoutWindow(blockType)(ask(sentence.repeat(10)))
  let count = 0
  while (!steps.next().done) count++
  expect(count).toBeGreaterThan(5)
})

test('times of the voice where it has spoken, else guessed from the letters', () => {
  const layOut = createLayoutWindow(blockType)
  const guessed = layWindow(layOut, ask('One two three.'))
  expect(guessed.painted.length).toBeGreaterThan(0)
  expect(guessed.waveform).toBeUndefined()
  const words = ['One', 'two', 'three.'].map((text, at) => ({ text, start: 1 + at, end: 1.8 + at }))
  const spoken = layWindow(layOut, ask('One two three.', { spoken: { words, duration: 4.5 } }))
  expect(spoken.pictures).toBe(4.5 * fps)
  expect(Math.min(...spoken.painted.map(({ from }) => from))).toBe(30)
  // The same text, spoken again otherwise.
  const later = words.map((word) => ({ ...word, start: word.start + 1, end: word.end + 1 }))
  const again = layWindow(layOut, ask('One two three.', { spoken: { words: later, duration: 5.5 } }))
  expect(Math.min(...again.painted.map(({ from }) => from))).toBe(60)
  expect(layWindow(layOut, ask('One two three.', { kind: 'voiceover' })).waveform).toMatchObject({ style: 'mirrored' })
})

test('what can’t be shown is said of the whole text', () => {
  const warningsOf = (text: string) =>
    layWindow(createLayoutWindow(blockType), ask(text)).warnings.map((warning) => sayPhrase(warning))
  expect(warningsOf(`${'Fine words. '.repeat(500)} ꙮ`)).toEqual([expect.stringContaining('“ꙮ”')])
})
