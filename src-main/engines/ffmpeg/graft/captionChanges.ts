import { fps } from '#shared/domain.ts'

const eventFormat = /^Format:\s*Layer\s*,\s*Start\s*,\s*End\s*,/
const dialogue = /^Dialogue:[^,]*,\s*(\d+):(\d\d):(\d\d)\.(\d\d)\s*,\s*(\d+):(\d\d):(\d\d)\.(\d\d)\s*,(.*)$/

/** Override tags that change what an event shows while it is shown (ASS: \t, \move, \fad, \fade, \k and its kin). */
const animation = /\{[^}]*\\(?:t\s*\(|move|fad|[kK])/

/**
 * The frames at which what an ASS file shows may differ from the frame before, of `frameCount`; the first is one.
 * Undefined where that may be any frame: an event is animated, or the file isn't laid out as usual.
 *
 * @param lines of the file, which is large: a line is in memory at a time
 */
export async function captionChanges(
  lines: AsyncIterable<string> | Iterable<string>,
  frameCount: number,
): Promise<Set<number> | undefined> {
  const changes = new Set([0])
  let inEvents = false
  let known = false
  for await (const line of lines) {
    inEvents ||= line.startsWith('[Events]')
    known ||= inEvents && eventFormat.test(line)
    const [, h1, m1, s1, c1, h2, m2, s2, c2, shown] = (known && dialogue.exec(line)) || []
    if (shown === undefined) continue
    if (animation.test(shown)) return undefined
    const times = [centiseconds(h1, m1, s1, c1), centiseconds(h2, m2, s2, c2)]
    for (const frame of times.map(firstFrame)) if (frame < frameCount) changes.add(frame)
  }
  return known ? changes : undefined
}

const centiseconds = (...[h, m, s, c]: (string | undefined)[]): number =>
  ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 100 + Number(c)

/** The first frame at or after a time: an event is shown while Start <= t < End. */
function firstFrame(centiseconds: number): number {
  const frame = Math.ceil((centiseconds * fps) / 100)
  return milliseconds(frame) < centiseconds * 10 ? frame + 1 : frame
}

/** When ffmpeg's filter has libass draw a frame: it counts in floating point and cuts, so 3,700 may come out as 3,699. */
const milliseconds = (frame: number) => Math.trunc(frame * (1 / fps) * 1000)
