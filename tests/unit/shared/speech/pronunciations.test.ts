import { expect, test } from 'vitest'
import { createPronouncer, type Pronunciation } from '#shared/speech/pronunciations.ts'

function say(text: string, list: Record<string, string>): string {
  const entries = Object.entries(list).map(([written, said]): Pronunciation => ({ written, said }))
  let at = 0
  let whole = ''
  for (const { from, to, said } of createPronouncer(entries)(text)) {
    whole += text.slice(at, from) + said
    at = to
  }
  return whole + text.slice(at)
}

test.each([
  ['Nguyen', '“Nguyen”, (Nguyen)… Nguyen’s Nguyen-Tran—Nguyen/Le', '“#”, (#)… #’s #-Tran—#/Le'],
  ['Nguyen', 'nguyen NGUYEN Nguyens Nguyenova xNguyen Nguyen2', 'nguyen NGUYEN Nguyens Nguyenova xNguyen Nguyen2'],
  ['C', 'C, C++ C# C & co @C #C', '#, C++ C# # & co @C #C'],
  ['C++', 'C++ (C++) C++11', '# (#) C++11'],
  ['.NET', '.NET ASP.NET', '# ASP.NET'],
  ['NET', '.NET NET a.NET', '.NET # a.NET'],
  ['5', '5 3.5 5.3 1,5 5:30 5.', '# 3.5 5.3 1,5 5:30 #.'],
  ['O', 'O’Brien O, O’s', 'O’Brien #, #’s'],
  ['example', 'example.com example. www.example', 'example.com #. www.example'],
  ["O'Brien", 'O’Brien O’Brien’s', '# #’s'],
  ['New York', 'New York New\nYork NewYork New  Yorker', '# # NewYork New  Yorker'],
  ['Łódź', 'Łódź Łódź', '# #'],
  ['東京', '私は東京へ', '私は#へ'],
  ['U.S.', 'The U.S. is', 'The # is'],
])('%s in “%s”', (written, text, expected) => {
  expect(say(text, { [written]: '#' })).toBe(expected)
})

test('the longest entry counts, and nothing of what is said is said again', () => {
  expect(say('New York City, New York, York', { York: 'yorrick', 'New York': 'York', 'New York City': 'town' })).toBe(
    'town, York, yorrick',
  )
})
