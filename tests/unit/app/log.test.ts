import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLog } from '#app/log.ts'

const written = (what: string, facts: Record<string, string>) => {
  let line = ''
  jsonLog(
    (text) => {
      line += text
    },
    () => new Date(0),
  )(what, facts)
  return line
}

test('whatever a caller sends stays inside one line and one field', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('\n', '\r', '\x1b[31m', '"', '\\', '\u2028', '\u009b', '\u202e', 'a'),
  })
  fc.assert(
    fc.property(nasty, (text) => {
      const line = written('asked', { text })
      expect(line.trimEnd()).toMatch(/^[\x20-\x7e]*$/)
      expect(JSON.parse(line)).toEqual({ at: '1970-01-01T00:00:00.000Z', what: 'asked', text })
    }),
  )
})
