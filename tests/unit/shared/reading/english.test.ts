import { expect, test } from 'vitest'
import { readWords } from '#shared/reading/readWords.ts'

const read = (text: string) => readWords(text.split(/\s+/), 'en').words
const say = (text: string) =>
  read(text)
    .flatMap(({ spoken }) => spoken.map((word) => word.text))
    .join(' ')
const classes = (text: string) => read(text).flatMap(({ spoken }) => spoken.map((word) => word.class))

test.each([
  // Money, its sign on either side
  ['It costs 20 €, 100€ or 5$.', 'it costs twenty euros one hundred euros or five dollars'],
  ['$2.5 million, £3bn, $5k', 'two point five million dollars three billion pounds five thousand dollars'],
  ['€1 and $4.99 or £0.05', 'one euro and four dollars ninety nine cents or five pence'],
  ['$5-10 or €1.5–2 million', 'five to ten dollars or one point five to two million euros'],
  ['USD 40, 40 EUR, ₹500, R$ 7', 'forty u s dollars forty euros five hundred rupees seven reais'],
  ['$9/mo', 'nine dollars per month'],
  // Numbers as others write them
  [
    '1.234,56 € and 1.000.000 and 2,5 kg',
    'one thousand two hundred thirty four euros fifty six cents and one million and two point five kilograms',
  ],
  ['1 000 € and 12,345.6', 'one thousand euros and twelve thousand three hundred forty five point six'],
  ['1.5M subs, 2B plays, 3.2K likes', 'one point five million subs two billion plays three point two thousand likes'],
  ['4K video of a 10K+ crowd', 'four k video of a ten thousand plus crowd'],
  ['007, 3.14159, v2.0.1', 'zero zero seven three point one four one five nine v two point zero point one'],
  // Years and hundreds
  ['in 1900, 2010, 2006 and 1066', 'in nineteen hundred twenty ten two thousand six and one thousand sixty six'],
  ['1984 people in 1984', 'one thousand nine hundred eighty four people in nineteen eighty four'],
  ["the 1980s, the '90s, mid-60s", 'the nineteen eighties the nineties mid sixties'],
  ['44 BC, AD 79', 'forty four b c a d seventy nine'],
  // Faces of signs are silent, a heart behind I is love
  ['I <3 R&D. Love you <3 :) bye XD', 'i love r and d love you bye'],
  ['if x <3 or 5 <3, at 5:3 (yes)', 'if x is less than three or five is less than three at five to three yes'],
  ['6ft 2in, 6 ft 2 in tall, 3 ft 4 in front', 'six feet two inches six feet two inches tall three feet four in front'],
  ['2**8 and WWII', 'two to the eighth and world war two'],
  // Ranges
  ['10–15 minutes, ages 3-5, 9am–5pm', 'ten to fifteen minutes ages three to five nine a m to five p m'],
  ['2010–2015, 10–20%', 'twenty ten to twenty fifteen ten to twenty percent'],
  ['They won 3-1', 'they won three one'],
  ['covid-19 and a 4-door car', 'covid nineteen and a four door car'],
  // Dates and times
  [
    '2024-03-05, 3/5/2024, 5 March 2024',
    'march fifth twenty twenty four march fifth twenty twenty four the fifth of march twenty twenty four',
  ],
  ['See you on 12/25 or Dec. 31st', 'see you on december twenty fifth or december thirty first'],
  ['7pm, 14:30, 9:05 a.m., 10:00', "seven p m fourteen thirty nine oh five a m ten o'clock"],
  ['open 24/7 since 9/11', 'open twenty four seven since nine eleven'],
  ['31.12.1999', 'the thirty first of december nineteen ninety nine'],
  // Fractions, measures, maths
  ['2½ of 3/4, 1 1/2 cups, 50/50', 'two and a half of three quarters one and a half cups fifty fifty'],
  [
    '10 km, 3.5GHz, 10km², 100 km/h',
    'ten kilometers three point five gigahertz ten square kilometers one hundred kilometers per hour',
  ],
  ['-5°C and 5\'11"', 'minus five degrees celsius and five foot eleven'],
  [
    'If x > 5 and y ≤ 3, 7 - 3 = 4',
    'if x is greater than five and y is less than or equal to three seven minus three equals four',
  ],
  [
    '6 / 2, 5×3, 2⅓, x², 10⁻³',
    'six divided by two five times three two and one third x squared ten to the minus three',
  ],
  ['needs 1/2 a cup and ½ an hour, 1 1/2 a day', 'needs half a cup and half an hour one and a half a day'],
  ['π is about 3', 'pi is about three'],
  // Capitals
  ['STOP SCROLLING! DON\'T BUY IT. OUR CEO SAID: "BAD IDEA."', "stop scrolling don't buy it our c e o said bad idea"],
  ['WOW, that is SO GOOD. NOT bad.', 'wow that is so good not bad'],
  ['NASA, the BBC and an XYZ', 'nasa the b b c and an x y z'],
  ['ChatGPT scared the CEOs; APIs on iOS', "chat g p t scared the c e o's a p i's on i o s"],
  ["Nvidia, McDonald's, YouTube, O'Neill", "nvidia mcdonald's you tube o'neill"],
  ['R&D at AT&T, Plan A', 'r and d at a t and t plan a'],
  ['A plan', 'a plan'],
  // Roman numerals
  ['Rocky III, GTA VI, Super Bowl LVIII', 'rocky three g t a six super bowl fifty eight'],
  ['Henry VIII and I, World War II, Chapter IV', 'henry the eighth and i world war two chapter four'],
  // Abbreviations
  [
    'Ms. Jones met Dr. Dre (approx. 20%) in Jan., Bob Jr. left',
    'miz jones met doctor dre approximately twenty percent in january bob junior left',
  ],
  ['St. John lives on Main St., No. 5', 'saint john lives on main street number five'],
  ['No. Never. e.g. this, i.e. that', 'no never for example this that is that'],
  [
    'Shop at the Co-op. Ford Motor Co. rose. Ca. 1900',
    'shop at the co op ford motor company rose circa nineteen hundred',
  ],
  // Addresses
  ['Mail a.b@example.com or www.foo.org/bar', 'mail a dot b at example dot com or w w w dot foo dot org slash bar'],
  [
    'https://example.org/a?utm=1 #LearnOnTikTok @john_smith',
    'example dot org slash a hashtag learn on tik tok at john underscore smith',
  ],
  ['350 Fifth Ave, New York, NY 10118', 'three fifty fifth avenue new york new york one zero one one eight'],
  ['Call (555) 010-9999', 'call five five five zero one zero nine nine nine nine'],
  // Other people's shorthand
  ['dr. evil of Sunset Dr. in 750 b.c.', 'doctor evil of sunset drive in seven fifty b c'],
  [
    '$5/lb, a 2-for-1 50/50 deal, 22 1/2',
    'five dollars per pound a two for one fifty fifty deal twenty two and a half',
  ],
  ['10k fans at a 5K run for 20 s', 'ten thousand fans at a five k run for twenty seconds'],
  ['(123)-123-5678, №5', 'one two three one two three five six seven eight number five'],
  [
    'Mon–Fri, Jan-Mar, he/she, AC/DC, in km/h',
    'monday to friday january to march he or she a c d c in kilometers per hour',
  ],
  ["the XIX century and Louis XIV's", "the nineteenth century and louis the fourteenth's"],
  [
    'the 2024/25 season, 12/31, 5/16 inch, call 911',
    'the twenty twenty four twenty five season december thirty first five sixteenths inch call nine one one',
  ],
  ['Ke$ha, √16, ∞, 3:1', 'kesha the square root of sixteen infinity three to one'],
  ['I AM OK WITH AM RADIO', 'i am ok with am radio'],
  // Letters of other forms
  ['𝗕𝗼𝗹𝗱 ᴄᴀᴘs ｗｉｄｅ ①', 'bold caps wide one'],
  ['٣ cats — 你好 🎉', 'three cats 你好'],
  // Marks
  ['**bold** <b>bold</b> snake_case and/or "quoted" (aside)', 'bold bold snake case and or quoted aside'],
])('%s is said as %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test('every written word keeps its own spoken words', () => {
  const owned = read('$2.5 million on 5 May 2020 for 1 000 €').map(({ written, spoken }) => [
    written,
    spoken.map(({ text }) => text).join(' '),
  ])
  expect(owned).toEqual([
    ['$2.5', 'two point five'],
    ['million', 'million dollars'],
    ['on', 'on'],
    ['5', 'the fifth'],
    ['May', 'of may'],
    ['2020', 'twenty twenty'],
    ['for', 'for'],
    ['1', 'one'],
    ['000', 'thousand'],
    ['€', 'euros'],
  ])
})

test('the figures of a telephone number stay with their group', () => {
  expect(read('(555) 010-9999').map(({ spoken }) => spoken.length)).toEqual([3, 7])
})

test('words carry their class', () => {
  expect(classes('Dr. X paid $5 in 1999')).toEqual(
    'abbreviation initials plain money money plain date date date'.split(' '),
  )
  expect(classes('5 km 1st 2.5 1/2 IV')).toEqual(
    'measure measure ordinal decimal decimal decimal fraction fraction initials initials'.split(' '),
  )
})

test('stops stay, but not those of abbreviations inside a sentence', () => {
  const stops = read('Dr. No paid $5, then left—fast! Why? At 5 p.m. She ate etc.').flatMap(({ spoken }) =>
    spoken.filter((word) => word.stop).map(({ text, stop }) => text + stop),
  )
  expect(stops).toEqual(['dollars,', 'left,', 'fast!', 'why?', 'm.', 'cetera.'])
})

test.each(['🎉', '—', '...', '<>', '"', '™'])('%s alone makes no sound', (mark) => {
  expect(say(mark)).toBe('')
})
