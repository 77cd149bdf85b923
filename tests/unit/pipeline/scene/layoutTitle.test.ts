import { expect, test } from 'vitest'
import { boundsOf, layers } from '#pipeline/captions/outline.ts'
import { layoutTitle } from '#pipeline/scene/layoutTitle.ts'
import { canvasSizes } from '#shared/domain.ts'
import { Look, type LookInput } from '#shared/look/look.ts'
import { safeArea } from '#shared/look/safeArea.ts'
import { blockType } from '#tests/fakes/media/blockType.ts'

const facts = { title: 'Tech stocks are rallying', part: 2, parts: 3 }
const lay = (look: LookInput, kind: 'shorts' | 'voiceover' = 'shorts', frameCount = 300) =>
  layoutTitle(facts, { look: Look.parse(look), kind, frameCount, type: blockType })

test('a look without a title card shows none', () => {
  expect(lay({})).toEqual({ painted: [], missing: [] })
})

test('bar, small line and title stand over the first seconds, never longer than the video', () => {
  const { painted } = lay({ titleCard: { kicker: 'Part {part} of {parts}', seconds: 2 } })
  const texts = painted.filter((part) => part.layer === layers.text)
  const shownAt = (frame: number) => texts.filter(({ from, to }) => from <= frame && frame < to)
  // Bar, small line and two lines of title; they fade in the last two frames.
  for (const frame of [0, 30, 57, 58, 59]) expect(shownAt(frame)).toHaveLength(1 + 1 + 2)
  expect([57, 58, 59].map((frame) => shownAt(frame)[0]!.opacity)).toEqual([1, 0.7, 0.35])
  expect(shownAt(60)).toHaveLength(0)
  expect(lay({ titleCard: { seconds: 9 } }, 'shorts', 45).painted.every(({ to }) => to === 45)).toBe(true)
})

test.each(['shorts', 'voiceover'] as const)('in %s it stays within the safe area, away from the captions', (kind) => {
  const safe = safeArea(canvasSizes[kind])
  const text = 'A very long title that says more than anybody would ever want to read, twice and once again for luck'
  for (const place of ['top', 'bottom'] as const) {
    const { painted } = lay({ titleCard: { text, kicker: 'Part {part}' }, captions: { place } }, kind)
    const { left, top, right, bottom } = boundsOf(
      painted.filter((part) => part.layer === layers.text).flatMap((part) => part.path),
    )
    expect(left).toBeGreaterThanOrEqual(safe.left)
    expect(right).toBeLessThanOrEqual(safe.right)
    expect(top).toBeGreaterThanOrEqual(safe.top)
    expect(bottom).toBeLessThanOrEqual(safe.bottom)
    expect((top + bottom) / 2 < canvasSizes[kind].height / 2).toBe(place === 'bottom')
  }
})

test('what no font has is reported', () => {
  expect(lay({ titleCard: { text: 'ꙮ {title}' } })).toMatchObject({
    missing: ['ꙮ'],
  })
})
