import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { roundedRect, rowsOf } from '#pipeline/captions/outline.ts'
import { layoutTitle } from '#pipeline/scene/layoutTitle.ts'
import { canvasSizes, fps, type JobKind } from '#shared/domain.ts'
import { captionChoices } from '#shared/look/captionPresets.ts'
import { Look, type LookInput } from '#shared/look/look.ts'
import { burnIn, drawApart, similarity } from '#tests/burnIn.ts'
import { layAll } from '#tests/fakes/media/layAll.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { testWith } from '#tests/programs.ts'

const type = openTypesetter(join(import.meta.dirname, '../../../assets/fonts'))
const all = await ffmpegs()
const [, ffmpeg] = all[0]!
const shown = captionChoices.filter((preset) => preset !== 'off')
const market = 'Tech stocks are rallying, and Apple reported strong earnings.'
const odd = 'Grüße {\\b1} \\N I🔥 مرحبا بكم 市场更新 नमस्ते'

const lay = (text: string, look: LookInput, kind: JobKind = 'shorts') => {
  const words = timedWords(text)
  const frameCount = Math.ceil((words.at(-1)!.end + 0.25) * fps)
  const layout = layAll(words, { look: Look.parse(look), kind, frameCount, type })
  return { ...layout, frameCount }
}

test.each(all)('%s draws what another renderer draws, whatever is in the script', async (_name, each) => {
  const moments = [
    ...shown.map((preset) => [preset, market, 40] as const),
    ...([20, 60, 75] as const).map((frame) => ['default', odd, frame] as const),
  ]
  for (const [preset, text, frame] of moments) {
    const { painted } = lay(text, { captions: { preset } })
    const [burnt] = burnIn(each, painted, canvasSizes.shorts, scratch(), { from: frame })
    const apart = await drawApart(painted, canvasSizes.shorts, frame)
    const inVideo = apart.map((grey) => Math.round(16 + (grey * 219) / 255))
    expect(similarity(burnt!, inVideo, canvasSizes.shorts)).toBeGreaterThan(0.93)
  }
})

test.each(all)('%s shows a change in the very frame it is meant for', (_name, each) => {
  const size = { width: 64, height: 64 }
  const spans = [1, 2, 3, 7, 29, 30, 31, 44, 59].map((from) => ({ from, to: from + (from % 3) + 1 }))
  const base = { layer: 0, colour: '#ffffff', opacity: 1 }
  const painted = spans.map((span, row) => ({ ...base, ...span, path: roundedRect(0, row * 6, 64, row * 6 + 6, 0) }))
  const frames = burnIn(each, painted, size, scratch(), { count: 65 })
  frames.forEach((frame, index) => {
    const lit = spans.map((_, row) => frame[(row * 6 + 3) * 64 + 32]! > 200)
    expect(lit).toEqual(spans.map(({ from, to }) => from <= index && index < to))
  })
})

test.each(all)('%s takes captions from a folder of any name', (_name, each) => {
  const folder = join(scratch(), "Ann's [best], a:b; 100% {c} =d\\e 'f' 日本 🔥")
  mkdirSync(folder)
  const painted = [{ layer: 0, from: 0, to: 1, colour: '#ffffff', opacity: 1, path: roundedRect(0, 0, 16, 16, 0) }]
  const [frame] = burnIn(each, painted, { width: 16, height: 16 }, folder)
  expect(frame![100]).toBeGreaterThan(200)
})

test('an hour in, the very frame still', () => {
  const size = { width: 16, height: 16 }
  const at = 3600 * fps + 7
  const painted = [
    { layer: 0, colour: '#ffffff', opacity: 1, from: at, to: at + 2, path: roundedRect(0, 0, 16, 16, 0) },
  ]
  const lit = burnIn(ffmpeg, painted, size, scratch(), { from: at - 2, count: 6 }).map((frame) => frame[100]! > 200)
  expect(lit).toEqual([false, false, true, true, false, false])
})

