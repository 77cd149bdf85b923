import type { Scene } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'

/** How far a zoom goes at most, as a share of the frame; a pan goes as far in shares of the shorter side. */
const depth = 0.07
/** Depth per second that still looks calm: 2.2 pixels a second in the corner of 1080x1920. */
const pace = 0.002
/** Roundness of the turns, 0 (all curve: a cosine) to 1 (none: a triangle). At 0.95 most of the way goes at an even speed. */
const evenness = 0.95
/** Frames from one drawn position to the next. At the pace above nothing moves by more than 0.9 pixels in that time. */
export const stride = 10

type MovingScene = Pick<Scene, 'width' | 'height' | 'frameCount'> & { readonly motion: NonNullable<Scene['motion']> }

/**
 * How a scene's background moves: there over one leg, and back over the next where the video is long. A leg lasts 35 to
 * 70 seconds; a shorter video has one that doesn't go as far.
 */
export function paceOf({ frameCount }: Pick<Scene, 'frameCount'>): { legs: number; travel: number } {
  const seconds = frameCount / fps
  return { legs: Math.max(1, Math.floor((seconds * pace) / depth)), travel: Math.min(depth, seconds * pace) }
}

/**
 * Filters that take the background, one yuv420p frame of the scene's size, and give `frameCount` of it, moving. What is
 * drawn next goes over it and stands still.
 *
 * Positions are drawn to 1/256 of a pixel (perspective's own step), three times a second; the frames between are mixed
 * of the two around them. That close together a mix of two positions is the position between them, for a fiftieth of the
 * work (Debian's ffmpeg: 28 ms for a position, 0.5 ms for a mix). A cubic position now and then keeps fine lines sharper
 * than a linear one for every frame.
 */
export function moveBackground(scene: MovingScene): string {
  // One position behind the last frame, and one that makes `framerate` let go of it.
  const positions = Math.ceil(scene.frameCount / stride) + 2
  const { left, top, right, bottom } = windowOf(scene)
  const corners = `x0=${left}:y0=${top}:x1=${right}:y1=${top}:x2=${left}:y2=${bottom}:x3=${right}:y3=${bottom}`
  return [
    `loop=loop=-1:size=1:start=0,settb=${stride}/${fps},setpts=N,trim=end_frame=${positions}`,
    `perspective=${corners}:interpolation=cubic:sense=source:eval=frame`,
    // Weights from 0 to 255 without a dead zone, and no cuts looked for.
    `framerate=fps=${fps}:interp_start=0:interp_end=255:flags=0`,
    `settb=1/${fps},setpts=N,trim=end_frame=${scene.frameCount}`,
  ].join(',')
}

/** The part of the background that is seen, as expressions of perspective in pixels; `on` is 1 at the first position. */
function windowOf(scene: MovingScene): Record<'left' | 'top' | 'right' | 'bottom', string> {
  const { width, height, frameCount, motion } = scene
  const { legs, travel } = paceOf(scene)
  // 0 at one end of the way, 1 at the other: a triangle wave with round turns, asin of a flattened cosine.
  const phase = `${legs}*PI*(on-1)*${stride}/${frameCount}`
  const there = `(0.5-asin(${evenness}*cos(${phase}))/${2 * Math.asin(evenness)})`
  const way = motion === 'zoom-out' || motion === 'pan-left' ? `(1-${there})` : there
  if (motion === 'zoom-in' || motion === 'zoom-out') {
    const rim = `(0.5-0.5/(1+${travel}*${way}))`
    return quoted({ left: `W*${rim}`, top: `H*${rim}`, right: `W*(1-${rim})`, bottom: `H*(1-${rim})` })
  }
  // Just as much nearer as gives the way its room.
  const room = (travel * Math.min(width, height)) / width
  const hidden = room / (1 + room)
  return quoted({
    left: `W*${hidden}*${way}`,
    top: `H*${hidden / 2}`,
    right: `W*(1-${hidden}*(1-${way}))`,
    bottom: `H*(1-${hidden / 2})`,
  })
}

const quoted = <T extends Record<string, string>>(expressions: T): T =>
  Object.fromEntries(Object.entries(expressions).map(([name, text]) => [name, `'${text}'`])) as T
