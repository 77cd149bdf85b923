import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { ignoreClosedReader, openScreen, type ScreenStream } from '#cli/terminal/screen.ts'

const stream = (facts: Partial<ScreenStream>) => Object.assign(new PassThrough(), facts) as PassThrough & ScreenStream

test('only a terminal that is not dumb can redraw, and its width is asked anew', () => {
  const terminal = stream({ isTTY: true, columns: 100 })
  const screen = openScreen(terminal, { TERM: 'xterm' })
  expect(screen.live).toBe(true)
  expect(screen.columns()).toBe(100)
  Object.assign(terminal, { columns: 60 })
  expect(screen.columns()).toBe(60)
  expect(openScreen(terminal, { TERM: 'dumb' }).live).toBe(false)
  const file = openScreen(stream({}), { TERM: 'xterm' })
  expect(file.live).toBe(false)
  expect(file.columns()).toBe(80)
  expect(file.paint('red', 'x')).toBe('x')
})

test('a reader that went away is no error, anything else is', () => {
  const output = new PassThrough()
  ignoreClosedReader(output)
  expect(() => output.emit('error', Object.assign(new Error(), { code: 'EPIPE' }))).not.toThrow()
  expect(() => output.emit('error', Object.assign(new Error('broken'), { code: 'EIO' }))).toThrow('broken')
})
