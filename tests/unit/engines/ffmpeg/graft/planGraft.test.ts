import { expect, test } from 'vitest'
import { codedPictures, planGraft } from '#engines/ffmpeg/graft/planGraft.ts'
import type { Scene } from '#ports/VideoEncoder.ts'

const ass = `[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.48,0:00:02.02,Drawing,,0,0,0,,word
`
const scene: Scene = {
  ...{ width: 1920, height: 1080, frameCount: 400, background: 'background.png' },
  captions: { ass: 'captions.ass', fonts: 'fonts', top: 840, bottom: 1020 },
  waveform: {
    rect: { x: 504, y: 444, width: 912, height: 192 },
    ...{ style: 'mirrored', colour: '#ffffff', opacity: 1, columns: 48, levels: new Float32Array(400 * 48) },
  },
}
const kinds = (plan: Awaited<ReturnType<typeof planGraft>>) =>
  plan.bands.map(
    ({ band, waveform, captions }) => `${band.kind}${waveform ? ' waveform' : ''}${captions ? ' captions' : ''}`,
  )

test('captions are coded when they change, at IDR pictures and after them, the waveform always, the rest once', async () => {
  const plan = await planGraft(scene, ass.split('\n'))
  expect(kinds(plan)).toEqual(['still', 'moving waveform', 'still', 'moving captions'])
  const [still, waveform, , captions] = plan.bands.map((band) => codedPictures(band, plan))
  expect([...still!]).toEqual([0])
  expect(waveform).toBeUndefined()
  expect([...captions!].sort((a, b) => a - b)).toEqual([0, 1, 15, 61, 150, 151, 300, 301])
})

test('nothing that moves is one still band: frames repeat the first', async () => {
  const { captions: _, waveform: __, ...bare } = scene
  const plan = await planGraft(bare, undefined)
  expect(kinds(plan)).toEqual(['still'])
})

test('captions near the waveform share its band, and are coded as often', async () => {
  const plan = await planGraft({ ...scene, captions: { ...scene.captions!, top: 660 } }, ass.split('\n'))
  expect(kinds(plan)).toEqual(['still', 'moving waveform captions'])
  expect(codedPictures(plan.bands[1]!, plan)).toBeUndefined()
})

test('animated captions are coded in every frame', async () => {
  const plan = await planGraft(scene, ass.replace('word', '{\\t(\\fscx120)}word').split('\n'))
  expect(codedPictures(plan.bands[3]!, plan)).toBeUndefined()
})
