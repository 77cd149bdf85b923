import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { produceSegment } from '#pipeline/produceSegment.ts'
import { prepareBackground } from '#pipeline/scene/prepareBackground.ts'
import { englishSentence } from '#shared/errors.ts'
import { JobRequest } from '#shared/job/request.ts'
import type { Look } from '#shared/look/look.ts'
import type { Result } from '#shared/result.ts'
import type { Mark, Segment } from '#shared/script/segment.ts'
import { testTools } from '#tests/fakes/media/testTools.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const never = new AbortController().signal
const ignore = () => {}

function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(englishSentence(result.error))
  return result.value
}

async function openProducer() {
  const home = scratch()
  const tools = testTools(home)
  const request = JobRequest.parse({ kind: 'shorts', script: 'x', spokenAs: { engine: 'builtin' } })
  const sharedScene = unwrap(await prepareBackground(request, tools.images, home, never))
  const produce = async (segment: Partial<Segment>, spokenAs = {}, look: Partial<Look> = {}) =>
    unwrap(
      await produceSegment(
        {
          request: { ...request, spokenAs: { ...request.spokenAs, ...spokenAs } },
          segment: { index: 1, text: 'One two. Three.', ...segment },
          of: 1,
          scene: { ...sharedScene, look: { ...sharedScene.look, ...look }, changes: [] },
          out: join(home, 'out.mp4'),
          work: join(home, 'work'),
          threads: 1,
        },
        tools,
        never,
        { onSpoken: ignore, onWait: ignore, onRendered: ignore, onWarning: ignore },
      ),
    )
  return { home, tools, produce }
}

test('a changed mark or title makes a segment anew, one that is the same does not; no speech is bought for them', async () => {
  const { tools, produce } = await openProducer()
  const variants: [Partial<Segment>, object?][] = [
    [{}],
    [{ title: 'Numbers' }],
    [{ marks: [{ kind: 'emphasis', at: 0, to: 1 }] }],
    [{ marks: [{ kind: 'emphasis', at: 1, to: 2 }] }],
    [{ marks: [{ kind: 'background', at: 2, background: 'beach.jpg' }] }],
    [{ marks: [{ kind: 'silence', at: 3, seconds: 1 }] }],
    [{ marks: [{ kind: 'silence', at: 3, seconds: 2 }] }],
  ]
  for (const [segment, spokenAs] of variants) await produce(segment, spokenAs)
  expect(tools.muxed).toHaveLength(variants.length)
  expect(tools.speech.spoken).toHaveLength(1)
  for (const [segment, spokenAs] of variants) await produce(segment, spokenAs)
  expect(tools.muxed).toHaveLength(variants.length)

  // An entry that does not occur changes nothing; one that does is spoken.
  await produce({}, { pronunciations: [{ written: 'Nguyen', said: 'win' }] })
  expect(tools.muxed).toHaveLength(variants.length)
  await produce({}, { pronunciations: [{ written: 'Three', said: 'tree' }] })
  expect(tools.muxed).toHaveLength(variants.length + 1)
  expect(tools.speech.spoken.map(({ text }) => text)).toEqual(['One two. Three.', 'One two. tree.'])
})

test('a silence and a key word are in the subtitles, a title in the file', async () => {
  const { home, tools, produce } = await openProducer()
  const marks: Mark[] = [
    { kind: 'emphasis', at: 1, to: 2 },
    { kind: 'silence', at: 2, seconds: 2 },
  ]
  await produce({ marks, title: 'Numbers' })
  expect(tools.muxed[0]?.title).toBe('Numbers')
  const { words, cues } = JSON.parse(readFileSync(join(home, 'out.json'), 'utf8'))
  expect(words[1]).toMatchObject({ text: 'two.', emphasis: true })
  expect(words[2].start - words[1].end).toBeCloseTo(2, 6)
  expect(cues.map(({ text }: { text: string }) => text)).toEqual(['One two.', 'Three.'])
  expect(cues[1].start - cues[0].end).toBeGreaterThan(1.5)
})

test('a look says how words are said; captions keep the spelling', async () => {
  const { home, tools, produce } = await openProducer()
  await produce({ text: 'Hello Nguyen.' }, {}, { pronunciations: [{ written: 'Nguyen', said: 'win' }] })
  expect(tools.speech.spoken.map(({ text }) => text)).toEqual(['Hello win.'])
  expect(readFileSync(join(home, 'out.srt'), 'utf8')).toContain('Hello Nguyen.')
})
