import { describeUnshown } from '#pipeline/captions/describeUnshown.ts'
import type { Painted } from '#pipeline/captions/painted.ts'
import { layoutCaptions } from '#pipeline/layoutCaptions.ts'
import { titleOf } from '#pipeline/naming/titleOf.ts'
import { picturesFor } from '#pipeline/renderVideo.ts'
import { layoutTitle } from '#pipeline/scene/layoutTitle.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { wordsOf } from '#pipeline/speech/planPieces.ts'
import { shareWords } from '#pipeline/speech/shareWords.ts'
import type { Path, Typesetter } from '#ports/Typesetter.ts'
import type { PaintedOutline } from '#shared/desktop/desktop.ts'
import { ok } from '#shared/result.ts'
import { estimateSpeech } from '#shared/speech/estimateSpeech.ts'
import type { Answers } from '../answers.ts'

/** Lays out a segment's captions, title card and waveform with the very code that renders them. */
export function createPreviewCaptions(type: Typesetter): Answers['previewCaptions'] {
  return async ({ text, part, parts, look, kind, speed, spoken }) => {
    const { words, duration } = spoken ?? guess(text, speed)
    const pictures = picturesFor({ duration }, look.endPadding)
    const cues = [...layoutCaptions(words, look, kind, pictures, type)]
    const title = layoutTitle({ title: titleOf(text), part, parts }, look, kind, pictures, type)
    const waveform = sceneWaveform(look, kind)
    return ok({
      painted: [...cues.flatMap((cue) => cue.painted), ...title.painted].map(outlineOf),
      pictures,
      ...(waveform && { waveform }),
      warnings: [...describeUnshown(cues).warnings, ...title.warnings],
    })
  }
}

/** When the words will be heard, as far as their letters tell. */
function guess(text: string, speed: number) {
  const duration = estimateSpeech(text, speed)
  return { words: shareWords(wordsOf(text), Math.min(0.25, duration / 4), duration), duration }
}

const outlineOf = ({ path, ...outline }: Painted): PaintedOutline => ({ ...outline, path: svgPath(path) })

/** SVG path data, to a tenth of a pixel. */
function svgPath(path: Path): string {
  const tenth = (value: number) => Math.round(value * 10) / 10
  const steps = path.map(([step, ...points]) => `${step}${points.map(tenth).join(' ')}`)
  // Every contour closes by itself; an outline that is grown needs that said.
  return `${steps.join('').replace(/(?<=.)M/g, 'ZM')}Z`
}
