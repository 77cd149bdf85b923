import { expect, test } from 'vitest'
import { importSource } from '#app/source/importSource.ts'
import { nameShorts } from '#pipeline/naming/nameOutput.ts'
import { titleOf } from '#pipeline/naming/titleOf.ts'
import { findLanguage } from '#shared/reading/findLanguage.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { parseScript } from '#shared/script/parseScript.ts'

// What users were seen to write, with what becomes of it: from a file to the words that are spoken.

async function partsOf(source: string, name = 'script.txt') {
  const imported = await importSource({ name, bytes: Buffer.from(source) }, { limit: 10_000, markup: 'light' })
  if (!imported.ok) throw new Error(imported.error.code)
  const { segments, notes } = parseScript(imported.value.script)
  return { segments, notes: [...imported.value.notes, ...notes] }
}

const say = (text: string) =>
  readWords(text.split(/\s+/u), findLanguage(text))
    .words.flatMap(({ spoken }) => spoken.map((word) => word.text))
    .join(' ')

test.each([
  [
    'It costs 20 €. Or 100€, or 19,99 €, or 5$, or 99¢, or 1 000 €.',
    'it costs twenty euros or one hundred euros or nineteen euros ninety nine cents or five dollars or ninety nine cents or one thousand euros',
  ],
  [
    'The bill was 1.234,56 € and the boat cost 1.000.000 euros. It weighs 2,5 kg.',
    'the bill was one thousand two hundred thirty four euros fifty six cents and the boat cost one million euros it weighs two point five kilograms',
  ],
  [
    'It takes 10–15 minutes. Ages 18–25, pages 12–15, 2010–2015, 10–20%, 9–5, 9am–5pm.',
    'it takes ten to fifteen minutes ages eighteen to twenty five pages twelve to fifteen twenty ten to twenty fifteen ten to twenty percent nine to five nine a m to five p m',
  ],
  [
    '𝗕𝗼𝗹𝗱 𝘁𝗲𝘅𝘁 is the 𝓈𝒸𝓇𝒾𝓅𝓉 hook that everybody uses, in ᴄᴀᴘs.',
    'bold text is the script hook that everybody uses in caps',
  ],
  [
    'We have 1.5M subs, 2B plays and 3.2K likes. The firm made 1.2bn with 100+ people.',
    'we have one point five million subs two billion plays and three point two thousand likes the firm made one point two billion with one hundred plus people',
  ],
  [
    'About 10⁶ cells. If x > 5 and y ≤ 3, then 7 - 3 = 4, 6 / 2 = 3 and 2⅓ cups are left. π is 3.14.',
    'about ten to the sixth cells if x is greater than five and y is less than or equal to three then seven minus three equals four six divided by two equals three and two and one third cups are left pi is three point one four',
  ],
  [
    'Stop after 7, 14, 21 and 28 days. It happened in 1900, 2010, 2023.',
    'stop after seven fourteen twenty one and twenty eight days it happened in nineteen hundred twenty ten twenty twenty three',
  ],
  [
    'Ms. Jones met Sgt. Pepper, Lt. Dan, Gov. Smith and Bob Jr. (approx. 20%) in Jan., Feb. and Dec.',
    'miz jones met sergeant pepper lieutenant dan governor smith and bob junior approximately twenty percent in january february and december',
  ],
  [
    'Ça va, mon ami? Shop at the Park Slope Co-op. Ford Motor Co. rose. Lady Ga Ga sang. Ca. 1900 people came.',
    'ça va mon ami shop at the park slope co op ford motor company rose lady ga ga sang circa nineteen hundred people came',
  ],
  [
    'Il coûte 50 % de moins : « incroyable », dit-elle. Soit 1 234,50 €. Vraiment ?',
    'il coûte cinquante pour cent de moins incroyable dit elle soit mille deux cent trente quatre euros cinquante centimes vraiment',
  ],
  [
    'Tom &amp; Jerry&#39;s best day &mdash; it&rsquo;s great.<br>New line&nbsp;here.',
    "tom and jerry's best day it's great new line here",
  ],
])('%s', async (source, spoken) => {
  const { segments, notes } = await partsOf(source)
  expect(segments.map(({ text }) => say(text))).toEqual([spoken])
  expect(notes).toEqual([])
})

test('a part of emoji alone vanishes, and is told', async () => {
  const { segments, notes } = await partsOf('Hello there.\n— pause —\n🔥🔥🔥\n— pause —\nBye now.\n')
  expect(segments.map(({ text }) => text)).toEqual(['Hello there.', 'Bye now.'])
  expect(notes).toEqual([{ code: 'NOTHING_TO_SAY', facts: { text: '🔥🔥🔥' } }])
})

test('names and titles of parts go past abbreviations, figures and signs', async () => {
  const { segments } = await partsOf(
    'Dr. Smith says an apple a day works.\n— pause —\n1. Wake up early and drink water.\n— pause —\nMr. Beast gave away a million dollars!\n— pause —\nC++ vs. C#: which one wins?',
  )
  expect(segments.map(({ text }) => titleOf(text))).toEqual([
    'Dr. Smith says an apple a day works',
    'Wake up early and drink water',
    'Mr. Beast gave away a million dollars!',
    'C++ vs. C#: which one wins?',
  ])
  expect(nameShorts(segments)[0]).toBe('api_Dr_Smith_Says.mp4')
})
