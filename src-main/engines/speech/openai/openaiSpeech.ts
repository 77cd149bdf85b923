import type { Speech, SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { engines, type ModelFacts, openAiBaseUrl } from '#shared/speech/engines.ts'
import { cutText } from '../cutText.ts'
import { serverAddress } from '../serverAddress.ts'
import { stretchSpeech } from '../stretchSpeech.ts'
import { requestSpeech } from './requestSpeech.ts'
import { type Patience, retry, patience as usualPatience } from './retry.ts'

export interface OpenAiSpeechOptions {
  /** Asked before each piece; null where there is none. The key goes into the request's header and nowhere else. */
  readonly key: () => Promise<Result<string | null>>
  /**
   * Of any server that speaks OpenAI's speech API (Kokoro-FastAPI, Speaches, LocalAI), which may need no key. Asked
   * each time, since it may be changed while the program runs; absent or undefined: OpenAI itself.
   */
  readonly baseUrl?: () => string | undefined
  /** Milliseconds that the service may stay silent before a request counts as lost. */
  readonly silence?: number
  readonly patience?: Partial<Patience>
}

/** The voices of OpenAI's speech API. Costs money per character, gives no word times. */
export function createOpenAiSpeech(options: OpenAiSpeechOptions): SpeechEngine {
  const address = () => serverAddress(options.baseUrl?.())
  return {
    get facts() {
      return address() === openAiBaseUrl ? engines.openai : unpriced
    },
    get version() {
      return `1 ${address()}`
    },
    cut: (text, { model = usualModel }) => cutText(text, budgetOf(model)),
    speak: (request, signal, onWait) => speak(request, { ...options, baseUrl: address() }, signal, onWait),
    close: async () => {},
  }
}

/** What a server of one's own takes, nobody here knows. */
const unpriced: SpeechEngine['facts'] = {
  ...engines.openai,
  models: engines.openai.models.map(({ price: _, ...model }) => model),
}

const [{ id: usualModel, budget: gptBudget }] = engines.openai.models as readonly [ModelFacts]
const isGpt = (model: string) => model.startsWith('gpt-')
const budgetOf = (model: string) => (isGpt(model) ? gptBudget : engines.openai.budget)

async function speak(
  request: SpeechRequest,
  { key, baseUrl, silence = 180_000, patience }: Omit<OpenAiSpeechOptions, 'baseUrl'> & { readonly baseUrl: string },
  signal: AbortSignal,
  onWait?: (seconds: number) => void,
): Promise<Result<Speech>> {
  const address = URL.parse(baseUrl)
  if (!address?.host || address.username || address.password) {
    return fail(appError('SPEECH_UNREACHABLE', { host: address?.host ?? baseUrl, attempts: 1 }))
  }
  const apiKey = await key()
  // A server of one's own may need no key, so a machine without a keychain can use it.
  if (!apiKey.ok && baseUrl === openAiBaseUrl) return apiKey
  const secret = (apiKey.ok && apiKey.value?.trim()) || null
  if (secret === null && baseUrl === openAiBaseUrl) return fail(appError('KEY_MISSING'))
  // A header takes no other characters, and the error that says so would quote the key.
  if (secret !== null && !/^[\x21-\x7e]+$/.test(secret)) return fail(appError('KEY_REFUSED'))

  const { text } = request
  const { model = usualModel, voice, speed, instructions } = request.as
  const stretched = isGpt(model)
  const body = {
    input: text,
    model,
    voice,
    ...(stretched || speed === 1 ? {} : { speed }),
    ...(instructions && !model.startsWith('tts-1') ? { instructions } : {}),
  }
  try {
    const call = { baseUrl, key: secret, silence, body }
    const spoken = await retry(() => requestSpeech(call, signal), { ...usualPatience, ...patience }, signal, onWait)
    if (!spoken.ok || !stretched || speed === 1) return spoken
    // gpt-4o-mini-tts was documented to ignore `speed`, and is no longer documented to; stretching here is right
    // either way.
    const { samples, sampleRate } = spoken.value
    return ok({ samples: stretchSpeech(samples, sampleRate, speed), sampleRate })
  } catch (error) {
    if (signal.aborted) return fail(appError('CANCELLED'))
    throw error
  }
}
