import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { boundsOf, layers, type Outline, rowsOf } from '#pipeline/captions/outline.ts'
import { setCue } from '#pipeline/captions/setCue.ts'
import { styleOf } from '#pipeline/captions/styleOf.ts'
import { layoutCaptions, planCaptions } from '#pipeline/layoutCaptions.ts'
import type { Typesetter } from '#ports/Typesetter.ts'
import { canvasSizes, fps, type JobKind } from '#shared/domain.ts'
import { captionChoices } from '#shared/look/captionPresets.ts'
import { Look, type LookInput, Place } from '#shared/look/look.ts'
import { builtInLooks } from '#shared/look/looks.ts'
import { safeArea } from '#shared/look/safeArea.ts'
import { phrase, sayPhrase } from '#shared/phrases.ts'
import { blockType } from '#tests/fakes/media/blockType.ts'
import { layAll } from '#tests/fakes/media/layAll.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

const type = openTypesetter(join(import.meta.dirname, '../../../assets/fonts'))
const market = 'Welcome to today’s market update. Tech stocks are rallying, and Apple reported strong earnings.'
const lay = (text: string, look: LookInput = {}, kind: JobKind = 'shorts', typesetter = type) => {
  const words = timedWords(text)
  const frameCount = Math.ceil((words.at(-1)!.end + 0.25) * fps)
  const layout = layAll(words, { look: Look.parse(look), kind, frameCount, type: typesetter })
  return { ...layout, words, frameCount }
}
const texts = (painted: readonly Outline[]) => painted.filter((part) => part.layer === layers.text)
/** Without the first frames of each cue, in which it comes in. */
const settled = (painted: readonly Outline[]) => painted.filter(({ from, to }) => to - from > 1)
const isLit = (look: LookInput) => (part: Outline) => part.colour === look.captions?.colours?.lit
const lit = '#ff0000'

test('one word after the other is lit, from the frame on in which it is heard, until the next', () => {
  const look: LookInput = { captions: { colours: { lit } } }
  const { painted, words, frameCount } = lay(market, look)
  const spoken = texts(painted).filter(isLit(look))
  for (let frame = 0; frame < frameCount; frame++) {
    const now = spoken.filter(({ from, to }) => from <= frame && frame < to)
    expect(now).toHaveLength(1)
    // The first frame is what people see before they press play: a word is lit in it.
    const heard = words.findLastIndex(({ start }) => Math.round(start * fps) <= frame)
    expect(settled(spoken).findLastIndex(({ from }) => from <= frame + 2)).toBeGreaterThanOrEqual(heard)
  }
  expect(settled(spoken)).toHaveLength(words.length)
})

test('a cue is laid out when it is asked for: all at once would not fit a long narration', () => {
  let set = 0
  const counting: Typesetter = {
    ...blockType,
    setLine(...line) {
      set++
      return blockType.setLine(...line)
    },
  }
  const layout = layoutCaptions(timedWords(market), {
    look: Look.parse({}),
    kind: 'shorts',
    frameCount: 300,
    type: counting,
  })
  layout.next()
  const [first, rest] = [set, [...layout].length]
  expect(rest).toBeGreaterThan(2)
  expect(set - first).toBeGreaterThanOrEqual(rest)
})

test('what can’t be shown is known before anything is laid out', () => {
  const long = `Donau${'dampfschifffahrts'.repeat(4)}gesellschaft`
  for (const text of [market, `Fine, ${long} and \u{e000} fine.`, `市场更新今天股市上涨。 \u{e000}`, 'ﷺ 🔥 नमस्ते'])
    for (const kind of ['shorts', 'voiceover'] as const)
      for (const preset of captionChoices) {
        const plan = planCaptions(timedWords(text), {
          look: Look.parse({ captions: { preset } }),
          kind,
          frameCount: 300,
          type,
        })
        for (const index of plan.cues.keys()) {
          const { missing, small } = plan.lay(index)
          expect(plan.check(index)).toEqual({ missing, ...(small && { small }) })
        }
      }
})

test('in every frame of a caption each word is shown once', () => {
  const { painted, frameCount, cues } = lay(market)
  for (let frame = 0; frame < frameCount; frame++) {
    const shown = texts(painted).filter(({ from, to }) => from <= frame && frame < to)
    const cue = cues.findLast(({ start }) => Math.round(start * fps) <= frame) ?? cues[0]!
    expect(shown).toHaveLength(cue.lines.flat().length)
  }
})

