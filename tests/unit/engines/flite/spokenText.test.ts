import { beforeAll, expect, test } from 'vitest'
import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import { speakReading } from '#engines/flite/speakReading.ts'
import { phonesByWord, spokenText, wordTimings } from '#engines/flite/spokenText.ts'
import { englishSentence } from '#shared/errors.ts'
import { readWords } from '#shared/reading/readWords.ts'

let flite: WebAssembly.Module
beforeAll(async () => {
  const module = await loadFliteModule()
  if (!module.ok) throw new Error(englishSentence(module.error))
  flite = module.value
})

/** What Flite says for each written word: its phones, spoken words apart. */
function heard(text: string): Record<string, string> {
  const words = text.split(/\s+/)
  const { spoken, utterance } = speakReading(flite, readWords(words, 'en'), { voice: 'kal16' })!
  const sounds = phonesByWord(spoken, utterance.tokens)
  return Object.fromEntries(
    words.map((word, i) => [word, sounds[i]!.map((part) => part.map((phone) => phone.name).join('')).join(' ')]),
  )
}

// A changed layout of Flite's memory or of its expansions shows here.
test('every written word owns the sounds of what it is read as, and no others', () => {
  expect(heard('In 1871 Dr. Smith paid £2.5 million — e.g. at 3:45 a.m. on (AI) — for 50% of it.')).toEqual({
    In: 'ihn',
    '1871': 'eytiyn sehvaxntiy wahn',
    'Dr.': 'daakter',
    Smith: 'smihth',
    paid: 'peyd',
    '£2.5': 'tuw poynt fayv',
    million: 'mihlyaxn pawndz',
    '—': '',
    'e.g.': 'faor ihgzaempaxl',
    at: 'aet',
    '3:45': 'thriy faortiy fayv',
    'a.m.': 'ey ehm',
    on: 'aan',
    '(AI)': 'ey ay',
    for: 'faor',
    '50%': 'fihftiy persehnt',
    of: 'ahv',
    'it.': 'iht',
  })
  expect(heard('Call (555) 010-9999 or a.b@c.de 🎉 2024-03-05 at 14:30; Henry VIII, 1990s')).toEqual({
    Call: 'kaol',
    '(555)': 'fayv fayv fayv',
    '010-9999': 'zihrow wahn zihrow nayn nayn nayn nayn',
    or: 'aor',
    'a.b@c.de': 'ey daat biy aet siy daat diy iy',
    '🎉': '',
    '2024-03-05': 'maarch fihfth twehntiy twehntiy faor',
    at: 'aet',
    '14:30;': 'faortiyn therdiy',
    Henry: 'hhehnriy',
    'VIII,': 'dhiy eytth',
    '1990s': 'nayntiyn nayntiyz',
  })
})

test('a word without sound takes no time, right after the word before it', () => {
  const spoken = spokenText(['—', 'a', '🎉', 'b'], ['', 'a', '', 'b'])
  const phone = (start: number) => ({ name: 'ey', start, end: start + 0.5 })
  const token = (end: number, start: number) => ({ raw: '', end, words: [{ text: '', phones: [phone(start)] }] })
  expect(wordTimings(spoken, [token(2, 1), token(3, 2)], 2)).toEqual([
    { text: '—', start: 0, end: 0 },
    { text: 'a', start: 2, end: 3 },
    { text: '🎉', start: 3, end: 3 },
    { text: 'b', start: 4, end: 5 },
  ])
})

test('a dash on its own becomes a comma, so that the voice rests there', () => {
  expect(spokenText(['so', '—', 'then', '-'], ['so', '', 'then', '']).fed).toBe('so, then,')
  expect(spokenText(['so.', '—', 'then'], ['so.', '', 'then']).fed).toBe('so. then')
})
