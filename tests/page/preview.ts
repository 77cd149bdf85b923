import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openPictures } from '#engines/images/openImages.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { readWavChunks } from '#files/wavFile.ts'
import { arrangeFrame } from '#pipeline/scene/arrangeFrame.ts'
import { layoutTitle } from '#pipeline/scene/layoutTitle.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { traceWaveform } from '#pipeline/scene/traceWaveform.ts'
import { speakSegment } from '#pipeline/speakSegment.ts'
import { shareWords } from '#pipeline/speech/shareWords.ts'
import { fps, frames, type JobKind, type Voice } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { Look } from '#shared/look/look.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import { layAll } from '#tests/fakes/media/layAll.ts'

const type = openTypesetter(join(import.meta.dirname, '../../assets/fonts'))
const pictures = openPictures()
const engine = createBuiltinSpeech()
export const scratch = await mkdtemp(join(tmpdir(), 'pausecut-page-'))
const never = new AbortController().signal
let spoken = 0

/** The true background of a look, as a JPEG. */
export async function backdrop(look: unknown, kind: JobKind): Promise<Uint8Array> {
  const whole = Look.parse(look)
  const painted = await pictures.prepareBackground(whole, frames[kind], never, arrangeFrame(whole, kind))
  if (!painted.ok) throw new Error(englishSentence(painted.error))
  const { background, overlay } = painted.value
  const picture = sharp(background).composite(overlay ? [{ input: Buffer.from(overlay) }] : [])
  return sharp(await picture.png().toBuffer())
    .resize({ width: 720 })
    .jpeg({ quality: 90 })
    .toBuffer()
}

interface CaptionRequest {
  readonly text: string
  readonly part: number
  readonly parts: number
  readonly look: unknown
  readonly kind: JobKind
  readonly speed: number
  readonly spoken?: { words: { text: string; start: number; end: number }[]; duration: number }
}

/** The true outlines of a text. */
export function captions({ text, part, parts, look: asked, kind, speed, spoken }: CaptionRequest) {
  const look = Look.parse(asked)
  const duration = spoken?.duration ?? estimateSpeech(text, speed)
  const words = spoken?.words ?? shareWords(text.split(/\s+/).filter(Boolean), 0.25, duration - 0.25)
  const count = Math.ceil(duration * fps)
  const layout = layAll(words, look, kind, count, type)
  const title = layoutTitle({ title: text.split(/\s+/).slice(0, 4).join(' '), part, parts }, look, kind, count, type)
  return {
    painted: [...layout.painted, ...title.painted].map((outline) => ({
      ...outline,
      path: outline.path.map(([step, ...at]) => step + at.map((value) => value.toFixed(1)).join(' ')).join(''),
    })),
    pictures: count,
    waveform: sceneWaveform(look, kind),
    warnings: [...layout.warnings, ...title.warnings],
  }
}

interface SpeechRequest {
  readonly text: string
  readonly voice: Voice
  readonly speed: number
  readonly kind: JobKind
  readonly look: unknown
}

/** The built-in voice, its word times and its waveform. */
export async function speech({ text, voice, speed, kind, look }: SpeechRequest) {
  const options = { engine, voice, speed, cacheFolder: join(scratch, 'cache'), workFolder: scratch }
  const narration = await speakSegment({ index: ++spoken, text }, options, never)
  if (!narration.ok) throw new Error(englishSentence(narration.error))
  const { wav, sampleRate, duration, words } = narration.value
  const columns = sceneWaveform(Look.parse(look), kind)?.columns ?? 39
  const levels = await traceWaveform(readWavChunks(wav), sampleRate, Math.ceil(duration * fps), columns)
  return {
    file: wav,
    ...{ duration, words, columns },
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
