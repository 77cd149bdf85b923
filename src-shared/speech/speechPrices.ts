import type { speechModels } from '../domain.ts'

/**
 * What OpenAI takes, in US dollars (its pricing page, autumn 2025). The older models are billed by the character of
 * input; gpt-4o-mini-tts by tokens in and out, which the same page gives as 1.5 cents a minute of speech.
 */
export const speechPrices: Record<(typeof speechModels)[number], { perCharacter?: number; perSecond?: number }> = {
  'gpt-4o-mini-tts': { perSecond: 0.015 / 60 },
  'tts-1': { perCharacter: 15 / 1e6 },
  'tts-1-hd': { perCharacter: 30 / 1e6 },
}
