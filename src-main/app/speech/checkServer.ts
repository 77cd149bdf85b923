import type { Aligner } from '#ports/Aligner.ts'
import type { ProbedSpeech, SpeechProbe } from '#ports/SpeechProbe.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { checkTexts, lengths, speeds } from '#shared/speech/checkTexts.ts'
import { type GuideVoice, guideVoiceNames } from '#shared/speech/engines.ts'
import { askedFormats, type ServerReport } from '#shared/speech/serverReport.ts'

export interface ServerCheck {
  readonly probe: SpeechProbe
  /** Hears whether all words are said. */
  readonly aligner: Aligner
  /** Told of each step before it begins, 1 to `steps`. */
  readonly onStep?: (step: number, steps: number) => void
}

/** Milliseconds after which nothing more is asked. */
const patience = 5 * 60_000

/** Errors after which nothing else is worth asking. */
const hopeless = new Set(['SPEECH_UNREACHABLE', 'KEY_MISSING', 'KEY_WANTED', 'KEY_REFUSED', 'SPEECH_NO_CREDIT'])

/**
 * Measures what a speech server really does: which formats it gives, which voices it has, whether it keeps speeds, how
 * much text it says without losing words, and how fast it is. One request after the other, `checkCost` in all, within
 * five minutes. Fails where the very first request fails for a reason that all would fail for, or with CANCELLED; what
 * else goes wrong is in the report.
 */
export async function checkServer(check: ServerCheck, signal: AbortSignal): Promise<Result<ServerReport>> {
  const { probe } = check
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  const facts = await probe.facts(signal)
  const { nova: voice } = facts.guide
  const ask = openCount(check, inTime)

  const formats: ServerReport['formats'] = []
  let plain: { readonly asked: (typeof askedFormats)[number]; readonly speech: ProbedSpeech } | undefined
  for (const asked of askedFormats) {
    const answer = await ask({ text: checkTexts.plain, voice, speed: 1, format: asked })
    if (answer.ok) plain ??= { asked, speech: answer.value }
    else if (formats.length === 0 && hopeless.has(answer.error.code)) return answer
    formats.push({ asked, ...(answer.ok ? looksOf(answer.value) : { error: answer.error }) })
  }
  if (signal.aborted) return fail(appError('CANCELLED'))
  const told = { server: probe.server, model: probe.model, voices: facts.voices.map(({ id }) => id), formats }
  // Where it says nothing in any format, there is nothing more to measure.
  if (!plain) return ok({ ...told, ...ask.count(), names: [], speeds: [], lengths: [] })
  const format = plain.asked

  const heard = new Map<string, AppError | undefined>([[voice, undefined]])
  const names: ServerReport['names'] = []
  for (const name of guideVoiceNames) {
    const own = facts.guide[name]
    if (!heard.has(own)) heard.set(own, errorIn(await ask({ text: checkTexts.name, voice: own, speed: 1, format })))
    names.push(nameOf(name, own, heard.get(own)))
  }

  const measured: ServerReport['speeds'] = []
  for (const speed of speeds) {
    const answer = await ask({ text: checkTexts.plain, voice, speed, format })
    if (!answer.ok) measured.push({ asked: speed, error: answer.error })
    else measured.push({ asked: speed, measured: secondsOf(plain.speech) / secondsOf(answer.value) })
  }

  const tried: ServerReport['lengths'] = []
  let longest = plain.speech
  for (const [at, text] of checkTexts.lengths.entries()) {
    const before = tried.at(-1)
    const goesOn = before === undefined || before.state === 'whole' || before.state === 'unsure'
    if (inTime.aborted || !goesOn) tried.push({ characters: lengths[at]!, state: 'skipped' })
    else {
      const answer = await ask({ text, voice, speed: 1, format })
      if (answer.ok) longest = answer.value
      if (answer.ok) tried.push(await hear(text, answer.value, check.aligner, signal))
      else
        tried.push(inTime.aborted ? { characters: lengths[at]!, state: 'skipped' } : refusedLength(text, answer.error))
    }
  }
  if (signal.aborted) return fail(appError('CANCELLED'))
  return ok({
    ...told,
    ...ask.count(),
    names,
    speeds: measured,
    lengths: tried,
    firstByte: ask.firstByte(),
    timesRealTime: secondsOf(longest) / Math.max(0.001, longest.took),
  })
}

const secondsOf = ({ sound }: ProbedSpeech) => sound.samples.length / sound.sampleRate

const looksOf = ({ format, sound }: ProbedSpeech) => ({ got: format, sampleRate: sound.sampleRate })

const errorIn = (answer: Result<unknown>) => (answer.ok ? undefined : answer.error)

const nameOf = (name: GuideVoice, voice: string, error: AppError | undefined) => ({
  name,
  voice,
  ...(error && { error }),
})

const refusedLength = (text: string, error: AppError): ServerReport['lengths'][number] => ({
  characters: text.length,
  state: 'refused',
  error,
})

/** Asks, tells of each step, and counts what was sent. */
function openCount({ probe, onStep }: ServerCheck, signal: AbortSignal) {
  const steps = askedFormats.length + guideVoiceNames.length - 1 + speeds.length + lengths.length
  const firstBytes: number[] = []
  let requests = 0
  let characters = 0
  const ask: SpeechProbe['ask'] = async (request, given = signal) => {
    if (given.aborted) return fail(appError('CANCELLED'))
    requests++
    onStep?.(Math.min(requests, steps), steps)
    characters += request.text.length
    const answer = await probe.ask(request, given)
    if (answer.ok) firstBytes.push(answer.value.firstByte)
    return answer
  }
  return Object.assign((request: Parameters<SpeechProbe['ask']>[0]) => ask(request, signal), {
    count: () => ({ requests, characters }),
    /** Seconds to the first byte, the median without the first request. */
    firstByte: () => {
      const later = firstBytes.length > 1 ? firstBytes.slice(1) : firstBytes
      return later.toSorted((one, other) => one - other)[later.length >> 1]
    },
  })
}

/** Whether a text is said with all of its words. */
async function hear(
  text: string,
  { sound }: ProbedSpeech,
  aligner: Aligner,
  signal: AbortSignal,
): Promise<ServerReport['lengths'][number]> {
  const told = { characters: text.length, seconds: sound.samples.length / sound.sampleRate }
  const aligned = await aligner.align(text, sound, signal, 'en')
  const check = aligned.ok ? aligned.value.check : undefined
  if (!check || check.verdict === 'unsure') return { ...told, state: 'unsure' }
  if (check.verdict === 'passed') return { ...told, state: 'whole' }
  if (check.fault?.kind !== 'lacks') return { ...told, state: 'differs' }
  const lost = text.split(/\s+/).slice(check.fault.from, check.fault.to)
  return { ...told, state: 'lost', lost: lost.length > 8 ? `${lost.slice(0, 8).join(' ')} …` : lost.join(' ') }
}
