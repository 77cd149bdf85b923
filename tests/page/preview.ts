import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { createLayoutWindow } from '#app/desktop/preview/layoutWindow.ts'
import { openImages } from '#engines/images/openImages.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { readWavChunks } from '#files/wavFile.ts'
import { arrangeCanvas } from '#pipeline/scene/arrangeCanvas.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { traceWaveform } from '#pipeline/scene/traceWaveform.ts'
import { speakSegment } from '#pipeline/speakSegment.ts'
import { CaptionRequest } from '#shared/desktop/appContract.ts'
import { canvasSizes, fps, type JobKind } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { Look } from '#shared/look/look.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'

const type = openTypesetter(join(import.meta.dirname, '../../assets/fonts'))
const images = openImages()
const engine = createBuiltinSpeech()
export const scratch = await mkdtemp(join(tmpdir(), 'pausecut-page-'))
const never = new AbortController().signal
let spoken = 0

/** The true background of a look, as a JPEG. */
export async function backdrop(look: unknown, kind: JobKind): Promise<Uint8Array> {
  const whole = Look.parse(look)
  const layers = await images.prepareBackground(whole, canvasSizes[kind], never, arrangeCanvas(whole, kind))
  if (!layers.ok) throw new Error(englishSentence(layers.error))
  const { background, overlay } = layers.value
  const image = sharp(background).composite(overlay ? [{ input: Buffer.from(overlay) }] : [])
  return sharp(await image.png().toBuffer())
    .resize({ width: 720 })
    .jpeg({ quality: 90 })
    .toBuffer()
}

const layOut = createLayoutWindow(type)

/** The true outlines of some seconds of a text. */
export function captions(request: unknown) {
  const steps = layOut(CaptionRequest.parse(request))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

interface SpeechRequest {
  readonly text: string
  readonly spokenAs: SpokenAs
  readonly kind: JobKind
  readonly look: unknown
}

/** The built-in voice, its word times and its waveform. */
export async function speech({ text, spokenAs: { voice, speed }, kind, look }: SpeechRequest) {
  const options = { engine, as: { voice, speed }, cacheFolder: join(scratch, 'cache'), workFolder: scratch }
  const narration = await speakSegment({ index: ++spoken, text }, options, never)
  if (!narration.ok) throw new Error(englishSentence(narration.error))
  const { wav, sampleRate, duration, words } = narration.value
  const columns = sceneWaveform(Look.parse(look), kind)?.columns ?? 39
  const levels = await traceWaveform(readWavChunks(wav), sampleRate, Math.ceil(duration * fps), columns)
  return {
    file: wav,
    duration,
    words,
    columns,
    perSecond: fps,
    levels: [...levels].map((level) => Math.round(level * 1000) / 1000),
  }
}

export const soundOf = (file: string) => readFile(join(scratch, file.split('/').at(-1)!))
export const keep = async (name: string, bytes: Uint8Array) => {
  const file = join(scratch, name)
  await writeFile(file, bytes)
  return file
}
