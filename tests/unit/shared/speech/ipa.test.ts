import { expect, test } from 'vitest'
import { ipaOfXSampa, phonesOfIpa, respellIpa } from '#shared/speech/ipa.ts'

test.each([
  ['wɪn', 'wihn', 'w ih1 n'],
  ['ˈŋwiən', 'ngweeuhn', 'ng w iy1 ah0 n'],
  ['/təˈmeɪ.toʊ/', 'tuh-may-toh', 't ah0 m ey1 t ow0'],
  ['ʃɛʁˈʃe', 'shehr-sheh', 'sh eh0 r sh eh1'],
  ['ˌdʒuːliˈɛt', 'joolee-eht', 'jh uw2 l iy0 eh1 t'],
  ['t͡ʃãmp', 'chahmp', 'ch aa1 m p'],
  ['faˈsad', 'fah-sahd', 'f aa0 s aa1 d'],
  ['fa\u0327', 'fah', 'f aa1'],
  ['ʔ', '', ''],
])('%s is %s, in phones %s', (ipa, spelled, phones) => {
  expect(respellIpa(ipa)).toBe(spelled)
  expect(phonesOfIpa(ipa)).toBe(phones)
})

test('X-SAMPA is the same in other letters', () => {
  expect(ipaOfXSampa('tS{m"p@Un r\\ 3`')).toBe('tʃæmˈpəʊn ɹ ɝ')
})
