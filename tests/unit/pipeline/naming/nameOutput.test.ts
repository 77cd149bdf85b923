import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameShorts, nameVoiceover, nameZip, newJobId } from '#pipeline/naming/nameOutput.ts'
import { parseScript } from '#shared/script/parseScript.ts'

const shorts = (...texts: string[]) => nameShorts(texts.map((text, position) => ({ index: position + 1, text })))

test('the guide’s example script gives the guide’s three names', () => {
  const script =
    "Welcome to today's market update. Tech stocks are rallying — pause — Apple reported strong earnings today — pause — Looking ahead to next quarter's outlook"
  expect(nameShorts(parseScript(script).segments)).toEqual([
    'api_Welcome_Todays_Market_Update.mp4',
    'api_Apple_Reported_Strong.mp4',
    'api_Looking_Ahead_Next.mp4',
  ])
})

test.each([
  ['ABB India reported strong quarterly results today.', 'api_ABB_India_Reported.mp4'],
  ['Breaking: Tech stocks surge in early trading today.', 'api_Breaking_Tech_Stocks.mp4'],
  ['We’ll see. It’s Monday’s turn.', 'api_See.mp4'],
  ['It is what it is.', 'api_It_Is_What.mp4'],
  ['Mr. Smith goes to Washington. He stays.', 'api_Mr_Smith_Goes_Washington.mp4'],
  ['Prices rose 3.5% to $1,250,000.', 'api_Prices_Rose_3.5_1250000.mp4'],
  ['Don’t panic!', 'api_Dont_Panic.mp4'],
  ['Dr. No. 5 e.g. Chanel.', 'api_Dr_No_5.mp4'],
  ['1. Wake up early and drink water.', 'api_Wake_Early_Drink_Water.mp4'],
  ['Nr. 5 lebt. Ja.', 'api_Nr_5_Lebt.mp4'],
  ['Größere Märkte öffnen früh', 'api_Größere_Märkte_Öffnen_Früh.mp4'],
  ['Cafe\u0301 ole\u0301', 'api_Café_Olé.mp4'],
  ['أخبار السوق اليوم', 'api_أخبار_السوق_اليوم.mp4'],
  ['हिन्दी समाचार', 'api_हिन्दी_समाचार.mp4'],
  ['🎉! Party time', 'api_Party_Time.mp4'],
  ['🎉🎉', 'api_Part_1.mp4'],
  ['A/B: <tests> | "quotes" \\ C:? *', 'api_B_Tests_Quotes_C.mp4'],
  ['../../etc/passwd', 'api_Etc_Passwd.mp4'],
])('%j is named %s', (text, name) => {
  expect(shorts(text)).toEqual([name])
})

test('a title goes before the text', () => {
  expect(nameShorts([{ index: 1, text: 'Hello there, friends.', title: 'The big day' }])).toEqual(['api_Big_Day.mp4'])
})

test('scripts without spaces are cut at their words', () => {
  expect(shorts('市场今天上涨。之后下跌。')[0]).toMatch(/^api_市场_今天_上涨\.mp4$/)
})

test('equal names are numbered, whatever their case and spelling', () => {
  expect(shorts('Market update', 'MARKET UPDATE', 'Market update', 'Market update 2')).toEqual([
    'api_Market_Update.mp4',
    'api_MARKET_UPDATE_2.mp4',
    'api_Market_Update_3.mp4',
    'api_Market_Update_2_2.mp4',
  ])
})

test('voiceovers are named in lower case with their id', () => {
  const id = 'api_voiceover_7f3b2a18-4c9d-4e8a-b5f6-1a2b3c4d5e6f'
  const text = "Welcome to our quarterly business review. Today we'll discuss market performance."
  expect(nameVoiceover(text, id, 'mp4')).toBe('welcome_quarterly_business_review_7f3b2a18.mp4')
  expect(nameVoiceover('ÜBER Öl', id, 'wav')).toBe('über_öl_7f3b2a18.wav')
  expect(nameVoiceover('…', id, 'mp3')).toBe('voiceover_7f3b2a18.mp3')
  expect(nameVoiceover('CON', id, 'mp3')).toBe('con_7f3b2a18.mp3')
})

test('ZIPs carry their job’s id and something random', () => {
  const id = 'api_581cfa84-dfc4-4a40-9448-4ed6971c07bc'
  expect(nameZip(id)).toMatch(/^api_shorts_581cfa84_[0-9a-f]{8}\.zip$/)
  expect(nameZip(id)).not.toBe(nameZip(id))
})

test('job ids are UUIDs with the guide’s prefixes', () => {
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.source
  expect(newJobId('shorts')).toMatch(new RegExp(`^api_${uuid}`))
  expect(newJobId('voiceover')).toMatch(new RegExp(`^api_voiceover_${uuid}`))
})

test('property: names are unique, short and safe on every system', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(fc.constantFrom('con', 'NUL', 'a', 'The', 'ß', 'ﬁ', 'İ', '東京', '..', '/', '👩‍👩‍👧', 'e\u0301'), {
        maxLength: 12,
      })
      .map((parts) => parts.join(' ')),
    fc.string({ unit: fc.constantFrom('あ', 'x', 'é'), minLength: 100, maxLength: 400 }),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
      const names = [...shorts(...texts), nameVoiceover(texts[0]!, newJobId('voiceover'), 'mp4')]
      const insensitive = names.map((name) => name.normalize('NFC').toUpperCase().toLowerCase())
      expect(new Set(insensitive).size).toBe(names.length)
      for (const name of names) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        expect(name).toBe(name.normalize('NFC'))
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}_.]+\.mp4$/u)
        expect(name).not.toMatch(/^[._]|[_.]\.mp4$|^(con|prn|aux|nul|com\d|lpt\d)\./i)
      }
    }),
    { numRuns: 300 },
  )
})
