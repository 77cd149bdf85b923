import type { SoundDecoder } from '#ports/SoundDecoder.ts'
import type { Speech, SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import {
  engines,
  type GuideVoice,
  type ModelFacts,
  openAiBaseUrl,
  type TextBudget,
  type VoiceFacts,
} from '#shared/speech/engines.ts'
import { askedFormats } from '#shared/speech/serverReport.ts'
import { nameVoices } from '#shared/speech/spokenAs.ts'
import { cutText } from '../cutText.ts'
import { isKokoro } from '../describeVoice.ts'
import { serverAddress } from '../serverAddress.ts'
import { stretchSpeech } from '../stretchSpeech.ts'
import { isAddress, isSendable, readSecret } from './access.ts'
import type { Failure } from './explainFailure.ts'
import { requestSpeech, type SpeechCall } from './requestSpeech.ts'
import { type Patience, retry, patience as usualPatience } from './retry.ts'
import { openServerMemory, type ServerMemory } from './serverMemory.ts'
import { speakInPieces } from './speakInPieces.ts'
import { mapGuide } from './voices/mapGuide.ts'
import { openServerVoices, type ServerVoices } from './voices/serverVoices.ts'

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
  /** Whom a person chose for names of the guide, by the server's address. Asked each time. */
  readonly guide?: (baseUrl: string) => Partial<Record<GuideVoice, string>>
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
  const voices = openServerVoices()
  return {
    get facts() {
      const baseUrl = address()
      return factsOf(baseUrl, voices, options.guide?.(baseUrl))
    },
    get version() {
      return `1 ${address()}`
    },
    cut: (text, { model = usualModel }, most = Number.POSITIVE_INFINITY) => {
      const budget = budgetOf(model, address())
      return cutText(text, { ...budget, characters: Math.min(most, budget.characters) })
    },
    async voices(signal) {
      const baseUrl = address()
      if (baseUrl === openAiBaseUrl || !isAddress(baseUrl)) return ok(factsOf(baseUrl, voices).voices)
      try {
        return ok(await voices.ask(baseUrl, () => readSecret(options.key), signal))
      } catch (error) {
        if (signal.aborted) return fail(appError('CANCELLED'))
        throw error
      }
    },
    speak: (request, signal, onWait) => {
      const baseUrl = address()
      return speak(request, { ...options, baseUrl, memory: memoryOf(baseUrl), voices }, signal, onWait)
    },
    close: async () => {},
  }
}

/** OpenAI's own; of another server its voices as it lists them, and no prices. */
function factsOf(
  baseUrl: string,
  voices: ServerVoices,
  chosen: Partial<Record<GuideVoice, string>> = {},
): SpeechEngine['facts'] {
  const { openai } = engines
  if (baseUrl === openAiBaseUrl) return { ...openai, guide: { ...openai.guide, ...chosen } }
  const listed = voices.known(baseUrl)
  return {
    ...openai,
    models: openai.models.map(({ price: _, ...model }) => model),
    server: baseUrl,
    voices: listed,
    guide: mapGuide(listed, chosen),
    ...(listed.length === 0 && { anyVoice: true }),
    ...(listed.some(({ id }) => isKokoro(id)) && { mixesVoices: true }),
  }
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
  readonly voices: ServerVoices
}

async function speak(
  request: SpeechRequest,
  { key, baseUrl, silence = usualSilence(baseUrl), patience, decoder, memory, voices }: SpeakOptions,
  signal: AbortSignal,
  onWait?: (seconds: number) => void,
): Promise<Result<Speech>> {
  if (!isAddress(baseUrl)) {
    return fail(appError('SPEECH_UNREACHABLE', { host: URL.parse(baseUrl)?.host ?? baseUrl, attempts: 1 }))
  }
  const apiKey = await key()
  // A server of one's own may need no key, so a machine without a keychain can use it.
  if (!apiKey.ok && baseUrl === openAiBaseUrl) return apiKey
  const secret = (apiKey.ok && apiKey.value?.trim()) || null
  if (secret === null && baseUrl === openAiBaseUrl) return fail(appError('KEY_MISSING'))
  if (secret !== null && !isSendable(secret)) return fail(appError('KEY_REFUSED'))

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
    let refused: Failure | undefined
    const spoken = await speakInPieces(text, memory, async (input) => {
      const attempt = async () => {
        const outcome = await ask({ ...call, body: { ...body, input } }, memory, signal)
        refused = 'error' in outcome ? outcome : undefined
        return outcome
      }
      const piece = await retry(attempt, patient, signal, onWait)
      return { spoken: piece, tooLong: refused?.mend === 'length' }
    })
    if (!spoken.ok && refused?.mend === 'voice') {
      const listed = await voices.ask(baseUrl, async () => secret, signal)
      return fail(refusedVoice(spoken.error, voice, listed))
    }
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
  for (const format of [memory.format, ...askedFormats.filter((other) => other !== memory.format)]) {
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

/** A refusal of a voice, with those that the server has, where it lists them. */
function refusedVoice(error: AppError, voice: string, listed: readonly VoiceFacts[]): AppError {
  const { reason } = error.facts
  const ids = listed.map(({ id }) => id)
  if (ids.length === 0 || ids.includes(voice) || typeof reason !== 'object' || !('code' in reason)) return error
  return appError('VOICE_REFUSED', { voice, reason, voices: nameVoices(ids) }, error.detail)
}
