import type { SoundDecoder } from '#ports/SoundDecoder.ts'
import type { Speech, SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { engines, type ModelFacts, openAiBaseUrl, type TextBudget } from '#shared/speech/engines.ts'
import { cutText } from '../cutText.ts'
import { serverAddress } from '../serverAddress.ts'
import { stretchSpeech } from '../stretchSpeech.ts'
import { speechFormats } from './answer/decodeAnswer.ts'
import type { Failure } from './explainFailure.ts'
import { requestSpeech, type SpeechCall } from './requestSpeech.ts'
import { type Patience, retry, patience as usualPatience } from './retry.ts'
import { openServerMemory, type ServerMemory } from './serverMemory.ts'
import { speakInPieces } from './speakInPieces.ts'

export interface OpenAiSpeechOptions {
  /** Asked before each piece; null where there is none. The key goes into the request's header and nowhere else. */
  readonly key: () => Promise<Result<string | null>>
  /**
   * Of any server that speaks OpenAI's speech API (Kokoro-FastAPI, Speaches, LocalAI), which may need no key. Asked
   * each time, since it may be changed while the program runs; absent or undefined: OpenAI itself.
   */
  readonly baseUrl?: () => string | undefined
  /** Reads the sound of servers that answer in another format than WAV. */
  readonly decoder: SoundDecoder
  /** Milliseconds that the service may stay silent before a request counts as lost; absent: `usualSilence`. */
  readonly silence?: number
  readonly patience?: Partial<Patience>
}

/**
 * Characters in one request to a server that is not OpenAI's: what their models are made for. Longer texts they refuse,
 * cut off, or speak with words left out.
 */
const ownLongest = 800
/** Milliseconds of silence: a model without a graphics card may take minutes to its first byte. */
const usualSilence = (baseUrl: string) => (baseUrl === openAiBaseUrl ? 180_000 : 600_000)
/** Requests that such a server is asked side by side: most have one processor or graphics card for all. */
const ownPlaces = 2

/**
 * The voices of OpenAI's speech API. Costs money per character, gives no word times. What a server answers in, and how
 * much it takes, is learned from its answers and kept while the program runs.
 */
export function createOpenAiSpeech(options: OpenAiSpeechOptions): SpeechEngine {
  const address = () => serverAddress(options.baseUrl?.())
  const memories = new Map<string, ServerMemory>()
  const memoryOf = (baseUrl: string) => {
    const known = memories.get(baseUrl)
    if (known) return known
    const memory = openServerMemory(baseUrl === openAiBaseUrl ? Number.POSITIVE_INFINITY : ownPlaces)
    memories.set(baseUrl, memory)
    return memory
  }
  return {
    get facts() {
      return address() === openAiBaseUrl ? engines.openai : unpriced
    },
    get version() {
      return `1 ${address()}`
    },
    cut: (text, { model = usualModel }) => cutText(text, budgetOf(model, address())),
    speak: (request, signal, onWait) => {
      const baseUrl = address()
      return speak(request, { ...options, baseUrl, memory: memoryOf(baseUrl) }, signal, onWait)
    },
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
function budgetOf(model: string, baseUrl: string): TextBudget {
  const budget = isGpt(model) ? gptBudget : engines.openai.budget
  return baseUrl === openAiBaseUrl ? budget : { ...budget, characters: ownLongest }
}

interface SpeakOptions extends Omit<OpenAiSpeechOptions, 'baseUrl'> {
  readonly baseUrl: string
  readonly memory: ServerMemory
}

async function speak(
  request: SpeechRequest,
  { key, baseUrl, silence = usualSilence(baseUrl), patience, decoder, memory }: SpeakOptions,
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
    const call = { baseUrl, key: secret, silence, body, decoder }
    const patient = { ...usualPatience, ...patience }
    const spoken = await speakInPieces(text, memory, async (input) => {
      let tooLong = false
      const attempt = async () => {
        const outcome = await ask({ ...call, body: { ...body, input } }, memory, signal)
        tooLong = 'error' in outcome && outcome.mend === 'length'
        return outcome
      }
      return { spoken: await retry(attempt, patient, signal, onWait), tooLong }
    })
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

/** Asks once; in one format after the other where the server refuses one, or answers with what can not be read. */
async function ask(call: Omit<SpeechCall, 'format'>, memory: ServerMemory, signal: AbortSignal) {
  let refused: Failure | undefined
  for (const format of [memory.format, ...speechFormats.filter((other) => other !== memory.format)]) {
    const outcome = await memory.inPlace(() => requestSpeech({ ...call, format }, signal), signal)
    if (!('error' in outcome)) {
      memory.format = format
      return outcome
    }
    if (outcome.mend !== 'format') return outcome
    refused ??= outcome
  }
  return refused as Failure
}
