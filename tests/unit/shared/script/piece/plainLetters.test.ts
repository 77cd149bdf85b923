import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'

test.each([
  [
    '𝗕𝗼𝗹𝗱 𝘁𝗲𝘅𝘁 is the 𝓈𝒸𝓇𝒾𝓅𝓉 hook that everybody uses, in ᴄᴀᴘs.',
    'Bold text is the script hook that everybody uses, in caps.',
  ],
  ['𝒽ℯ𝓁𝓁ℴ 𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𝔻𝕠𝕦𝕓𝕝𝕖 𝚖𝚘𝚗𝚘 𝟏𝟐', 'hello Fraktur Double mono 12'],
  ['Ｆｕｌｌ１ ⓒⓘⓡⓒⓛⓔ 🅂🅀 🅝🅔🅖 🅱🅾 1ˢᵗ', 'Full1 circle SQ NEG BO 1st'],
  ['s̶t̶r̶u̶c̶k̶', 'struck'],
  ['x² ½ ™ ① ℝ xⁿ 「日本」、１２ 🅰️ [ˈɪŋɡlɪʃ]', 'x² ½ ™ ① ℝ xⁿ 「日本」、１２ 🅰️ [ˈɪŋɡlɪʃ]'],
])('%s', (script, text) => {
  for (const markup of ['light', 'none'] as const) expect(parseScript(script, markup).segments[0]!.text).toBe(text)
})
