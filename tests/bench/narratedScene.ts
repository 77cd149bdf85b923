import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { openImages } from '#engines/images/openImages.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { writeWav } from '#files/wavFile.ts'
import { composeScene } from '#pipeline/composeScene.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { canvasSizes, type JobKind, type Narration, type WordTiming } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { Look, type LookInput } from '#shared/look/look.ts'
import { random } from '#tests/fakes/media/stripScene.ts'

const sentences =
  'Every night, the harbour tells the same story in a different voice. The boats come home with 40 lanterns lit, and nobody asks what they cost.'
export const fontFolder = join(import.meta.dirname, '../../assets/fonts')

export interface NarratedScene {
  readonly scene: Scene
  readonly narration: Narration
  readonly look: Look
}

/**
 * What a narrated video of some seconds shows in a look, over a drawn photograph where the look has no background, and
 * the built-in voice's narration: the same each time. Its files lie in `folder`.
 */
export async function narratedScene(
  folder: string,
  kind: JobKind,
  wish: LookInput,
  seconds: number,
): Promise<NarratedScene> {
  const narration = await narrate(join(folder, 'narration.wav'), seconds)
  const photo = join(folder, 'photo.jpg')
  await drawPhoto(photo)
  const look = Look.parse({ background: { kind: 'picture', file: photo }, ...wish })
  const ground = await openImages().prepareBackground(look, canvasSizes[kind], new AbortController().signal)
  if (!ground.ok) throw new Error(englishSentence(ground.error))
  const background = join(folder, 'background.png')
  await writeFile(background, ground.value.background)
  const { scene } = await composeScene(
    {
      kind,
      look,
      backgrounds: { background, changes: [] },
      narration,
      text: sentences,
      work: folder,
      title: { title: 'The harbour', part: 1, parts: 1 },
    },
    { type: openTypesetter(fontFolder), anchorFonts: join(fontFolder, 'anchor') },
  )
  return { scene, narration, look }
}

/** The same sentences over and over, cut off at `seconds`. */
async function narrate(wav: string, seconds: number): Promise<Narration> {
  const voice = createBuiltinSpeech()
  const request = { text: `${sentences} ${sentences}`, as: { voice: 'nova', speed: 1 } }
  const spoken = await voice.speak(request, new AbortController().signal)
  await voice.close()
  if (!spoken.ok) throw new Error(englishSentence(spoken.error))
  const { samples, sampleRate, words = [] } = spoken.value
  const once = samples.length / sampleRate
  const times = Math.ceil(seconds / once)
  const all = Array.from({ length: times }, (_, i) => words.map((word) => later(word, i * once))).flat()
  const wanted = Math.round(seconds * sampleRate)
  const pieces = Array.from({ length: times }, (_, i) => samples.subarray(0, wanted - i * samples.length))
  await writeWav(wav, sampleRate, pieces)
  return {
    ...{ wav, sampleRate, duration: seconds, timing: 'engine', charactersBilled: 0 },
    words: all.filter(({ end }) => end < seconds),
  }
}

const later = ({ text, start, end }: WordTiming, by: number) => ({ text, start: start + by, end: end + by })

/** Stands for a photograph: sky, hills with fine texture, houses with sharp edges, thin masts. */
async function drawPhoto(file: string): Promise<void> {
  const [width, height] = [2400, 1600]
  const houses = Array.from({ length: 34 }, (_, i) => {
    const [x, tall] = [i * 72 - 20, 180 + ((i * 97) % 260)]
    const windows = Array.from({ length: 5 }, (_, row) => `<path d="M${x + 10} ${1120 - tall + 24 + row * 34}h40"/>`)
    const wall = `<rect x="${x}" y="${1120 - tall}" width="66" height="${tall}" fill="hsl(${(i * 53) % 360},28%,${30 + ((i * 7) % 30)}%)"/>`
    return `${wall}<g stroke="#ffe9b0" stroke-width="12" stroke-dasharray="9 7">${windows.join('')}</g>`
  })
  const masts = Array.from(
    { length: 40 },
    (_, i) => `<path d="M${i * 61} 1300l${(i % 5) * 6 - 12} -${300 + ((i * 71) % 300)}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#22345e"/><stop offset="1" stop-color="#f0a868"/></linearGradient></defs>
    <rect width="100%" height="1120" fill="url(#sky)"/><rect y="1120" width="100%" height="480" fill="#1d3a4c"/>
    ${houses.join('')}<g stroke="#e8e2d4" stroke-width="3">${masts.join('')}</g></svg>`
  const grain = await sharp(noise(width * height), { raw: { width, height, channels: 1 } })
    .blur(0.8)
    .toColourspace('srgb')
    .png()
    .toBuffer()
  await sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toFile(file)
}

/** Grey levels about the middle, as film has them: the same each time. */
function noise(pixels: number): Buffer {
  const next = random(17)
  return Buffer.from(Uint8Array.from({ length: pixels }, () => 128 + 44 * (next() + next() + next() - 1.5)))
}
