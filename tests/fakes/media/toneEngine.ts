import type { SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'
import { type EngineName, engineNames, engines } from '#shared/speech/engines.ts'

export interface ToneOptions {
  readonly paid?: boolean
  readonly timed?: boolean
  /** Samples a second. */
  readonly rate?: number
  /** Cuts a text into pieces; by default at each line end. */
  readonly cut?: (text: string) => string[]
  /** Amplitude of the noise under everything. */
  readonly noise?: number
  /** Before each piece is spoken. */
  readonly before?: (request: SpeechRequest) => Promise<void>
}

/** Seconds of a word's tone, of the gap after it, and of the silence before the first and after the last one. */
export const tone = { word: 0.12, gap: 0.06, lead: 0.4, trail: 0.7 } as const

/** A voice that says a tone for every word, whose places are known to the sample. */
export function createToneEngine(options: ToneOptions = {}): SpeechEngine & { readonly spoken: SpeechRequest[] } {
  const { paid = false, timed = true, rate = 16_000, noise = 0, cut = (text) => text.split('\n'), before } = options
  const spoken: SpeechRequest[] = []
  return {
    facts: { ...engines.builtin, paid, takes: { model: true, instructions: true, baseUrl: false } },
    version: `tone ${rate} ${timed}`,
    spoken,
    cut,
    close: async () => {},
    speak: async (request, signal) => {
      spoken.push(request)
      await before?.(request)
      if (signal.aborted) return fail(appError('CANCELLED'))
      const words = request.text.split(/\s+/u).filter(Boolean)
      if (!/[\p{L}\p{N}]/u.test(request.text)) return fail(appError('SPEECH_NOTHING_TO_SAY', { text: request.text }))
      const length = tone.lead + words.length * (tone.word + tone.gap) - tone.gap + tone.trail
      const startOf = (at: number) => tone.lead + at * (tone.word + tone.gap)
      const samples = Float32Array.from({ length: Math.round(length * rate) }, (_, at) => {
        const time = at / rate - tone.lead
        const loud = time >= 0 && time < length - tone.lead - tone.trail && time % (tone.word + tone.gap) < tone.word
        return (loud ? 0.3 * Math.sin(2 * Math.PI * 200 * time) : 0) + noise * Math.sin(at * at)
      })
      const times = words.map((text, at) => ({ text, start: startOf(at), end: startOf(at) + tone.word }))
      return ok({ samples, sampleRate: rate, ...(timed ? { words: times } : {}) })
    },
  }
}

/** One for every name: whichever engine is chosen, `make` has made it. */
export function everyEngine<Engine>(make: (name: EngineName) => Engine): Readonly<Record<EngineName, Engine>> {
  return Object.fromEntries(engineNames.map((name) => [name, make(name)])) as Record<EngineName, Engine>
}
