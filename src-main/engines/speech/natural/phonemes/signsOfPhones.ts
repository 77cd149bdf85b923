const consonants: Readonly<Record<string, string>> = {
  ...{ b: 'b', ch: 'ʧ', d: 'd', dh: 'ð', f: 'f', g: 'ɡ', hh: 'h', jh: 'ʤ', k: 'k', l: 'l', m: 'm', n: 'n', ng: 'ŋ' },
  ...{ p: 'p', r: 'ɹ', s: 's', sh: 'ʃ', t: 't', th: 'θ', v: 'v', w: 'w', y: 'j', z: 'z', zh: 'ʒ' },
}

const vowels: Readonly<Record<string, string>> = {
  ...{ aa: 'ɑ', ae: 'æ', ah: 'ʌ', ao: 'ɔ', aw: 'W', ax: 'ə', axr: 'əɹ', ay: 'I', eh: 'ɛ', er: 'ɜɹ', ey: 'A' },
  ...{ ih: 'ɪ', iy: 'i', ow: 'O', oy: 'Y', uh: 'ʊ', uw: 'u' },
}
const unstressed: Readonly<Record<string, string>> = { er: 'əɹ', ah: 'ə' }

/** A phone of the CMU dictionary or of Flite, and its stress where it is a vowel. */
export interface StressedPhone {
  readonly name: string
  readonly stress: 'main' | 'other' | 'none'
}

/** One word's phones in misaki's signs: a stress stands right before its vowel. */
export const signsOfPhones = (phones: readonly StressedPhone[]): string =>
  phones
    .map(({ name, stress }) => {
      const consonant = consonants[name]
      if (consonant !== undefined) return consonant
      if (stress === 'none') return unstressed[name] ?? vowels[name] ?? ''
      return (stress === 'main' ? 'ˈ' : 'ˌ') + (vowels[name] ?? '')
    })
    .join('')

/** Phones as the CMU dictionary writes them (`hh ah0 l ow1`) in misaki's signs. */
export const signsOfCmu = (phones: string): string =>
  signsOfPhones(
    phones.split(' ').map((phone) => ({
      name: phone.replace(/\d$/, ''),
      stress: phone.endsWith('1') ? 'main' : phone.endsWith('2') ? 'other' : 'none',
    })),
  )