test('what comes later and what lies in front is painted last, so that the spoken word is over its neighbours', () => {
  const { painted } = lay(market)
  expect(painted.length).toBeGreaterThan(20)
  expect(painted).toEqual(painted.toSorted((a, b) => a.from - b.from || a.layer - b.layer))
})

test('karaoke colours what was said, boxed puts a pill behind what is said, sentences stay as they are', () => {
  const span = ({ painted, words }: ReturnType<typeof lay>, part: (painted: Outline) => boolean) =>
    settled(painted).filter(part).length / words.length
  const karaoke = lay(market, { captions: { preset: 'karaoke', colours: { lit } } })
  expect(span(karaoke, (part) => part.colour === lit)).toBe(1)
  expect(texts(karaoke.painted).some((part) => part.opacity < 1)).toBe(true)
  const boxed = lay(market, { captions: { preset: 'boxed', colours: { lit } } })
  expect(span(boxed, (part) => part.layer === layers.pill && part.colour === lit)).toBe(1)
  const sentence = lay(market, { captions: { preset: 'sentence', colours: { lit } } }, 'voiceover')
  expect(span(sentence, (part) => part.colour === lit)).toBe(0)
})

test('captions that are off are off', () => {
  const nothing = { cues: [], painted: [], missing: [], shrunk: [], warnings: [] }
  expect(lay(market, { captions: { preset: 'off' } })).toMatchObject(nothing)
})

const cases = (['shorts', 'voiceover'] as const).flatMap((kind) =>
  captionChoices
    .filter((preset) => preset !== 'off')
    .flatMap((preset) => Place.options.flatMap((place) => [0.5, 1, 2].map((size) => ({ kind, preset, place, size })))),
)
test.each(cases)(
  '$kind, $preset, $place, size $size: nothing leaves the safe area',
  ({ kind, preset, place, size }) => {
    const safe = safeArea(canvasSizes[kind])
    for (const text of [
      market,
      'Donaudampfschifffahrtsgesellschaft I gjpqy ÄÖÜ',
      'مرحبا بكم في تحديث السوق اليوم',
      '欢迎收看今天的市场更新。🔥',
    ]) {
      const { painted } = lay(text, { captions: { preset, place, size } }, kind)
      for (const part of painted) {
        // Shadows fade into the margin; plates, rims and letters don't reach it.
        if (part.layer === layers.shadow) continue
        const { left, top, right, bottom } = boundsOf(part.path)
        const rim = part.spread ?? 0
        expect(left - rim).toBeGreaterThanOrEqual(safe.left - 1)
        expect(right + rim).toBeLessThanOrEqual(safe.right + 1)
        expect(top - rim).toBeGreaterThanOrEqual(safe.top - 1)
        expect(bottom + rim).toBeLessThanOrEqual(safe.bottom + 1)
      }
    }
  },
)

test('capitals, another face, other colours and another size are as the look says', () => {
  const plain = lay('Go home now', {}, 'shorts', blockType)
  expect(rowsOf(plain.painted, 1920)).toBeDefined()
  const loud = lay('straße', { captions: { preset: 'karaoke', upperCase: true } }, 'shorts', blockType)
  const width = (painted: readonly Outline[]) => {
    const { left, right } = boundsOf(texts(painted).flatMap((part) => part.path))
    return right - left
  }
  // STRASSE has a letter more.
  const quiet = lay('straße', { captions: { preset: 'karaoke' } }, 'shorts', blockType)
  expect(width(loud.painted) / width(quiet.painted)).toBeCloseTo(7 / 6)
  const half = lay('Go home now', { captions: { size: 0.5, colours: { text: '#123456' } } }, 'shorts', blockType)
  expect(texts(half.painted).every((part) => ['#123456', '#ffc46b'].includes(part.colour))).toBe(true)
})

const shownBy = (painted: readonly Outline[], frame: number) =>
  texts(painted).filter(({ from, to }) => from <= frame && frame < to)
const linesOf = (text: string, look: LookInput = {}, kind: JobKind = 'shorts') =>
  lay(text, look, kind).cues.map((cue) => cue.lines.map((line) => line.map((unit) => unit.text).join(' ')))

