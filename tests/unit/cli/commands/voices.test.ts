import { expect, test } from 'vitest'
import { voices } from '#cli/commands/voices.ts'
import { type EngineFacts, engines } from '#shared/speech/engines.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'

function listed(all?: readonly EngineFacts[]): string[] {
  const { screen, writes } = fakeScreen()
  expect(voices(screen, all)).toBe(0)
  return writes.join('').trimEnd().split('\n')
}

test('the voices that every engine speaks, the recommended one named', () => {
  const lines = listed()
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['nova', 'alloy', 'echo', 'fable', 'onyx', 'shimmer'])
  expect(lines[0]).toMatch(/^nova +Clear, professional +\(recommended\)$/)
})

test('a voice that one engine alone has comes last, and says whose it is', () => {
  const own = { id: 'af_heart', name: 'Heart', languages: ['en-US'], description: 'Warm' }
  const choir = { ...engines.builtin, title: 'Choir', voices: [own] }
  const lines = listed([choir, engines.openai])
  expect(lines).toHaveLength(7)
  expect(lines.find((line) => line.startsWith('nova'))).toMatch(/\(recommended\)$/)
  expect(lines.at(-1)).toMatch(/^af_heart +Warm +\(Choir\)$/)
})
