import { sniffSound } from '#files/sniffSound.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { ProbedSpeech, ProbeRequest, SpeechProbe } from '#ports/SpeechProbe.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { engines, openAiBaseUrl } from '#shared/speech/engines.ts'
import { serverAddress } from '../serverAddress.ts'
import { isAddress, readSecret } from './access.ts'
import type { OpenAiSpeechOptions } from './openaiSpeech.ts'
import { requestSpeech } from './requestSpeech.ts'

export interface ProbeOptions extends Pick<OpenAiSpeechOptions, 'key' | 'decoder'> {
  readonly baseUrl: string | undefined
  /** Absent: the engine's first. */
  readonly model?: string | undefined
  /** Knows the server's voices. */
  readonly engine: Pick<SpeechEngine, 'facts' | 'voices'>
}

/** Milliseconds that a server may stay silent while it is looked at. */
const silence = 60_000

/** A look at the speech server at this address; OpenAI's own where there is none. */
export function createSpeechProbe(options: ProbeOptions): SpeechProbe {
  const server = serverAddress(options.baseUrl)
  const model = options.model ?? engines.openai.models[0]?.id ?? ''
  return {
    server,
    model,
    async facts(signal) {
      await options.engine.voices?.(signal)
      return options.engine.facts
    },
    async ask(request, signal) {
      try {
        return await askOnce(request, { ...options, server, model }, signal)
      } catch (error) {
        if (signal.aborted) return fail(appError('CANCELLED'))
        throw error
      }
    },
  }
}

async function askOnce(
  { text, voice, speed, format }: ProbeRequest,
  { server, model, key, decoder }: Pick<ProbeOptions, 'key' | 'decoder'> & { server: string; model: string },
  signal: AbortSignal,
): Promise<Result<ProbedSpeech>> {
  if (!isAddress(server)) return fail(appError('SPEECH_UNREACHABLE', { host: server, attempts: 1 }))
  const secret = await readSecret(key)
  if (secret === null && server === openAiBaseUrl) return fail(appError('KEY_MISSING'))
  const begun = performance.now()
  let first = begun
  let came = begun
  let bytes: Uint8Array = new Uint8Array()
  const body = { input: text, model, voice, ...(speed === 1 ? {} : { speed }) }
  const onFirstByte = () => {
    first = performance.now()
  }
  const onAnswer = (whole: Uint8Array) => {
    came = performance.now()
    bytes = whole
  }
  const call = { baseUrl: server, key: secret, silence, body, format, decoder, onFirstByte, onAnswer }
  const sound = await requestSpeech(call, signal)
  if ('error' in sound) return fail(sound.error(1))
  return ok({
    sound,
    format: sniffSound(bytes) ?? 'pcm',
    firstByte: (first - begun) / 1000,
    took: (came - begun) / 1000,
  })
}
