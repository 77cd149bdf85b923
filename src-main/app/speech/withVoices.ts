import type { SpeechEngine } from '#ports/SpeechEngine.ts'

/**
 * An engine that knows its voices: where it has to be asked for them it is, within its own deadline. What it is then, it
 * stays, so that a name means the same voice from a job's first part to its last. Where it does not answer, it goes on
 * with what it knows; speaking then says what is wrong.
 */
export async function withVoices(engine: SpeechEngine, signal: AbortSignal): Promise<SpeechEngine> {
  if (!engine.voices) return engine
  await engine.voices(signal)
  const { facts, version } = engine
  return { ...engine, facts, version }
}
