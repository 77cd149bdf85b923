/**
 * Sounds of the International Phonetic Alphabet as English spelling gives them to a reader, and as the phones of the
 * CMU dictionary. What English lacks is said as what its speakers say for it.
 */
const sounds: readonly (readonly [ipa: string, spelled: string, phones: string])[] = [
  ['tʃ', 'ch', 'ch'],
  ['dʒ', 'j', 'jh'],
  ['eɪ', 'ay', 'ey'],
  ['aɪ', 'igh', 'ay'],
  ['aʊ', 'ow', 'aw'],
  ['ɔɪ', 'oy', 'oy'],
  ['oʊ', 'oh', 'ow'],
  ['əʊ', 'oh', 'ow'],
  ['ɪə', 'eer', 'ih r'],
  ['eə', 'air', 'eh r'],
  ['ʊə', 'oor', 'uh r'],
  ['iː', 'ee', 'iy'],
  ['uː', 'oo', 'uw'],
  ['ɔː', 'aw', 'ao'],
  ['ɑː', 'ah', 'aa'],
  ['aː', 'ah', 'aa'],
  ['eː', 'ay', 'ey'],
  ['oː', 'oh', 'ow'],
  ['ɜː', 'ur', 'er'],
  ['a', 'ah', 'aa'],
  ['ɑ', 'ah', 'aa'],
  ['æ', 'a', 'ae'],
  ['ɐ', 'uh', 'ah'],
  ['ʌ', 'uh', 'ah'],
  ['ə', 'uh', 'ah'],
  ['ɛ', 'eh', 'eh'],
  ['e', 'eh', 'eh'],
  ['ɜ', 'ur', 'er'],
  ['ɝ', 'ur', 'er'],
  ['ɚ', 'er', 'er'],
  ['i', 'ee', 'iy'],
  ['ɪ', 'ih', 'ih'],
  ['ɨ', 'ih', 'ih'],
  ['o', 'oh', 'ow'],
  ['ɔ', 'aw', 'ao'],
  ['ɒ', 'o', 'aa'],
  ['u', 'oo', 'uw'],
  ['ɯ', 'oo', 'uw'],
  ['ʊ', 'uu', 'uh'],
  ['y', 'ew', 'uw'],
  ['ʏ', 'ew', 'uh'],
  ['ø', 'ur', 'er'],
  ['œ', 'ur', 'er'],
  ['b', 'b', 'b'],
  ['β', 'v', 'v'],
  ['c', 'k', 'k'],
  ['ç', 'h', 'hh'],
  ['d', 'd', 'd'],
  ['ð', 'th', 'dh'],
  ['f', 'f', 'f'],
  ['ɸ', 'f', 'f'],
  ['ɡ', 'g', 'g'],
  ['g', 'g', 'g'],
  ['ɟ', 'g', 'g'],
  ['ɣ', 'g', 'g'],
  ['h', 'h', 'hh'],
  ['ɦ', 'h', 'hh'],
  ['χ', 'kh', 'k'],
  ['x', 'kh', 'k'],
  ['j', 'y', 'y'],
  ['ɥ', 'w', 'w'],
  ['k', 'k', 'k'],
  ['q', 'k', 'k'],
  ['l', 'l', 'l'],
  ['ɫ', 'l', 'l'],
  ['ɬ', 'l', 'l'],
  ['ʎ', 'ly', 'l y'],
  ['m', 'm', 'm'],
  ['n', 'n', 'n'],
  ['ɲ', 'ny', 'n y'],
  ['ŋ', 'ng', 'ng'],
  ['p', 'p', 'p'],
  ['r', 'r', 'r'],
  ['ɹ', 'r', 'r'],
  ['ɻ', 'r', 'r'],
  ['ɾ', 'r', 'r'],
  ['ʁ', 'r', 'r'],
  ['ʀ', 'r', 'r'],
  ['s', 's', 's'],
  ['ʃ', 'sh', 'sh'],
  ['ɕ', 'sh', 'sh'],
  ['ʂ', 'sh', 'sh'],
  ['t', 't', 't'],
  ['θ', 'th', 'th'],
  ['v', 'v', 'v'],
  ['ʋ', 'v', 'v'],
  ['w', 'w', 'w'],
  ['ʍ', 'wh', 'w'],
  ['z', 'z', 'z'],
  ['ʒ', 'zh', 'zh'],
  ['ʑ', 'zh', 'zh'],
  ['ʐ', 'zh', 'zh'],
  ['ʔ', '', ''],
]

