import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { Segment } from '#shared/script/segment.ts'
import type { EngineFacts } from '#shared/speech/engines.ts'
import { identifyLanguage } from '../advice/identifyLanguage.ts'

/**
 * An engine that knows its voices: where it has to be asked for them it is, within its own deadline. What it is then, it
 * stays, so that a name means the same voice from a job's first part to its last. Where it does not answer, it goes on
 * with what it knows; speaking then says what is wrong.
 *
 * @param segments what it is to speak: where the text's language decides who is meant by the guide's names, it does
 */
export async function withVoices(
  engine: SpeechEngine,
  signal: AbortSignal,
  segments: readonly Pick<Segment, 'text'>[] = [],
): Promise<SpeechEngine> {
  if (!engine.voices) return engine
  await engine.voices(signal)
  const { version } = engine
  return { ...engine, facts: await inLanguageOf(segments, engine.facts), version }
}

async function inLanguageOf<Facts extends EngineFacts>(
  segments: readonly Pick<Segment, 'text'>[],
  facts: Facts,
): Promise<Facts> {
  if (!facts.guides || segments.length === 0) return facts
  const language = await identifyLanguage(segments.map(({ text }) => text).join('\n'))
  const guide = language === undefined ? undefined : facts.guides[language]
  return guide ? { ...facts, guide } : facts
}
