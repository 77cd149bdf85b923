import { longestSilence, type Mark, settings } from '../segment.ts'
import { type Asked, blank, type Found, literal, type Piece, paragraphEnd, place } from './piece.ts'

export interface Composed {
  readonly text: string
  readonly marks: readonly Mark[]
}

interface Open {
  readonly found: Found
  at?: number
}

const isSpace = /\s|\p{Cc}/u
const isBreaking = /[^\S\u00A0\u202F\u2007]|\p{Cc}/u
const joins = /[,.;:!?…]/

/**
 * The text that is left of a piece, and its marks at their words: one space between two words, or the no-break space
 * that was written, an empty line between paragraphs.
 */
export function composeText({ source, text, literals, found }: Piece): Composed {
  const events = [...found].sort((a, b) => placeOf(a) - placeOf(b) || a.from - b.from)
  const ends = found.filter(({ words }) => words).sort((a, b) => a.words![1] - b.words![1])
  const marks: { mark: Mark; order: number }[] = []
  const pending: Open[] = []
  const opened = new Map<Found, Open>()
  let out = ''
  let words = 0
  let inWord = false
  let gap = ''
  let hidden = false
  let event = 0
  let end = 0

  for (let at = 0; at <= text.length; at++) {
    while (end < ends.length && ends[end]!.words![1] <= at) closeSpan(ends[end++]!)
    while (event < events.length && placeOf(events[event]!) <= at) begin(events[event++]!)
    if (at === text.length) break
    const unit = text[at]!
    if (unit === blank) hidden = true
    else if (unit === place) {
      hidden = true
      leaveSpace(' ')
    } else if (unit === paragraphEnd) leaveSpace('\n\n')
    else if (unit === literal) show(literals.get(at) ?? source[at]!, at)
    else if (isSpace.test(unit)) leaveSpace(unit)
    else show(unit, at)
  }
  const inOrder = marks.sort((a, b) => a.mark.at - b.mark.at || a.order - b.order).map(({ mark }) => mark)
  return { text: out, marks: joinEqual(inOrder) }

  function begin(one: Found): void {
    const { asked } = one
    if (one.words) {
      const open = { found: one }
      opened.set(one, open)
      pending.push(open)
    } else if (isPlaced(asked)) {
      marks.push({ mark: { ...asked, at: words }, order: one.from })
    }
  }

  function closeSpan(one: Found): void {
    const at = opened.get(one)?.at
    const { asked } = one
    if (at === undefined || at >= words) return
    if (asked.kind === 'emphasis') marks.push({ mark: { kind: 'emphasis', at, to: words }, order: one.from })
    else if (asked.kind === 'say') {
      const rest = /^[-'’\p{L}\p{N}\u00AD]+/u.exec(text.slice(one.to, one.to + 40))?.[0] ?? ''
      marks.push({ mark: { kind: 'say', at, to: words, as: (asked.as + rest).slice(0, 200) }, order: one.from })
    }
  }

  function leaveSpace(sign: string): void {
    inWord = false
    gap += sign
  }

  function show(shown: string, at: number): void {
    if (gap !== '') {
      const attached =
        hidden && !gap.includes('\n') && joins.test(shown) && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '') && out !== ''
      if (attached && /[.!?…,;:]$/.test(out)) return
      if (attached) inWord = true
      else if (out !== '') out += spaceOf(gap)
      gap = ''
    }
    hidden = false
    if (!inWord) words++
    inWord = true
    for (const open of pending.splice(0)) open.at = words - 1
    out += shown
  }
}

/** Marks that stand at one place of the text. */
const isPlaced = (asked: Asked): asked is Extract<Asked, { kind: 'silence' | 'voice' | 'speed' | 'background' }> =>
  asked.kind === 'silence' || settings.some((kind) => kind === asked.kind)

const placeOf = ({ from, words }: Found) => words?.[0] ?? from

function spaceOf(gap: string): string {
  if (/\n[^\S\n]*\n/.test(gap)) return '\n\n'
  return isBreaking.test(gap) ? ' ' : gap[0]!
}

/** Silences at one place add up, of settings the last one counts, and spans of one kind never overlap. */
function joinEqual(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  const lastOf = new Map<Mark['kind'], number>()
  for (const mark of marks) {
    const last = lastOf.get(mark.kind)
    const one = last === undefined ? undefined : joinedMark(joined[last]!, mark)
    if (one) joined[last!] = one
    else lastOf.set(mark.kind, joined.push(mark) - 1)
  }
  return joined
}

/** Two marks of a kind as one, where they are about the same place. */
function joinedMark(before: Mark, mark: Mark): Mark | undefined {
  if ('to' in before && 'to' in mark) {
    if (before.to <= mark.at) return undefined
    return before.kind === 'emphasis' ? { ...before, to: Math.max(before.to, mark.to) } : before
  }
  if (before.at !== mark.at) return undefined
  if (mark.kind !== 'silence' || before.kind !== 'silence') return mark
  return { ...mark, seconds: Math.min(longestSilence, before.seconds + mark.seconds) }
}
