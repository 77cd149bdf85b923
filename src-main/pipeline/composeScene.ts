import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readWavChunks } from '#files/wavFile.ts'
import type { Typesetter } from '#ports/Typesetter.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { canvasSizes, fps, type JobKind, type Narration, type Receipt } from '#shared/domain.ts'
import type { Look } from '#shared/look/look.ts'
import type { Phrase } from '#shared/phrases.ts'
import { type CueFlaws, describeUnshown } from './captions/describeUnshown.ts'
import { joinRows, type Rows, rowsOf } from './captions/outline.ts'
import { type CaptionSetting, layoutCaptions } from './layoutCaptions.ts'
import { frameCountOf } from './renderVideo.ts'
import { layoutTitle, type TitleFacts } from './scene/layoutTitle.ts'
import type { BackgroundFiles } from './scene/prepareBackground.ts'
import { sceneWaveform } from './scene/sceneWaveform.ts'
import { traceWaveform } from './scene/traceWaveform.ts'
import { writeAss } from './scene/writeAss.ts'

/** Paths of PNGs of the canvas's size. */
export interface PaintedScene extends BackgroundFiles {
  /** Other backgrounds, each from a word of the narration on, in order. */
  readonly changes: readonly { readonly word: number; readonly background: string }[]
}

export interface ScenePlan {
  readonly kind: JobKind
  readonly look: Look
  readonly backgrounds: PaintedScene
  readonly narration: Narration
  /** What is narrated. */
  readonly text: string
  readonly title: TitleFacts
  /** A folder for the ASS file. */
  readonly work: string
}

/** The folder of assets/fonts with the one font that libass is given. */
export interface SceneTools {
  readonly type: Typesetter
  readonly anchorFonts: string
}

export interface ComposedScene {
  readonly scene: Scene
  /** What captions and title leave out, and what they show small: for the receipt, and as sentences for a person. */
  readonly captions: NonNullable<Receipt['captions']>
  readonly warnings: readonly Phrase[]
}

/**
 * Puts everything that a video shows into one scene: background, waveform, captions and title card. Rejects with what
 * the file system says.
 */
export async function composeScene(
  { kind, look, backgrounds: { changes, ...background }, narration, text, title, work }: ScenePlan,
  { type, anchorFonts }: SceneTools,
): Promise<ComposedScene> {
  const canvas = canvasSizes[kind]
  const frameCount = frameCountOf(narration, look.endPadding)
  const setting: CaptionSetting = { look, kind, frameCount, type }
  const card = layoutTitle(title, setting)
  const ass = join(work, 'captions.ass')
  const seen: { rows: Rows | undefined } = { rows: rowsOf(card.painted, canvas.height) }
  const unshown: CueFlaws[] = []
  // Outlines go by once, on their way to the file: they are too large to be held.
  function* outlines() {
    for (const { painted: shown, ...laid } of layoutCaptions(narration.words, setting, text)) {
      seen.rows = joinRows(seen.rows, rowsOf(shown, canvas.height))
      unshown.push(laid)
      yield* shown
    }
    yield* card.painted
  }
  await writeFile(ass, writeAss(outlines(), canvas))
  const waveform = sceneWaveform(look, kind)
  const trace = (columns: number) =>
    traceWaveform(readWavChunks(narration.wav), narration.sampleRate, frameCount, columns)
  const scene: Scene = {
    ...canvas,
    frameCount,
    ...background,
    ...changesOf(changes, narration, frameCount),
    ...(look.motion !== 'still' && { motion: look.motion }),
    ...(seen.rows && { captions: { ass, fonts: anchorFonts, ...seen.rows } }),
    ...(waveform && { waveform: { ...waveform, levels: await trace(waveform.columns) } }),
  }
  const { warnings, ...captions } = describeUnshown(unshown, card.missing)
  return { scene, captions, warnings }
}

/** The frames from which other backgrounds stand: where their words begin. Of several at one frame the last one stands. */
function changesOf(changes: PaintedScene['changes'], { words }: Narration, frameCount: number): Pick<Scene, 'changes'> {
  const byFrame = new Map<number, string>()
  for (const { word, background } of changes) {
    const frame = Math.round((words[word]?.start ?? Infinity) * fps)
    if (frame > 0 && frame < frameCount) byFrame.set(frame, background)
  }
  if (byFrame.size === 0) return {}
  return { changes: [...byFrame].map(([frame, background]) => ({ frame, background })) }
}
