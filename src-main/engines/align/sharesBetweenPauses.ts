import { hop } from './sound/recording.ts'

/** Seconds of quiet inside the speech that count as a pause. */
const shortestPause = 0.12
const quiet = 0.3
const audible = 0.35

/** Start and end in seconds. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** How long a word takes to say, in letters: a digit or a sign stands for a word, an ideograph for a syllable. */
function lengthInLetters(word: string): number {
  let letters = 0
  for (const character of word) {
    if (/\d|[%$€£¥&@+=]/.test(character)) letters += 5
    else if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(character)) letters += 2.5
    else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) letters += 1.5
    else if (/\p{L}/u.test(character)) letters += 1
  }
  return letters
}

/** The pause that a reader makes after a word, in letters (one takes about 65 ms). */
function expectedPause(word: string): number {
  const bare = word.replace(/["'”’»)\]」』]+$/u, '')
  if (/[.!?…。！？]$/u.test(bare)) return /^\p{L}{1,3}\.$/u.test(bare) && !/[aeiou]/i.test(bare.slice(1)) ? 0 : 7
  return /[,;:—–、，；：]$/u.test(bare) ? 3.5 : 0
}

/** The speech from its first to its last audible frame, and the pauses in it. */
function hearPauses(loud: Float32Array): { speech: Span; pauses: Span[] } {
  const first = Math.max(
    0,
    loud.findIndex((level) => level >= audible),
  )
  const last = Math.max(
    first,
    loud.findLastIndex((level) => level >= audible),
  )
  const pauses: Span[] = []
  let from = -1
  for (let frame = first; frame <= last; frame++) {
    if (loud[frame]! < quiet) {
      if (from < 0) from = frame
      continue
    }
    if (from >= 0 && (frame - from) * hop >= shortestPause) pauses.push({ start: from * hop, end: frame * hop })
    from = -1
  }
  return { speech: { start: first * hop, end: (last + 1) * hop }, pauses }
}

/** What it costs to hear a pause in no particular place. */
const unplaced = 6

/**
 * Puts each heard pause before a word, in order, or nowhere: cheaply where punctuation asks for one and where the
 * letters so far agree with the time so far. Dynamic programming over pauses and words.
 * @returns for every pause the word that it stands before, or -1
 */
function placePauses(words: readonly string[], pauses: readonly Span[], speech: Span): number[] {
  const letters = words.map(lengthInLetters)
  const spoken = speech.end - speech.start - pauses.reduce((sum, pause) => sum + pause.end - pause.start, 0)
  const perLetter = Math.max(0.1, spoken) / Math.max(1, sum(letters))
  const before = letters.map((_, i) => sum(letters.slice(0, i)) * perLetter)

  let lost = 0
  const cost = pauses.map((pause) => {
    const clock = pause.start - speech.start - lost
    const length = (pause.end - pause.start) / perLetter
    lost += pause.end - pause.start
    return words.map((_, word) => {
      if (word === 0) return Number.POSITIVE_INFINITY
      const off = Math.abs(clock - before[word]!) / perLetter
      const expected = expectedPause(words[word - 1]!)
      return (off * off) / 20 + (expected > 0 ? -1.5 * Math.min(length, expected) : 3 + length)
    })
  })

  // best[w]: least cost of the pauses so far with the last placed one before word w (0: none placed).
  let best = words.map((_, word) => (word === 0 ? 0 : Number.POSITIVE_INFINITY))
  const came = cost.map((costs) => {
    const from = Int32Array.from(words.keys())
    const next = best.map((cost) => cost + unplaced)
    let lowest = 0
    for (let word = 1; word < words.length; word++) {
      if (best[word - 1]! < best[lowest]!) lowest = word - 1
      const placed = best[lowest]! + costs[word]!
      if (placed >= next[word]!) continue
      next[word] = placed
      from[word] = lowest
    }
    best = next
    return from
  })
  const places = new Array<number>(pauses.length).fill(-1)
  let word = best.indexOf(Math.min(...best))
  for (let pause = pauses.length - 1; pause >= 0; pause--) {
    const from = came[pause]![word]!
    if (from !== word) places[pause] = word
    word = from
  }
  return places
}

/**
 * Word times without knowing what is said: shares of the time by letters, between the pauses that can be heard.
 * @param loud loudness of each 10 ms (see `loudness`)
 */
export function sharesBetweenPauses(words: readonly string[], loud: Float32Array): Span[] {
  if (words.length === 0) return []
  const { speech, pauses } = hearPauses(loud)
  const places = placePauses(words, pauses, speech)
  const spans: Span[] = []
  const share = (until: number, from: number, to: number) => {
    const group = words.slice(spans.length, until).map(lengthInLetters)
    const total = sum(group)
    let now = from
    for (const letters of group) {
      const length = total > 0 ? ((to - from) * letters) / total : 0
      spans.push({ start: now, end: now + length })
      now += length
    }
  }
  let from = speech.start
  pauses.forEach((pause, i) => {
    if (places[i]! < 0) return
    share(places[i]!, from, pause.start)
    from = pause.end
  })
  share(words.length, from, speech.end)
  return spans
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