test.each(all)('%s draws nothing outside the rows that are told', (_name, each) => {
  for (const kind of ['shorts', 'voiceover'] as const) {
    for (const preset of shown) {
      const look: LookInput = { captions: { preset }, titleCard: { seconds: 1 } }
      const captions = lay(odd, look, kind)
      const title = layoutTitle(
        { title: 'Çà gŷ', part: 1, parts: 1 },
        { look: Look.parse(look), kind, frameCount: captions.frameCount, type },
      )
      const painted = [...captions.painted, ...title.painted]
      const { width, height } = canvasSizes[kind]
      const { top, bottom } = rowsOf(painted, height)!
      for (const frame of [10, 40]) {
        const [burnt] = burnIn(each, painted, canvasSizes[kind], scratch(), { from: frame })
        expect(burnt!.subarray(0, top * width).every((luma) => luma === 110)).toBe(true)
        expect(burnt!.subarray(bottom * width).every((luma) => luma === 110)).toBe(true)
        expect(burnt!.subarray(top * width, bottom * width).some((luma) => luma !== 110)).toBe(true)
      }
    }
  }
})

test.each(shown)('%s looks as it was approved', async (preset) => {
  const file = join(import.meta.dirname, `../../fixtures/captions/${preset}.png`)
  const small = { width: 360, height: 640 }
  const { painted } = lay(market, { captions: { preset } })
  const [burnt] = burnIn(ffmpeg, painted, canvasSizes.shorts, scratch(), { from: 40 })
  const grey = { raw: { ...canvasSizes.shorts, channels: 1 as const } }
  const frame = sharp(burnt!, grey).resize(small).greyscale()
  // A new look of a preset is approved by deleting its image, looking at the new one, and keeping it.
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true })
    await frame.clone().png().toFile(file)
    throw new Error(`${file} was not there; look at the new one and run the test again`)
  }
  const approved = await sharp(file).greyscale().raw().toBuffer()
  expect(similarity(await frame.raw().toBuffer(), approved, small)).toBeGreaterThan(0.97)
})

const withTesseract = testWith('tesseract')
const readBack = async (burnt: Uint8Array, kind: JobKind, folder: string) => {
  const file = join(folder, 'ocr.png')
  // Text is light on dark here; tesseract knows paper best.
  await sharp(burnt, { raw: { ...canvasSizes[kind], channels: 1 } })
    .threshold(200)
    .negate()
    .png()
    .toFile(file)
  return execFileSync('tesseract', [file, '-', '--psm', '6'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()
}

withTesseract.each(
  shown.flatMap((preset) => (['shorts', 'voiceover'] as const).map((kind) => [preset, kind] as const)),
)('%s captions of %s are read back from the frame', async (preset, kind) => {
  const folder = scratch()
  // One colour for all words; a pill takes the plate's, so that the word on it is white as well.
  const colours = { text: '#ffffff', lit: preset === 'boxed' ? '#15121c' : '#ffffff', plate: '#15121c' }
  const { painted, cues } = lay(market, { captions: { preset, colours } }, kind)
  for (const cue of cues) {
    // At the end of the cue everything has been said, so no word is faint any more.
    const from = Math.round(cue.end * fps) - 2
    const [burnt] = burnIn(ffmpeg, painted, canvasSizes[kind], folder, { from, ground: 60 })
    const words = cue.lines.flat().map((unit) => unit.text.toLowerCase().replace(/\W/g, ''))
    const read = (await readBack(burnt!, kind, folder))
      .toLowerCase()
      .replace(/[^\w\s]/g, '')
      .split(/\s+/)
    expect(read).toEqual(expect.arrayContaining(words))
  }
})

withTesseract('a tag in the script is read back as it was written', async () => {
  const folder = scratch()
  const { painted } = lay('Write {\\b1} and \\N here', { captions: { preset: 'sentence' } }, 'voiceover')
  const [burnt] = burnIn(ffmpeg, painted, canvasSizes.voiceover, folder, { from: 20, ground: 60 })
  const read = await readBack(burnt!, 'voiceover', folder)
  expect(read).toMatch(/Write [{(]\\?b1[})] and \\?N here/)
})
