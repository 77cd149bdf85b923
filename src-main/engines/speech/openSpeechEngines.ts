import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { EngineName } from '#shared/speech/engines.ts'
import { createBuiltinSpeech } from './builtin/builtinSpeech.ts'
import { createNaturalSpeech, type NaturalSpeechOptions } from './natural/naturalSpeech.ts'
import { createOpenAiSpeech, type OpenAiSpeechOptions } from './openai/openaiSpeech.ts'
import { createSystemSpeech } from './system/systemSpeech.ts'

/** Every speech engine there is, by its name. */
export type SpeechEngines = Readonly<Record<EngineName, SpeechEngine>>

export interface SpeechEnginesOptions extends OpenAiSpeechOptions {
  /** What the natural voice speaks with. */
  readonly natural: NaturalSpeechOptions
}

/**
 * Opens all speech engines. Every way in takes its engines from here, so that what one has bought is in the cache for
 * all of them. Nothing is loaded before `wake` or the first piece.
 */
export function openSpeechEngines({ natural, ...options }: SpeechEnginesOptions): SpeechEngines {
  return {
    system: createSystemSpeech(),
    builtin: createBuiltinSpeech(),
    natural: createNaturalSpeech(natural),
    openai: createOpenAiSpeech(options),
  }
}

/** Ends the workers and connections of all of them. */
export async function closeSpeechEngines(engines: SpeechEngines): Promise<void> {
  await Promise.all(Object.values(engines).map((engine) => engine.close()))
}
