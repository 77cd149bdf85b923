const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

/**
 * An upper estimate of how many tokens (o200k_base, which gpt-4o-mini-tts reads) the text is, character by character,
 * so that the estimates of parts add up. A tokenizer would cost 2 MB of tables to say where a budget of 2,000 ends.
 * English prose is 0.2 to 0.3 a character, the Latin and Cyrillic languages up to 0.4, Japanese and Chinese 0.7 to 1,
 * Lao and Amharic 1.8; short words, capitals and figures cost more. These weights lie above all of those.
 */
export function estimateTokens(text: string): number {
  let tokens = 0
  for (const character of text) tokens += weight(character)
  return tokens
}

function weight(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return /[A-Za-z\s]/.test(character) ? 0.45 : 0.75
  if (point < 0x800) return 0.45
  if (chinese.test(character)) return 1.2
  return point < 0x10000 ? 2.2 : 3
}
