import { fps } from '#shared/domain.ts'

const eventFormat = /^Format:\s*Layer\s*,\s*Start\s*,\s*End\s*,/
const dialogue = /^Dialogue:[^,]*,\s*(\d+):(\d\d):(\d\d)\.(\d\d)\s*,\s*(\d+):(\d\d):(\d\d)\.(\d\d)\s*,(.*)$/

/** Override tags that change what an event shows while it is shown (ASS: \t, \move, \fad, \fade, \k and its kin). */
const animation = /\{[^}]*\\(?:t\s*\(|move|fad|[kK])/

/**
 * The pictures at which what an ASS file shows may differ from the picture before, of `pictures`; the first is one.
 * Undefined where that may be any picture: an event is animated, or the file isn't laid out as usual.
 *
 * @param lines of the file, which is large: a line is in memory at a time
 */
export async function captionChanges(
  lines: AsyncIterable<string> | Iterable<string>,
  pictures: number,
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
    for (const picture of times.map(firstPicture)) if (picture < pictures) changes.add(picture)
  }
  return known ? changes : undefined
}

const centiseconds = (...[h, m, s, c]: (string | undefined)[]): number =>
  ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 100 + Number(c)

/** The first picture at or after a time: an event is shown while Start <= t < End. */
function firstPicture(centiseconds: number): number {
  const picture = Math.ceil((centiseconds * fps) / 100)
  return milliseconds(picture) < centiseconds * 10 ? picture + 1 : picture
}

/** When ffmpeg's filter has libass draw a picture: it counts in floating point and cuts, so 3,700 may come out as 3,699. */
const milliseconds = (picture: number) => Math.trunc(picture * (1 / fps) * 1000)