test('a word that a line can’t hold is broken over two at its syllables, in one size, and lit on both', () => {
  const look: LookInput = { captions: { colours: { lit } } }
  const { painted, cues, warnings } = lay('Die Donaudampfschifffahrtsgesellschaft ist neu', look)
  expect(warnings).toEqual([])
  const cue = cues.find(({ lines }) => lines[0]!.at(-1)!.goesOn)!
  expect(cue.lines.map((line) => line.map(({ text }) => text))).toEqual([['Donaudampfschiff-'], ['fahrtsgesellschaft']])
  const halves = shownBy(painted, Math.round(cue.start * fps) + 3)
  expect(halves.map(({ colour }) => colour)).toEqual([lit, lit])
  const [first, second] = halves.map(({ path }) => boundsOf(path))
  expect(second!.top).toBeGreaterThan(first!.bottom - 40)
  expect(Math.max(first!.right - first!.left, second!.right - second!.left)).toBeGreaterThan(600)
})

test.each([
  ['https://www.example.com/a/very/long/path/that/never/ends?with=query&and=more', /[/.?&=]$/],
  ['Donau\u00addampfschifffahrts\u00adgesellschafts\u00adkapitäns\u00admütze', /^(Donau|.*(fahrts|schafts|täns))-$/],
  ['Rechtsschutzversicherungs-Gesellschaften', /-$/],
])('%s is broken at its own places', (word, end) => {
  for (const preset of ['default', 'karaoke', 'sentence'] as const) {
    const lines = linesOf(`Neu ist das: ${word} heute.`, { captions: { preset } }).flat()
    const text = lines.join('\n')
    expect(text).not.toContain('\u00ad')
    const pieces = lines.filter((line, at) => at < lines.length - 1 && end.test(line))
    expect(pieces.length).toBeGreaterThan(0)
    const bare = (text: string) => text.replace(/[\n\u00ad-]/g, '')
    expect(bare(text)).toContain(bare(word))
  }
})

test('what is written with no-break spaces stands on one line and is lit at once', () => {
  const text = 'Soit 1\u202f234,50\u00a0€. Vraiment ? Il dit : « incroyable ».'
  const words = timedWords(text)
  const look = Look.parse({ captions: { preset: 'boxed' } })
  const laid = [...layoutCaptions(words, { look, kind: 'shorts', frameCount: 400, type }, text)]
  expect(laid.flatMap(({ missing }) => missing)).toEqual([])
  const lines = laid.flatMap(({ cue }) => cue.lines.map((line) => line.map((unit) => unit.text).join(' ')))
  expect(lines.join(' ')).toBe(text)
  for (const line of lines) {
    expect(line).not.toMatch(/^[?!:;»€]|[«]$/)
  }
  const pills = laid.flatMap(({ painted }) => settled(painted.filter((part) => part.layer === layers.pill)))
  expect(pills).toHaveLength(6)
})

test('property: whatever the text and its times, every word is shown once, in order, no line is too wide or too small', () => {
  const letters = [
    'a',
    'É',
    'ss',
    '-',
    '/',
    '.',
    '«',
    '?',
    'م',
    'ש',
    '好',
    'は',
    'ก',
    'न',
    '한',
    '🔥',
    '5',
    '\u00ad',
    '–',
  ]
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'https://example.com/a?b=c&d=e_f',
      'Donaudampfschifffahrtsgesellschaft.',
      'x'.repeat(90),
      'на',
      'إن',
    ),
  )
  const step = fc.constantFrom(0, 0.001, 0.1, 0.4, 0.8)
  const space = fc.constantFrom(' ', ' ', '\u00a0', '\u202f', '\n\n')
  const spoken = fc.array(fc.record({ text: word, gap: step, length: step, space }), { minLength: 1, maxLength: 14 })
  const preset = fc.constantFrom('default', 'karaoke', 'boxed', 'minimal', 'sentence')
  fc.assert(
    fc.property(spoken, preset, fc.constantFrom('shorts', 'voiceover'), (parts, preset, kind) => {
      let at = 0
      const words = parts.map(({ text, gap, length }) => {
        const start = at + gap
        at = start + length
        return { text, start, end: at }
      })
      const text = parts.map((part, index) => (index > 0 ? part.space : '') + part.text).join('')
      const frameCount = Math.ceil((at + 0.1 * 14 * 10) * fps)
      const look = Look.parse({ captions: { preset } })
      const style = styleOf(look, kind)!
      const plan = planCaptions(words, { look, kind, frameCount, type }, text)
      let before = 0
      let shown = ''
      for (const [index, cue] of plan.cues.entries()) {
        const { from, to } = plan.span(index)
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to - from).toBeGreaterThanOrEqual(3)
        before = to
        const placed = setCue(cue, { style, kind, type })
        expect(placed.right - placed.left).toBeLessThanOrEqual(style.maxWidth + 0.01)
        expect(placed.shrunk).toBeGreaterThanOrEqual(0.6)
        expect(placed.words.length).toBeGreaterThan(0)
        for (const unit of cue.lines.flat()) shown += unit.text.replace(/-$/, unit.goesOn ? '' : '-')
      }
      const bare = (text: string) => text.replace(/[\s\u00ad-]/gu, '')
      expect(bare(shown)).toBe(bare(text))
    }),
    { numRuns: 60 },
  )
})

