import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { openPictures } from '#engines/pictures/openPictures.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { composeScene } from '#pipeline/composeScene.ts'
import { writeWav } from '#pipeline/wavFile.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { frames, type JobKind } from '#shared/domain.ts'
import { Look, type LookInput } from '#shared/look.ts'
import { random } from '#tests/fakes/stripScene.ts'
import { timedWords } from '#tests/fakes/timedWords.ts'

const sampleRate = 44_100
const sentences =
  'Every night, the harbour tells the same story in a different voice. The boats come home with 40 lanterns lit, and nobody asks what they cost. '
const assets = join(import.meta.dirname, '../../assets/fonts')

/** What a narrated video of some seconds shows in a look, over a drawn photograph, and its sound: the same each time. */
export async function narratedScene(
  folder: string,
  kind: JobKind,
  look: LookInput,
  seconds: number,
): Promise<{ scene: Scene; wav: string }> {
  const text = sentences.repeat(Math.ceil(seconds / 6))
  const words = timedWords(text.trim()).filter(({ end }) => end < seconds)
  const wav = join(folder, 'narration.wav')
  await writeWav(wav, sampleRate, [hum(words, seconds)])
  const photo = join(folder, 'photo.jpg')
  await drawPhoto(photo)
  const whole = Look.parse({ background: { kind: 'picture', file: photo }, ...look })
  const ground = await openPictures().prepareBackground(whole, frames[kind], new AbortController().signal)
  if (!ground.ok) throw new Error(ground.error.message)
  const background = join(folder, 'background.png')
  await writeFile(background, ground.value.background)
  const narration = { wav, sampleRate, duration: seconds, words, timing: 'engine' as const, charactersBilled: 0 }
  const { scene } = await composeScene(
    {
      ...{ kind, look: whole, painted: { background }, narration, work: folder },
      title: { title: 'The harbour', part: 1, parts: 1 },
    },
    { type: openTypesetter(assets), anchorFonts: join(assets, 'anchor') },
  )
  return { scene, wav }
}

/** Sound that swells while words are spoken, each with a rise and fall of its own, and is silent between them. */
function hum(words: readonly { start: number; end: number }[], seconds: number): Float32Array {
  const sound = new Float32Array(Math.round(seconds * sampleRate))
  for (const [index, { start, end }] of words.entries()) {
    const [from, to] = [start, end].map((time) => Math.round(time * sampleRate)) as [number, number]
    for (let i = from; i < to; i++) {
      const swell = Math.sin((Math.PI * (i - from)) / (to - from)) * (0.5 + 0.5 * Math.sin(i / 1700 + index))
      const phase = (2 * Math.PI * (90 + ((index * 37) % 80)) * i) / sampleRate
      sound[i] = 0.25 * swell * (Math.sin(phase) + 0.6 * Math.sin(3 * phase) + 0.4 * Math.sin(11 * phase + index))
    }
  }
  return sound
}

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
