import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Mark, Segment } from '#shared/script/segment.ts'
import type { EngineFacts } from '#shared/speech/engines.ts'
import type { Pronunciation } from '#shared/speech/pronunciations.ts'
import { type Delivery, deliveryOf, nameVoices, type SpokenAs, voicesOf } from '#shared/speech/spokenAs.ts'
import { restBetween } from './planPieces.ts'
import { openSayings, type SaidWords, type SaySpan, sayWords } from './sayWords.ts'

/** Words of a segment that are spoken in one go: by one voice, at one speed, with no silence among them. */
export interface Utterance {
  /** As the engine is given it: the words as they are said, with the white space that is written between them. */
  readonly text: string
  readonly as: Delivery
  /** The segment's words that it says, in order. */
  readonly words: readonly SaidWords[]
  /** Seconds of rest before it, at its speed; 0 for the first. */
  readonly rest: number
  /** Seconds of silence before it that the script asks for, in place of the rest; 0 where it asks for none. */
  readonly silence: number
}

/** How a segment is spoken, from its first word to its last. */
export interface SpeechPlan {
  readonly utterances: readonly Utterance[]
  /** Seconds of silence behind the last word that the script asks for. */
  readonly ending: number
}

/** Seconds that pass at least, at speed 1, before another voice goes on. */
const changeOfVoice = 0.2

/**
 * Cuts a segment into utterances where its marks ask for a silence, another voice or another speed. Marks that change
 * nothing cut nothing: a segment without others is one utterance of all its text.
 * Fails with VOICE_INVALID where the engine lacks the voice of `spokenAs`, VOICE_UNKNOWN where it lacks a mark's.
 */
export function planSpeech(segment: Segment, spokenAs: SpokenAs, facts: EngineFacts): Result<SpeechPlan> {
  const own = deliveryOf(facts, spokenAs)
  if (!own.ok) return own
  const { text, marks = [] } = segment
  const sayings = openSayings(segment, pronunciationsFor(facts, spokenAs))
  const { words, spans } = sayings
  const starts: Start[] = []
  let wish = spokenAs
  let silence = 0
  for (const [at, here] of marksByPlace(marks, spans, words.length)) {
    for (const mark of here) {
      if (mark.kind === 'silence') silence += mark.seconds
      else if (mark.kind === 'voice') wish = { ...wish, voice: mark.voice ?? spokenAs.voice }
      else wish = { ...wish, speed: mark.speed ?? spokenAs.speed }
    }
    const as = deliveryOf(facts, wish)
    if (!as.ok && as.error.code !== 'VOICE_INVALID') return as
    if (!as.ok) return fail(appError('VOICE_UNKNOWN', { voice: wish.voice, voices: nameVoices(voicesOf(facts)) }))
    if (at === words.length) break
    const before = starts.at(-1)
    if (before && silence === 0 && isSame(before.as, as.value)) continue
    starts.push({ at, as: as.value, silence })
    silence = 0
  }
  const utterances = starts.map(({ at, as, silence: asked }, index): Utterance => {
    const said = sayWords(sayings, at, starts[index + 1]?.at ?? words.length)
    const before = starts[index - 1]
    const [last, first] = [words[at - 1], words[at]]
    const seam = before && last && first ? restBetween(last.text, text.slice(last.to, first.from)) : 0
    const rest = before && before.as.voice !== as.voice ? Math.max(seam, changeOfVoice) : seam
    return { ...said, as, rest: rest / as.speed, silence: asked }
  })
  return ok({ utterances, ending: silence })
}

/** The list as an engine is given it: in IPA where it takes that and the list has it. */
function pronunciationsFor({ takesIpa }: EngineFacts, { pronunciations = [] }: SpokenAs): readonly Pronunciation[] {
  if (!takesIpa) return pronunciations
  return pronunciations.map(({ written, said, ipa }) => ({
    written,
    said: ipa === undefined ? said : `⟦${ipa.replace(/\s+/gu, '.')}⟧`,
  }))
}

/** Plans all segments of a script. Fails as `planSpeech` does, and so before any of them is spoken. */
export function planAll(
  segments: readonly Segment[],
  spokenAs: SpokenAs,
  facts: EngineFacts,
): Result<readonly SpeechPlan[]> {
  const plans: SpeechPlan[] = []
  for (const segment of segments) {
    const plan = planSpeech(segment, spokenAs, facts)
    if (!plan.ok) return plan
    plans.push(plan.value)
  }
  return ok(plans)
}

/** Where an utterance begins: the place of its first word. */
interface Start extends Pick<Utterance, 'as' | 'silence'> {
  readonly at: number
}

type Setting = Extract<Mark, { kind: 'silence' | 'voice' | 'speed' }>

/**
 * The marks that decide how words are spoken, by their places in order, 0 among them. What stands among words that are
 * said as one counts behind these.
 */
function marksByPlace(
  marks: readonly Mark[],
  spans: readonly SaySpan[],
  words: number,
): ReadonlyMap<number, readonly Setting[]> {
  const places = new Map<number, Setting[]>([[0, []]])
  for (const mark of marks.toSorted((one, other) => one.at - other.at)) {
    if (mark.kind !== 'silence' && mark.kind !== 'voice' && mark.kind !== 'speed') continue
    const span = spans.find(({ at, to }) => at < mark.at && mark.at < to)
    const at = span?.to ?? Math.min(mark.at, words)
    places.set(at, [...(places.get(at) ?? []), mark])
  }
  return places
}

const isSame = (one: Delivery, other: Delivery) => JSON.stringify(one) === JSON.stringify(other)
