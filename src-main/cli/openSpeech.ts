import type { Tools } from '#app/runJob.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { createOpenAiSpeech, type OpenAiSpeechOptions } from '#engines/speech/openai/openaiSpeech.ts'
import type { EngineName } from '#shared/domain.ts'

/** The speech engine by its name. `key` and `baseUrl` are for OpenAI's; without a `baseUrl` it is OpenAI itself. */
export function openSpeech(engine: EngineName, key: OpenAiSpeechOptions['key'], baseUrl?: string): Tools['speech'] {
  return engine === 'builtin' ? createBuiltinSpeech() : createOpenAiSpeech({ key, ...(baseUrl && { baseUrl }) })
}
