import { expect, test } from 'vitest'
import { readWords } from '#shared/reading/readWords.ts'

const read = (text: string) => readWords(text.split(/\s+/), 'de').words
const say = (text: string) =>
  read(text)
    .flatMap(({ spoken }) => spoken.map((word) => word.text))
    .join(' ')

test.each([
  [
    'Das kostet 19,99 € oder 1.234,56 EUR.',
    'das kostet neunzehn euro neun und neunzig cent oder ein tausend zwei hundert vier und dreißig euro sechs und fünfzig cent',
  ],
  [
    '2,5 Mio. Euro, 2 Mrd. €, 3,5k Likes',
    'zwei komma fünf millionen euro zwei milliarden euro drei komma fünf tausend likes',
  ],
  [
    '1.000.000 Zuschauer, 21 Leute, 1 Stunde, 1 Jahr',
    'eine million zuschauer ein und zwanzig leute eine stunde ein jahr',
  ],
  [
    'Am 24. Juli 2013, der 3. Mai, 1. Januar',
    'am vier und zwanzigsten juli zwei tausend dreizehn der dritte mai erster januar',
  ],
  ['am 3.10.1990 und am 2.3.', 'am dritten oktober neunzehn hundert neunzig und am zweiten märz'],
  ['der 2. Versuch im 19. Jahrhundert', 'der zweite versuch im neunzehnten jahrhundert'],
  ['Er hat 3. Dann ging er.', 'er hat drei dann ging er'],
  [
    '1984 Menschen im Jahr 1984',
    'ein tausend neun hundert vier und achtzig menschen im jahr neunzehn hundert vier und achtzig',
  ],
  ['die 80er und 1990er', 'die achtziger und neunzehn hundert neunziger'],
  ['um 14:30 Uhr, 8:05 Uhr', 'um vierzehn uhr dreißig acht uhr fünf'],
  ['10–15 Minuten, 50/50, 3:1', 'zehn bis fünfzehn minuten fünfzig fünfzig drei zu eins'],
  [
    '120 km/h, -5 °C, 3 m², 100 %',
    'ein hundert zwanzig kilometer pro stunde minus fünf grad celsius drei quadrat meter ein hundert prozent',
  ],
  [
    'z. B. bei Dr. Müller bzw. Prof. Kühn (ca. 5)',
    'zum beispiel bei doktor müller beziehungsweise professor kühn circa fünf',
  ],
  ['KI, EU und NATO. STOPP! DAS IST GUT.', 'k i e u und nato stopp das ist gut'],
  ['Ludwig XIV. und der II. Weltkrieg', 'ludwig der vierzehnte und der zweite weltkrieg'],
  ['§ 5 Abs. 2 der GmbH, 44 v. Chr.', 'paragraf fünf absatz zwei der g m b h vier und vierzig vor christus'],
  ['info@firma.de oder www.firma.de/neu', 'info at firma punkt d e oder w w w punkt firma punkt d e slash neu'],
  [
    'x² + y² = 25, 10⁶, 3/4, 2½',
    'x quadrat plus y quadrat gleich fünf und zwanzig zehn hoch sechs drei viertel zwei ein halb',
  ],
])('%s is said as %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})
