/**
 * The part of Kokoro's vocabulary that English uses (config.json of hexgrad/Kokoro-82M). Its signs are misaki's: IPA,
 * but for `A I O Q W Y`, the diphthongs of face, price, goat, British goat, mouth and choice, and `ʤ ʧ`.
 */
const tokens: Readonly<Record<string, number>> = {
  ...{ ';': 1, ':': 2, ',': 3, '.': 4, '!': 5, '?': 6, '—': 9, '…': 10, ' ': 16 },
  ...{ A: 24, I: 25, O: 31, Q: 33, W: 39, Y: 41, ᵊ: 42, a: 43, b: 44, d: 46, f: 48, h: 50, i: 51, j: 52, k: 53 },
  ...{ l: 54, m: 55, n: 56, p: 58, s: 61, t: 62, u: 63, v: 64, w: 65, z: 68, ɑ: 69, ɐ: 70, ɒ: 71, æ: 72, ɔ: 76 },
  ...{ ð: 81, ʤ: 82, ə: 83, ɛ: 86, ɜ: 87, ɡ: 92, ɪ: 102, ŋ: 112, θ: 119, ɹ: 123, ʃ: 131, ʧ: 133, ʊ: 135 },
  ...{ ʌ: 138, ʒ: 147, ˈ: 156, ˌ: 157, ː: 158, ᵻ: 177 },
  // The tap of `city` was given to this version of the model as T, and a glottal stop as t (misaki's G2P, before 2.0).
  ...{ ɾ: 36, ʔ: 62 },
}

/** The most tokens of one request; the model is given a zero before and behind them. */
export const mostTokens = 510

/** Signs as tokens. What the model has no token for is left out, as its own code does. */
export const tokensOf = (signs: string): number[] =>
  Array.from(signs, (sign) => tokens[sign]).filter((token) => token !== undefined)