/** X-SAMPA's signs that are not IPA's own (J. C. Wells, 1995), the longest first. */
const xSampa: readonly (readonly [sign: string, ipa: string])[] = [
  ['r\\`', 'ɻ'],
  ['r\\', 'ɹ'],
  ['h\\', 'ɦ'],
  ['R\\', 'ʀ'],
  ['p\\', 'ɸ'],
  ['s\\', 'ɕ'],
  ['z\\', 'ʑ'],
  ['@`', 'ɚ'],
  ['3`', 'ɝ'],
  ['s`', 'ʂ'],
  ['z`', 'ʐ'],
  ['A', 'ɑ'],
  ['B', 'β'],
  ['C', 'ç'],
  ['D', 'ð'],
  ['E', 'ɛ'],
  ['G', 'ɣ'],
  ['H', 'ɥ'],
  ['I', 'ɪ'],
  ['J', 'ɲ'],
  ['K', 'ɬ'],
  ['L', 'ʎ'],
  ['M', 'ɯ'],
  ['N', 'ŋ'],
  ['O', 'ɔ'],
  ['Q', 'ɒ'],
  ['R', 'ʁ'],
  ['S', 'ʃ'],
  ['T', 'θ'],
  ['U', 'ʊ'],
  ['V', 'ʌ'],
  ['W', 'ʍ'],
  ['X', 'χ'],
  ['Y', 'ʏ'],
  ['Z', 'ʒ'],
  ['1', 'ɨ'],
  ['2', 'ø'],
  ['3', 'ɜ'],
  ['4', 'ɾ'],
  ['5', 'ɫ'],
  ['6', 'ɐ'],
  ['9', 'œ'],
  ['@', 'ə'],
  ['{', 'æ'],
  ['?', 'ʔ'],
  ['"', 'ˈ'],
  ['%', 'ˌ'],
  [':', 'ː'],
]

/** X-SAMPA as IPA. */
export function ipaOfXSampa(text: string): string {
  let ipa = ''
  for (let at = 0; at < text.length; ) {
    const [sign, sound] = xSampa.find(([candidate]) => text.startsWith(candidate, at)) ?? [text[at]!, text[at]!]
    ipa += sound
    at += sign.length
  }
  return ipa
}

/** One sound, or the stress (`1` main, `2` other) that the syllable after it has. */
type Step =
  | { readonly stress: '1' | '2' }
  | { readonly spelled: string; readonly phones: string }
  | 'syllable'
  | 'space'

function stepsOf(ipa: string): Step[] {
  // Ties, the signs around a transcription, and marks above and below letters are not told apart by English ears.
  const text = ipa
    .normalize('NFD')
    .replace(/c\u0327/g, 'ç')
    .replace(/[\p{M}/[\]ʰʲʷˠˤ‿]/gu, '')
  const steps: Step[] = []
  for (let at = 0; at < text.length; ) {
    const sound = sounds.find(([sign]) => text.startsWith(sign, at))
    const sign = text[at]!
    if (sound) steps.push({ spelled: sound[1], phones: sound[2] })
    else if (sign === 'ˈ' || sign === "'") steps.push({ stress: '1' })
    else if (sign === 'ˌ') steps.push({ stress: '2' })
    else if (sign === '.' || sign === '-') steps.push('syllable')
    else if (/\s/.test(sign)) steps.push('space')
    at += sound ? sound[0].length : 1
  }
  return steps
}

/**
 * IPA as an English respelling: `ˈŋwiən` is `ngwee-uhn` for a voice that reads letters. Syllables are parted where the
 * transcription parts them. '' where it holds no sound.
 */
export const respellIpa = (ipa: string): string =>
  stepsOf(ipa)
    .map((step) => {
      if (step === 'space') return ' '
      return step === 'syllable' || 'stress' in step ? '-' : step.spelled
    })
    .join('')
    .replace(/-+/g, '-')
    .replace(/^-|-$|-?(\s)-?/g, '$1')
    .trim()

const vowel = /^(?:aa|ae|ah|ao|aw|ay|eh|er|ey|ih|iy|ow|oy|uh|uw)$/

/**
 * IPA as phones of the CMU dictionary, vowels with their stress: `w ih1 n`. The first vowel is stressed where the
 * transcription stresses none. '' where it holds no sound.
 */
export function phonesOfIpa(ipa: string): string {
  const steps = stepsOf(ipa)
  const isMarked = steps.some((step) => typeof step === 'object' && 'stress' in step)
  let stress = isMarked ? '0' : '1'
  const phones: string[] = []
  for (const step of steps) {
    if (typeof step === 'string') continue
    if ('stress' in step) stress = step.stress
    else {
      for (const phone of step.phones.split(' ').filter(Boolean)) {
        phones.push(vowel.test(phone) ? phone + stress : phone)
        if (vowel.test(phone)) stress = '0'
      }
    }
  }
  return phones.join(' ')
}