test('the spoken word is a little larger and stands on the same baseline', () => {
  const { painted, frameCount } = lay('go on', {}, 'shorts', blockType)
  const [waiting, spoken] = [0, frameCount - 1].map((frame) => {
    const shown = texts(painted).filter(({ from, to }) => from <= frame && frame < to)
    return shown.map(({ path }) => boundsOf(path)).reduce((a, b) => (b.left > a.left ? b : a))
  })
  expect(spoken!.bottom).toBeCloseTo(waiting!.bottom)
  const growth = (spoken!.bottom - spoken!.top) / (waiting!.bottom - waiting!.top)
  expect(growth).toBeGreaterThan(1.04)
  expect(spoken!.right - spoken!.left).toBeCloseTo((waiting!.right - waiting!.left) * growth)
})

test('writing without spaces has no room for a word to grow', () => {
  const { painted } = lay('欢迎收看今天的市场更新', { captions: { colours: { lit } } })
  const heights = settled(painted.filter((part) => part.layer === layers.rim)).map(({ path }) => boundsOf(path))
  const shown = new Set(heights.map(({ left, right }) => `${left} ${right}`))
  // Each word is the same outline before, while and after it is spoken, so that all three are one.
  expect(shown.size).toBe(heights.length)
})

test('what no font has is told in one sentence, however much it is', () => {
  const many = lay([...'𝔘𝔙𝔚𝔛𝔜𝔞𝔟𝔠'].join(' '), { captions: { preset: 'minimal' } })
  expect(many.warnings.map((warning) => sayPhrase(warning))).toEqual([
    'No font here has “𝔘”, “𝔙”, “𝔚”, “𝔛”, “𝔜” and 3 more, so the captions leave them out.',
  ])

  expect(lay('one 𝔘 two 𝔘', { captions: { preset: 'minimal' } })).toMatchObject({
    missing: ['𝔘'],
    warnings: [phrase('CAPTIONS_WITHOUT', { glyph: '𝔘' })],
  })
})

test('right-to-left words keep their places whichever is lit', () => {
  const look: LookInput = { captions: { colours: { lit } } }
  const { painted, cues } = lay('مرحبا بكم في تحديث السوق', look)
  const places = settled(texts(painted))
    .filter(isLit(look))
    .map((part) => boundsOf(part.path))
  const lines = cues.flatMap((cue) => cue.lines)
  let at = 0
  for (const line of lines) {
    const lefts = line.map(() => places[at++]!.left)
    expect(lefts).toEqual(lefts.toSorted((a, b) => b - a))
  }
  expect(at).toBe(places.length)
})

test('captions of one line and of two share their middle in a Short, their foot in a voiceover', () => {
  const middles = (kind: JobKind, preset: 'karaoke' | 'sentence') => {
    const text = 'Go home now. Manufacturing companies surprised everybody who had expected considerably less of them.'
    const { painted, cues } = lay(text, { captions: { preset } }, kind, blockType)
    expect(new Set(cues.map((cue) => cue.lines.length)).size).toBe(2)
    return cues.map((cue) => {
      const frame = Math.round(cue.start * fps) + 3
      return boundsOf(
        texts(painted)
          .filter(({ from, to }) => from <= frame && frame < to)
          .flatMap((part) => part.path),
      )
    })
  }
  const shorts = middles('shorts', 'karaoke').map(({ top, bottom }) => (top + bottom) / 2)
  for (const middle of shorts) expect(middle).toBeCloseTo(shorts[0]!)
  const feet = middles('voiceover', 'sentence').map(({ bottom }) => bottom)
  for (const foot of feet) expect(foot).toBeCloseTo(feet[0]!)
})

test('every built-in look lays out captions in both shapes without a warning', () => {
  for (const { look } of builtInLooks) {
    for (const kind of ['shorts', 'voiceover'] as const) {
      const { cues, painted, warnings } = lay(market, look, kind)
      expect(cues.length).toBeGreaterThan(1)
      expect(painted.length).toBeGreaterThan(6)
      expect(warnings).toEqual([])
    }
  }
})
