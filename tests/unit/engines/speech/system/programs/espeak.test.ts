import { expect, test } from 'vitest'
import { espeak } from '#engines/speech/system/programs/espeak.ts'

const list = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  af              --/M      Afrikaans          gmw/af               
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  en-us-nyc       --/M      English_(America,_New_York_City) gmw/en-US-nyc        
 5  en-gb-x-rp      --/M      English_(Received_Pronunciation) gmw/en-GB-x-rp       (en-gb 4)(en 5)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)
 5  piqd            --/M      Klingon            art/piqd             
 5  yue             --/M      Chinese_(Cantonese) sit/yue              (zh-yue 5)(zh 8)
 5  yue             --/M      Chinese_(Cantonese,_latin_as_Jyutping) sit/yue-Latn-jyutping (zh-yue 5)(zh 8)

a line of something else
`

test('the list of espeak-ng gives a voice for each language code, with its tag of BCP 47', () => {
  const voices = espeak.parseVoices(list)
  expect(voices.map(({ id, name, languages }) => [id, name, ...languages])).toEqual([
    ['af', 'Afrikaans', 'af'],
    ['en-us', 'English (America)', 'en-US'],
    ['en-us-nyc', 'English (America, New York City)', 'en-US'],
    ['en-gb-x-rp', 'English (Received Pronunciation)', 'en-GB'],
    ['pt-br', 'Portuguese (Brazil)', 'pt-BR'],
    ['yue', 'Chinese (Cantonese)', 'yue'],
  ])
  expect(espeak.parseVoices(list.replaceAll('\n', '\r\n'))).toEqual(voices)
  expect(espeak.parseVoices('command not found')).toEqual([])
})

test('it speaks its input in UTF-8, and reads no markup in it', () => {
  const { args } = espeak.speak('de+f2', '/tmp/speech.wav')
  expect(args).toEqual(['-v', 'de+f2', '-b', '1', '-w', '/tmp/speech.wav', '--stdin'])
})
